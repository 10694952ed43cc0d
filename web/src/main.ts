// The page: it reads the data, and joins map, tables, filters, timeline, search and evidence.

import "./base.css";
import "./style.css";
import { Case, type Data, readData } from "./data";
import { add, button, download, h } from "./dom";
import type { Actions, Named } from "./evidence";
import { Facets } from "./facets";
import { Judgements, type JudgementList } from "./judge";
import { drawLegend } from "./legend";
import { expand, MapView } from "./map";
import { Notice } from "./notice";
import { makePalette } from "./palette";
import { copyLink, Panel, printable } from "./panel";
import { Search } from "./search";
import { SearchBox } from "./searchbox";
import { FetchedTexts, ServedCase } from "./served";
import { Server, takeToken } from "./server";
import { State, type Tab } from "./state";
import { Tables } from "./table";
import { claimsCsv, gexf } from "./takeaway";
import { Timeline } from "./timeline";
import { tokenNote } from "./token";
import { WholeTables } from "./whole";
import { many, oneLine, shorten } from "./words";
import { WrittenJudgements } from "./written";

/** Neighbours that come with an actor. */
const NEAR = 60;

function start(): void {
  const data = readData();
  const server = data.served ? new Server(takeToken()) : null;
  const texts = server ? new FetchedTexts(server) : null;
  const state = new State(new Case(data, texts));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let theme: "light" | "dark" = dark.matches ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  let palette = makePalette(theme === "dark");
  const notice = new Notice();
  const status = h("p", { class: "status", role: "status" });
  const said = (words: string) => (status.textContent = words);

  /** Names of actors that the page does not hold, as a search gave them. */
  const elsewhere = new Map<string, string>();
  const label = (id: string) => {
    const { graph } = state;
    const actor = graph.actor(id);
    if (actor >= 0) return graph.name(actor);
    const known = elsewhere.get(id);
    if (known !== undefined) return known;
    const claim = graph.claim(id);
    return claim >= 0 ? `claim “${shorten(oneLine(graph.data.quotes[graph.data.claims.quote[claim]]), 60)}”` : id;
  };
  // Positions are made for a window wider than high; in one that is higher the map lies on its side.
  let turned = false;
  const turn = (each: Data) => {
    if (turned) [each.actors.x, each.actors.y] = [each.actors.y, each.actors.x];
  };
  const served = server && texts ? new ServedCase(server, state, texts, notice, turn) : null;
  const written = server?.token && data.served?.writable
    ? new WrittenJudgements(server, notice, label, (judgement) => void served?.watch(judgement)) : null;
  const judgements: JudgementList = written ?? new Judgements(data.run, label, () => (server ? tokenNote(server, Boolean(data.served?.writable)) : null));

  /** Goes on where the page has what is named, or can fetch it. */
  const reach = (ids: string[], then: () => void) => {
    if (served) void served.bring(ids, () => (ids.every((id) => served.holds(id)) ? then() : undefined));
    else then();
  };
  const actions: Actions = {
    selectActor: (actor) => {
      if (actor < 0) return;
      state.change((each) => {
        each.selection = { actor };
        each.path = null;
        if (!each.isShown[actor]) each.added.add(actor);
      });
      map.reveal(actor);
      panel.focus();
    },
    selectTie: (tie) => {
      if (tie < 0) return;
      state.change((each) => {
        each.selection = { tie };
        each.path = null;
        const { subject, object } = each.graph.data.ties;
        if (served) for (const end of [subject[tie], object[tie]]) if (end >= 0 && !each.isShown[end]) each.added.add(end);
      });
      panel.focus();
    },
    selectClaim: (claim) => {
      if (claim < 0) return;
      actions.wanted = claim;
      actions.selectTie(state.graph.data.claims.tie[claim]);
    },
    openActor: (id) => {
      const choose = () => actions.selectActor(state.graph.actor(id));
      // With its neighbours, for without them nothing that is claimed of it is there.
      if (served && !served.holds(id)) void served.around(id, NEAR, choose);
      else choose();
    },
    openTie: (id) => reach([`tie:${id}`], () => actions.selectTie(state.graph.tie(id))),
    openClaim: (id) => reach([`claim:${id}`], () => actions.selectClaim(state.graph.claim(id))),
    read: (id, title, source, begin, length) => {
      const known = state.graph.document(id);
      if (known < 0 && !served) return;
      panel.openSource(known < 0 ? state.graph.addDocument(id, title, source) : known, begin, length, -1);
    },
    expand: (actor) => {
      const { graph } = state;
      if (!served) return state.change((each) => expand(each, actor));
      void served.around(graph.data.actors.id[actor], NEAR, (found) => state.change((each) => {
        for (const id of found) if (each.graph.actor(id) >= 0) each.added.add(each.graph.actor(id));
      }));
    },
    gather: (actor) => {
      const loaded = state.graph.degree[actor];
      void served?.around(state.graph.data.actors.id[actor], Math.min(2000, Math.max(NEAR, loaded * 4)), () => undefined);
    },
    findPath: (from, to) => {
      const choose = () => state.change((each) => {
        const ends = [each.graph.actor(from), each.graph.actor(to)];
        if (ends[0] >= 0 && ends[1] >= 0) each.path = [ends[0], ends[1]];
      });
      if (served) void served.path(from, to, choose);
      else choose();
    },
    lookUp: server && (async (words) => {
      const { actors } = await server.json<{ actors: Named[] }>(`/api/search?${new URLSearchParams({ q: words, most: "12" })}`);
      for (const each of actors) elsewhere.set(each.id, each.name);
      return actors;
    }),
    wanted: -1,
    openSource: (doc, begin, length, claim) => panel.openSource(doc, begin, length, claim),
    judgements,
  };
  const map = new MapView(state, palette, (actor) => actions.expand(actor));
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
  const tables = new Tables(state, actions, server && new WholeTables(server, actions));
  const search = new Search(state);

  const tabs: [Tab, string][] = [["map", "Map"], ["actors", "Actors"], ["ties", "Ties"], ["claims", "Claims"]];
  if (served) tabs.push(["documents", "Documents"]);
  const tabButtons = tabs.map(([tab, words]) => button(words, () => state.change((each) => (each.tab = tab)), { class: "tab", "data-tab": tab }));
  const filtersButton: HTMLButtonElement = button("Filters", () => {
    document.body.classList.toggle("filters-open");
    filtersButton.setAttribute("aria-expanded", String(document.body.classList.contains("filters-open")));
  }, { class: "filters-button", "aria-expanded": "false" });
  const judgeButton = button("Judgements", () => panel.openJudgements(), { class: "judgements" });
  judgements.onChange = () => (judgeButton.textContent = judgements.size ? `Judgements (${judgements.size})` : "Judgements");
  judgements.onChange();

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
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  const themeButton = button("Dark", () => {
    theme = theme === "dark" ? "light" : "dark";
    applyTheme();
  }, { class: "theme" });
  const legend = h("details", { class: "legend", open: innerWidth > 980 });
  const applyTheme = () => {
    document.documentElement.dataset.theme = theme;
    palette = makePalette(theme === "dark");
    themeButton.textContent = theme === "dark" ? "Light" : "Dark";
    drawLegend(legend, state, palette);
    map.setPalette(palette);
  };
  dark.addEventListener("change", () => {
    theme = dark.matches ? "dark" : "light";
    applyTheme();
  });

  const inAll = () => state.graph.data.served ?? {
    actors: state.graph.data.actors.id.length, claims: state.graph.data.claims.id.length, documents: state.graph.data.documents.id.length,
  };
  const most = h("input", { type: "range", id: "most", min: "20", max: String(Math.max(20, Math.min(2000, inAll().actors))), step: "10",
    on: { input: () => state.change((each) => {
      each.most = Number(most.value);
      each.ego = -1;
    }) } });
  const mostWords = h("output", {});
  const reset = button("Back to the strongest", () => {
    served?.forget();
    state.change((each) => {
      each.added.clear();
      each.ego = -1;
      each.path = null;
    });
    map.fit();
  }, { class: "small" });
  const shown = h("div", { class: "shown" }, h("label", { for: "most" }, "Strongest "), mostWords, most, reset);
  const searchBox = new SearchBox(state, search, actions, server, said);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    searchBox.field.focus();
  });

  const stage = h("main", { id: "main", tabindex: "-1" }, map.element, tables.element, legend, shown);
  if (!inAll().actors) {
    stage.append(h("p", { class: "empty" }, served ? "No actors were found in the documents of this case."
      : "No actors were found in these documents. skipped.jsonl in the same folder says what was not used, and why."));
  }
  const title = data.served?.title;
  if (title) document.title = `${title} – sociogram`;
  add(document.body,
    h("a", { class: "skip", href: "#main", on: { click: (event) => {
      event.preventDefault();
      stage.focus();
    } } }, "Skip to the content"),
    h("header", {}, h("h1", {}, "sociogram", title ? h("bdi", { class: "title" }, shorten(oneLine(title), 40)) : null), searchBox.element,
      h("nav", { "aria-label": "Views" }, tabButtons, served ? h("a", { class: "tab", href: "/query" }, "Query") : null), filtersButton, menu, judgeButton, themeButton),
    h("div", { class: "columns" }, h("section", { class: "side", "aria-label": "Filters" }, facets.element), stage, panel.element, served ? notice.element : null),
    timeline.element, status);

  let graph = state.graph;
  const refresh = (fit: boolean) => {
    if (graph !== state.graph) {
      graph = state.graph;
      actions.wanted = -1;
      search.reset();
      drawLegend(legend, state, palette);
    }
    const onMap = state.tab === "map";
    for (const each of tabButtons) each.setAttribute("aria-pressed", String(each.dataset.tab === state.tab));
    map.element.hidden = !onMap;
    legend.hidden = shown.hidden = !onMap;
    tables.element.hidden = onMap;
    most.value = String(state.most);
    mostWords.textContent = `${state.shownActors.length.toLocaleString("en")} of ${inAll().actors.toLocaleString("en")}`;
    reset.hidden = !state.added.size && state.ego < 0 && !state.path;
    facets.refresh();
    timeline.refresh();
    tables.refresh();
    panel.refresh();
    document.body.classList.toggle("panel-open", panel.isOpen);
    said(`${many(state.shownActors.length, "actor")} and ${many(state.shownTies.length, "tie")} shown; ${many(inAll().documents, "document")}, ${many(inAll().claims, "claim")} in all`);
    if (fit) map.fit();
    map.refresh();
  };
  /** What the map is a picture of: a change of it is a reason to show all of it. */
  const scopeOf = () => {
    const { id } = state.graph.data.actors;
    return JSON.stringify([id[state.ego], state.depth, state.most, state.path?.map((actor) => id[actor])]);
  };
  /** Puts what is selected onto the map, where it may be too weak to be by itself. */
  const show = ({ selection, added, graph: { data } }: State) => {
    if (!selection) return;
    const ends = "actor" in selection ? [selection.actor] : [data.ties.subject[selection.tie], data.ties.object[selection.tie]];
    for (const end of ends) if (end >= 0) added.add(end);
  };
  if (served) served.onGrow = () => map.fit();
  /** Takes a link: what it names and the page lacks is fetched first. */
  const follow = (text: string) => {
    const link = new URLSearchParams(text);
    const take = () => {
      state.change((each) => {
        each.fromHash(text);
        if (served) show(each);
      });
      const { selection } = state;
      if (served && selection && "actor" in selection) map.reveal(selection.actor);
      const claim = state.graph.claim(link.get("claim") ?? "");
      if (claim >= 0) actions.selectClaim(claim);
      const read = link.get("read");
      if (read) actions.read(read, "", "", 0, 0);
    };
    if (!served) return take();
    const ids = new Set([...link.getAll("with"), link.get("ego"), link.get("actor"), ...link.getAll("path"),
      ...["tie", "claim"].map((key) => link.get(key) && `${key}:${link.get(key)}`)].filter((id): id is string => Boolean(id)));
    const bring = () => void served.bring([...ids], take);
    const ends = link.getAll("path");
    const actor = link.get("actor");
    if (ends.length === 2) void served.path(ends[0], ends[1], bring);
    else if (actor && !served.holds(actor)) void served.around(actor, NEAR, bring);
    else bring();
  };
  let hash = location.hash.slice(1);
  // A small window opens on fewer, so that names can be read.
  if (!hash) state.change((each) => (each.most = Math.max(40, Math.min(200, Math.round((stage.clientWidth * stage.clientHeight) / 30_000) * 10))));
  let scope = "";
  state.onChange(() => {
    const now = scopeOf();
    refresh(now !== scope);
    scope = now;
    served?.want(state.most);
    hash = state.toHash();
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
    } catch {
      // Some browsers allow a page only so many changes a minute; the next one tells all the same.
    }
  });
  window.addEventListener("hashchange", () => {
    if (location.hash.slice(1) !== hash) follow(location.hash.slice(1));
  });
  if (hash) follow(hash);
  if (!hash || served) refresh(false);
  scope = scopeOf();
  applyTheme();
  turned = stage.clientHeight > stage.clientWidth * 1.1;
  turn(state.graph.data);
  const cover = () => (map.covered = legend.open ? legend.offsetWidth : 0);
  legend.addEventListener("toggle", cover);
  let roomy = stage.clientWidth > 700;
  new ResizeObserver(() => {
    if (roomy !== stage.clientWidth > 700) legend.open = roomy = stage.clientWidth > 700;
  }).observe(stage);
  cover();
  map.fit();
  map.draw();
  Object.assign(window, { sociogram: { state, map, search, served, get graph() { return state.graph; } } });
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
  const idle = window.requestIdleCallback ?? ((action: () => void) => setTimeout(action, 200));
  idle(() => {
    search.prepare();
    if (!served) idle(() => search.prepareTexts());
  });
  written?.load().catch(() => undefined);
}

start();
