// The explorer: it joins map, tables, filters, timeline, search and evidence, and draws them anew at every change.

import { AskView } from "../ask/ask_view";
import type { Data } from "../data/island";
import { Graph } from "../data/graph";
import { Search } from "../data/search";
import { Panel } from "../evidence/panel";
import { Facets } from "../filters/facets";
import { SearchBox } from "../filters/search_box";
import { Timeline } from "../filters/timeline";
import { CollectedJudgements } from "../judgements/collected";
import { WrittenJudgements } from "../judgements/written";
import { MapView } from "../map/map_view";
import { makePalette } from "../map/palette";
import { add, h } from "../page/dom";
import { skipLink } from "../page/frame";
import { Notice } from "../page/notice";
import { Theme } from "../page/theme";
import { many } from "../page/words";
import { FetchedTexts } from "../served/fetched_texts";
import { ServedCase } from "../served/served_case";
import type { Server } from "../served/server";
import { tokenNote } from "../served/token_note";
import type { JudgementList } from "../state/judgement";
import { State } from "../state/state";
import { Tables } from "../tables/tables";
import { WholeTables } from "../tables/whole_tables";
import { Header, judgementsButton } from "./header";
import { Links } from "./links";
import { Names } from "./names";
import { PageActions } from "./page_actions";
import { Stage } from "./stage";
import { Strongest } from "./strongest";
import { takeawayMenu } from "./takeaway_menu";
import type { Views } from "./view";

/** Pixels of the map for ten actors that a page opens with, where it has room for fewer than usual. */
const ROOM_OF_TEN = 30_000;
const FEWEST = 40;
const USUAL = 200;
/** A stage is high where it is so much higher than wide. */
const HIGH = 1.1;

export class Explorer {
  readonly state: State;
  readonly search: Search;
  readonly map: MapView;
  readonly served: ServedCase | null;
  readonly ask: AskView;
  readonly #theme = new Theme();
  #palette = makePalette(this.#theme.dark);
  readonly #notice = new Notice();
  readonly #status = h("p", { class: "status", role: "status" });
  readonly #say = (words: string) => {
    this.#status.textContent = words;
  };
  readonly #written: WrittenJudgements | null;
  readonly #actions: PageActions;
  readonly #panel: Panel;
  readonly #facets: Facets;
  readonly #timeline: Timeline;
  readonly #stage: Stage;
  readonly #header: Header;
  readonly #links: Links;
  /** Whether the map lies on its side. */
  #turned = false;
  /** The graph that was drawn last, and what the map was a picture of. */
  #drawn: Graph;
  #scope = "";

  /** With a server the page holds a part of its case, and fetches more as it is wanted. */
  constructor(data: Data, server: Server | null) {
    const texts = server && new FetchedTexts(server);
    this.#drawn = new Graph(data, texts);
    const state = (this.state = new State(this.#drawn));
    this.search = new Search(state);
    this.served = server && texts && new ServedCase(server, state, texts, this.#notice, (part) => this.#turn(part));
    const names = new Names(state);
    this.#written = server?.token && data.served?.writable ? this.#writtenJudgements(server, names) : null;
    const judgements = this.#written ?? collectedJudgements(data, server, names);
    this.#actions = new PageActions(state, {
      reveal: (actor) => this.map.reveal(actor),
      focusPanel: () => this.#panel.focus(),
      openSource: (place) => this.#panel.openSource(place),
    }, judgements, this.served, server, names);
    this.map = new MapView(state, this.#palette, (actor) => this.#actions.expand(actor));
    this.#panel = new Panel(state, this.#actions);
    this.#facets = new Facets(state);
    this.#timeline = new Timeline(state);
    const tables = new Tables(state, this.#actions, server && new WholeTables(server, this.#actions));
    this.ask = new AskView(state, this.#actions, server, () => this.#palette);
    const views: Views = { ask: this.ask };
    this.#stage = new Stage(state, this.map, tables, new Strongest(state, () => this.#backToStrongest()), views);
    this.#header = new Header(state, new SearchBox(state, this.search, this.#actions, server, this.#say),
      takeawayMenu(state, this.map, () => this.#palette, this.#say), judgementsButton(judgements, () => this.#panel.openJudgements()), this.#theme, views);
    this.#links = new Links(state, this.map, this.#actions, this.served);
  }

  /** Puts all onto the page, in the view that a link gives. */
  open(): void {
    this.#lay();
    if (!this.#links.isGiven) this.#openOnFewer();
    this.state.onChange(() => this.#take());
    if (this.served) this.served.onGrow = () => this.map.fit();
    if (!this.#links.open() || this.served) this.#refresh(false);
    this.#scope = this.#scopeOf();
    this.#theme.onChange = () => this.#paint();
    this.#paint();
    this.#turned = this.#stage.element.clientHeight > this.#stage.element.clientWidth * HIGH;
    this.#turn(this.state.graph.data);
    this.#stage.watchLegend();
    this.map.fit();
    this.map.draw();
  }

  /** What can wait until the page has been seen. */
  prepare(): void {
    const idle = window.requestIdleCallback ?? ((action: () => void) => setTimeout(action, 200));
    idle(() => {
      this.search.prepare();
      if (!this.served) idle(() => this.search.prepareTexts());
    });
    this.#written?.load().catch(() => undefined);
  }

  #lay(): void {
    const title = this.state.graph.data.served?.title;
    if (title) document.title = `${title} – sociogram`;
    add(document.body,
      skipLink(this.#stage.element),
      this.#header.element,
      h("div", { class: "columns" }, h("section", { class: "side", "aria-label": "Filters" }, this.#facets.element),
        this.#stage.element, this.#panel.element, this.served ? this.#notice.element : null),
      this.#timeline.element,
      this.#status);
  }

  /** A small window opens on fewer, so that names can be read. */
  #openOnFewer(): void {
    const { clientWidth, clientHeight } = this.#stage.element;
    const tens = Math.round((clientWidth * clientHeight) / ROOM_OF_TEN);
    this.state.change((each) => (each.most = each.usualMost = Math.max(FEWEST, Math.min(USUAL, tens * 10))));
  }

  /** Draws the page anew after a change of the state, and writes the link to it. */
  #take(): void {
    const scope = this.#scopeOf();
    this.#refresh(scope !== this.#scope);
    this.#scope = scope;
    this.served?.want(this.state.most);
    this.#links.write();
  }

  /** What the map is a picture of: a change of it is a reason to show all of it. */
  #scopeOf(): string {
    const { graph, ego, depth, most, path } = this.state;
    const { id } = graph.data.actors;
    return JSON.stringify([id[ego], depth, most, path?.map((actor) => id[actor])]);
  }

  #refresh(fit: boolean): void {
    if (this.#drawn !== this.state.graph) {
      this.#drawn = this.state.graph;
      this.#actions.wanted = -1;
      this.search.reset();
      this.#stage.paint(this.#palette);
    }
    document.body.dataset.room = this.state.tab;
    this.#header.refresh();
    this.#stage.refresh();
    this.#facets.refresh();
    this.#timeline.refresh();
    this.#panel.refresh();
    document.body.classList.toggle("panel-open", this.#panel.isOpen);
    this.#sayCounts();
    if (fit) this.map.fit();
    this.map.refresh();
  }

  #sayCounts(): void {
    const { shownActors, shownTies, graph } = this.state;
    this.#say(`${many(shownActors.length, "actor")} and ${many(shownTies.length, "tie")} shown; ` +
      `${many(graph.whole.documents, "document")}, ${many(graph.whole.claims, "claim")} in all`);
  }

  #paint(): void {
    this.#palette = makePalette(this.#theme.dark);
    this.#stage.paint(this.#palette);
    this.ask.applyTheme();
  }

  /** Positions are made for a window wider than high; in one that is higher the map lies on its side. */
  #turn({ actors }: Data): void {
    if (this.#turned) [actors.x, actors.y] = [actors.y, actors.x];
  }

  #backToStrongest(): void {
    this.served?.forget();
    this.state.change((each) => each.clearMap());
    this.map.fit();
  }

  #writtenJudgements(server: Server, names: Names): WrittenJudgements {
    return new WrittenJudgements(server, this.#notice, (id) => names.of(id), (judgement) => void this.served?.watch(judgement));
  }
}

function collectedJudgements(data: Data, server: Server | null, names: Names): JudgementList {
  return new CollectedJudgements(data.run, (id) => names.of(id), () => (server ? tokenNote(server, Boolean(data.served?.writable)) : null));
}
