"use strict";
(function () {
  const field = document.getElementById("words");
  const count = document.getElementById("found");
  const things = Array.from(document.querySelectorAll("[data-thing]"), function (element) {
    return { element: element, text: element.textContent.toLowerCase() };
  });
  function find() {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const thing of things) {
      const fits = wanted.every(function (word) { return thing.text.includes(word); });
      thing.element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const section of document.querySelectorAll("main section")) {
      section.hidden = wanted.length > 0 && !section.querySelector("[data-thing]:not([hidden])");
    }
    count.textContent = wanted.length ? shown + " of " + things.length : "";
  }
  field.addEventListener("input", find);
  document.getElementById("search").hidden = false;
  if (field.value) { find(); }
})();
