// What the explorer and the query page have at their top.

import { h } from "./dom";
import { oneLine, shorten } from "./text";

/** The first thing that a keyboard reaches: it leads past the header. */
export function skipLink(main: HTMLElement): HTMLElement {
  return h("a", { class: "skip", href: "#main", on: { click: (event) => {
    // The hash holds the view, so it is not changed.
    event.preventDefault();
    main.focus();
  } } }, "Skip to the content");
}

/** The name of the tool, and that of the case where a server gives one. */
export function heading(title: string): HTMLElement {
  return h("h1", {}, "sociogram", title ? h("bdi", { class: "title" }, shorten(oneLine(title), 40)) : null);
}
