// The page: it reads the data, and joins map, tables, filters, timeline, search and evidence.

import "./style.css";
import { readCase } from "./data";
import { add, button, download, fill, h, name, svg } from "./dom";
import { Facets } from "./facets";
import { Judgements } from "./judge";
import { MapView } from "./map";
import { GROUPS, makePalette, outline, SENTIMENTS } from "./palette";
import { copyLink, Panel, printable } from "./panel";
import { Search } from "./search";
import { State, type Tab } from "./state";
import { Tables } from "./table";
import { claimsCsv, gexf } from "./takeaway";
import { Timeline } from "./timeline";
import { many, oneLine, shorten } from "./words";
import type { Actions } from "./evidence";

function start(): void {
  const graph = readCase();
  const state = new State(graph);
  const { data } = graph;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let theme: "light" | "dark" = dark.matches ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  let palette = makePalette(theme === "dark");

  const judgements = new Judgements(data.run, (id) => {
    const actor = graph.actor(id);
    if (actor >= 0) return graph.name(actor);
    const claim = data.claims.id.indexOf(id);
    return claim >= 0 ? `claim “${shorten(oneLine(data.quotes[data.claims.quote[claim]]), 60)}”` : id;
  });
  const actions: Actions = {
    selectActor: (actor) => {
      state.change((each) => {
        each.selection = { actor };
        each.path = null;
        if (!each.isShown[actor]) each.added.add(actor);
      });
      map.reveal(actor);
      panel.focus();
    },
    selectTie: (tie) => {
      state.change((each) => {
        each.selection = { tie };
        each.path = null;
      });
      panel.focus();
    },
    selectClaim: (claim) => {
      actions.wanted = claim;
      actions.selectTie(data.claims.tie[claim]);
    },
    wanted: -1,
    openSource: (doc, begin, length, claim) => panel.openSource(doc, begin, length, claim),
    judgements,
  };
  const map = new MapView(state, palette);
  const panel = new Panel(state, actions, (actor) => {
    const paper = printable(state, actor, actions);
    document.body.append(paper);
    document.body.classList.add("printing");
    window.print();
    document.body.classList.remove("printing");
    paper.remove();
  });
  const facets = new Facets(state);
  const timeline = new Timeline(state);
  const tables = new Tables(state, actions);
  const search = new Search(state);
  const status = h("p", { class: "status", role: "status" });

  const tabs: [Tab, string][] = [["map", "Map"], ["actors", "Actors"], ["ties", "Ties"], ["claims", "Claims"]];
  const tabButtons = tabs.map(([tab, words]) => button(words, () => state.change((each) => (each.tab = tab)), { class: "tab", "data-tab": tab }));
  const filtersButton: HTMLButtonElement = button("Filters", () => {
    document.body.classList.toggle("filters-open");
    filtersButton.setAttribute("aria-expanded", String(document.body.classList.contains("filters-open")));
  }, { class: "filters-button", "aria-expanded": "false" });
  const judgeButton = button("Judgements", () => panel.openJudgements(), { class: "judgements" });
  judgements.onChange = () => (judgeButton.textContent = judgements.size ? `Judgements (${judgements.size})` : "Judgements");
  judgements.onChange();

  const said = (words: string) => (status.textContent = words);
  const menu = h("details", { class: "menu" }, h("summary", {}, "Take away"), h("div", { class: "items" },
    button("Picture (PNG)", async () => {
      const blob = await map.png();
      if (blob) download("sociogram.png", "image/png", [blob]);
    }),
    button("Picture (SVG)", () => download("sociogram.svg", "image/svg+xml", [map.svg()])),
    button("Map for Gephi (GEXF)", () => download("sociogram.gexf", "application/xml", [gexf(state, palette)])),
    button("Filtered claims (CSV)", () => download("claims.csv", "text/csv;charset=utf-8", ["\ufeff", claimsCsv(state)])),
    button("Link to this view", async () => said((await copyLink(state)) ? "The link is copied." : "Copy it from the address bar."))));
  for (const item of menu.querySelectorAll("button")) item.addEventListener("click", () => (menu.open = false));
  const themeButton = button("Dark", () => {
    theme = theme === "dark" ? "light" : "dark";
    applyTheme();
  }, { class: "theme" });
  const applyTheme = () => {
    document.documentElement.dataset.theme = theme;
    palette = makePalette(theme === "dark");
    themeButton.textContent = theme === "dark" ? "Light" : "Dark";
    drawLegend();
    map.setPalette(palette);
  };
  dark.addEventListener("change", () => {
    theme = dark.matches ? "dark" : "light";
    applyTheme();
  });

  const legend = h("details", { class: "legend", open: innerWidth > 980 });
  const drawLegend = () => {
    const groups = new Set(graph.ranking.slice(0, 3000).map((actor) => graph.group(actor)));
    const sentiments = new Set(data.relations.map((relation) => relation[2]));
    const shape = (row: (typeof GROUPS)[number]) => {
      const colour = palette.group(row[0]);
      const ring = row[4] === "ring";
      return svg("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
        svg("path", { d: outline(row[4], ring ? 4.6 : 5.6), fill: ring ? "none" : colour, stroke: colour, "stroke-width": ring ? 2 : 0 }));
    };
    const stroke = (colour: string, dashes: boolean, mark: string) => {
      const picture = svg("svg", { width: 26, height: 14, viewBox: "0 0 26 14", "aria-hidden": "true" },
        svg("path", { d: "M1 7H25", stroke: colour, "stroke-width": 2.5, fill: "none", ...(dashes ? { "stroke-dasharray": "5 4" } : {}) }));
      if (mark) {
        const sign = svg("text", { x: 13, y: 11, "text-anchor": "middle", "font-size": 11, fill: colour });
        sign.textContent = mark;
        picture.append(svg("circle", { cx: 13, cy: 7, r: 6, fill: palette.background, stroke: colour }), sign);
      }
      return picture;
    };
    const byCommunity = h("input", { type: "checkbox", id: "by-community", on: { change: (event) =>
      state.change((each) => (each.colours = (event.target as HTMLInputElement).checked ? "community" : "kind")) } });
    byCommunity.checked = state.colours === "community";
    fill(legend, h("summary", {}, "Legend"), h("div", { class: "keys" },
      GROUPS.filter((row) => groups.has(row[0])).map((row) => h("span", { class: "key" }, shape(row) as unknown as Node, row[1])),
      h("hr"),
      SENTIMENTS.filter((row) => sentiments.has(row[0])).map((row) => h("span", { class: "key" }, stroke(palette.sentiment(row[0]), false, "") as unknown as Node, row[1])),
      h("span", { class: "key" }, stroke(palette.faint, true, "?") as unknown as Node, "disputed"),
      h("span", { class: "key" }, stroke(palette.faint, true, "×") as unknown as Node, "only denied"),
      h("label", { for: "by-community" }, byCommunity, " colour by community")));
  };

  const most = h("input", { type: "range", id: "most", min: "20", max: String(Math.max(20, Math.min(2000, data.actors.id.length))), step: "10",
    on: { input: () => state.change((each) => {
      each.most = Number(most.value);
      each.ego = -1;
    }) } });
  const mostWords = h("output", {});
  const reset = button("Back to the strongest", () => {
    state.change((each) => {
      each.added.clear();
      each.ego = -1;
      each.path = null;
    });
    map.fit();
  }, { class: "small" });
  const shown = h("div", { class: "shown" }, h("label", { for: "most" }, "Strongest "), mostWords, most, reset);

  const results = h("div", { class: "results", hidden: true });
  const field = h("input", { type: "search", id: "search", placeholder: "Search actors, quotes, documents", autocomplete: "off", "aria-label": "Search actors, quotes and documents" });
  const runSearch = () => {
    results.hidden = !field.value.trim();
    if (results.hidden) return results.replaceChildren();
    const found = search.find(field.value);
    const hit = (action: () => void, ...words: (Node | string)[]) => h("li", {}, h("button", { type: "button", class: "hit", on: { click: () => {
      results.hidden = true;
      action();
    } } }, ...words));
    const part = (title: string, hits: HTMLElement[]) => (hits.length ? [h("h3", {}, title), h("ul", {}, hits)] : []);
    fill(results,
      ...part("Actors", found.actors.slice(0, 10).map((actor) => hit(() => actions.selectActor(actor), name(graph.name(actor), 70), h("span", { class: "count" }, `${graph.kind(actor)}, ${many(state.actorCount[actor], "claim")}`)))),
      ...part("Quotes", found.claims.slice(0, 10).map((claim) => hit(() => actions.selectClaim(claim), name(oneLine(data.quotes[data.claims.quote[claim]]), 150)))),
      ...part("Documents", found.documents.slice(0, 8).map(({ document, start: begin, length, around }) => hit(() => panel.openSource(document, begin, length, -1), name(graph.title(document), 70), around ? h("span", { class: "count" }, "…", h("bdi", {}, oneLine(around)), "…") : ""))),
      found.actors.length + found.claims.length + found.documents.length ? null : h("p", { class: "note" }, "Nothing found."));
    results.dataset.milliseconds = found.milliseconds.toFixed(1);
    said(`${many(found.actors.length, "actor")}, ${many(found.claims.length, "quote")}, ${many(found.documents.length, "document")} found`);
  };
  field.addEventListener("input", runSearch);
  const searchBox = h("form", { class: "search", role: "search", on: {
    submit: (event) => {
      event.preventDefault();
      results.querySelector<HTMLElement>("button")?.click();
    },
    keydown: (event) => {
      const hits = [...results.querySelectorAll<HTMLElement>("button")];
      const at = hits.indexOf(document.activeElement as HTMLElement);
      if (event.key === "ArrowDown") (hits[at + 1] ?? hits[0])?.focus();
      else if (event.key === "ArrowUp") (at > 0 ? hits[at - 1] : field).focus();
      else if (event.key === "Escape") {
        results.hidden = true;
        field.focus();
      } else return;
      event.preventDefault();
    },
  } }, field, results);
  document.addEventListener("pointerdown", (event) => {
    if (!searchBox.contains(event.target as Node)) results.hidden = true;
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    field.focus();
  });

  const stage = h("main", { id: "main", tabindex: "-1" }, map.element, tables.element, legend, shown);
  const empty = data.actors.id.length ? null : h("p", { class: "empty" }, "No actors were found in these documents. skipped.jsonl in the same folder says what was not used, and why.");
  if (empty) stage.append(empty);
  add(document.body,
    h("a", { class: "skip", href: "#main", on: { click: (event) => {
      event.preventDefault();
      stage.focus();
    } } }, "Skip to the content"),
    h("header", {}, h("h1", {}, "sociogram"), searchBox, h("nav", { "aria-label": "Views" }, tabButtons), filtersButton, menu, judgeButton, themeButton),
    h("div", { class: "columns" }, h("section", { class: "side", "aria-label": "Filters" }, facets.element), stage, panel.element),
    timeline.element, status);

  const refresh = (fit: boolean) => {
    for (const each of tabButtons) each.setAttribute("aria-pressed", String(each.dataset.tab === state.tab));
    map.element.hidden = state.tab !== "map";
    legend.hidden = shown.hidden = state.tab !== "map";
    tables.element.hidden = state.tab === "map";
    most.value = String(state.most);
    mostWords.textContent = `${state.shownActors.length.toLocaleString("en")} of ${data.actors.id.length.toLocaleString("en")}`;
    reset.hidden = !state.added.size && state.ego < 0 && !state.path;
    facets.refresh();
    timeline.refresh();
    tables.refresh();
    panel.refresh();
    document.body.classList.toggle("panel-open", panel.isOpen);
    said(`${many(state.shownActors.length, "actor")} and ${many(state.shownTies.length, "tie")} shown; ${many(data.documents.id.length, "document")}, ${many(data.claims.id.length, "claim")} in all`);
    if (fit) map.fit();
    map.refresh();
  };
  let hash = location.hash.slice(1);
  // A small window opens on fewer, so that names can be read.
  if (!hash) state.change((each) => (each.most = Math.max(40, Math.min(200, Math.round((stage.clientWidth * stage.clientHeight) / 30_000) * 10))));
  let scope = "";
  state.onChange(() => {
    const now = JSON.stringify([state.ego, state.depth, state.most, state.path]);
    refresh(now !== scope);
    scope = now;
    hash = state.toHash();
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
    } catch {
      // Some browsers allow a page only so many changes a minute; the next one tells all the same.
    }
  });
  window.addEventListener("hashchange", () => {
    if (location.hash.slice(1) !== hash) state.change((each) => each.fromHash(location.hash.slice(1)));
  });
  if (hash) state.change((each) => each.fromHash(hash));
  else refresh(false);
  scope = JSON.stringify([state.ego, state.depth, state.most, state.path]);
  applyTheme();
  // Positions are made for a window wider than high; in one that is higher the map lies on its side.
  if (stage.clientHeight > stage.clientWidth * 1.1) [data.actors.x, data.actors.y] = [data.actors.y, data.actors.x];
  const cover = () => (map.covered = legend.open ? legend.offsetWidth : 0);
  legend.addEventListener("toggle", cover);
  let roomy = stage.clientWidth > 700;
  new ResizeObserver(() => {
    if (roomy !== stage.clientWidth > 700) legend.open = roomy = stage.clientWidth > 700;
  }).observe(stage);
  cover();
  map.fit();
  map.draw();
  Object.assign(window, { sociogram: { state, map, search, graph } });
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
  const idle = window.requestIdleCallback ?? ((action: () => void) => setTimeout(action, 200));
  idle(() => {
    search.prepare();
    idle(() => search.prepareTexts());
  });
}

start();
