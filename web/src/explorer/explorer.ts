// The explorer: it joins map, tables, filters, timeline, search and evidence, and draws them anew at every change.

import { AskView } from "../ask/ask_view";
import type { Data } from "../data/island";
import { Graph } from "../data/graph";
import { Search } from "../data/search";
import { Panel } from "../evidence/panel";
import { Facets } from "../filters/facets";
import { SearchBox } from "../filters/search_box";
import { Timeline } from "../filters/timeline";
import { Desk } from "../identity/desk";
import { PageSource, ServerSource } from "../identity/suggested";
import { CollectedJudgements } from "../judgements/collected";
import { WrittenJudgements } from "../judgements/written";
import { MapView } from "../map/map_view";
import { makePalette } from "../map/palette";
import { MatrixView } from "../matrix/matrix_view";
import { add, h } from "../page/dom";
import { skipLink } from "../page/frame";
import { Notice } from "../page/notice";
import { Theme } from "../page/theme";
import { many } from "../page/words";
import { FetchedLibrary, OwnLibrary } from "../reading/library";
import { ReadingRoom } from "../reading/reading_room";
import { FetchedTexts } from "../served/fetched_texts";
import { Coverage, partNote } from "../served/coverage";
import { ServedCase } from "../served/served_case";
import type { Server } from "../served/server";
import { tokenNote } from "../served/token_note";
import type { JudgementList } from "../state/judgement";
import type { Selection } from "../state/choices";
import { State } from "../state/state";
import { StoryPart } from "../storyboard/story_part";
import { Tables } from "../tables/tables";
import { WholeTables } from "../tables/whole_tables";
import { Header, judgementsButton } from "./header";
import { Links } from "./links";
import { Names } from "./names";
import { PageActions } from "./page_actions";
import { Stage } from "./stage";
import { Strongest } from "./strongest";
import { takeawayMenu } from "./takeaway_menu";
import { printAll } from "./paper";
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
  readonly story: StoryPart;
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
  readonly #coverage: Coverage | null;
  readonly #header: Header;
  readonly #links: Links;
  #focusMatrix = () => {};
  /** Whether the map lies on its side. */
  #turned = false;
  /** The graph that was drawn last, and what the map was a picture of. */
  #drawn: Graph;
  #scope = "";
  /** What was chosen when it was last kept in sight. */
  #chosen: Selection = null;

  /** With a server the page holds a part of its case, and fetches more as it is wanted. */
  constructor(data: Data, server: Server | null) {
    const texts = server && new FetchedTexts(server);
    this.#drawn = new Graph(data, texts);
    const state = (this.state = new State(this.#drawn));
    this.search = new Search(state);
    this.served = server && texts && new ServedCase(server, state, texts, this.#notice, (graph) => this.#turn(graph));
    this.story = new StoryPart(state, server, this.#say);
    const names = new Names(state);
    this.#written = server?.token && data.served?.writable ? this.#writtenJudgements(server, names) : null;
    const judgements = this.#written ?? collectedJudgements(data, server, names);
    state.judged = (id) => judgements.reviews(id);
    state.judgedIds = () => judgements.reviewedIds();
    this.#actions = new PageActions(state, {
      reveal: (actor) => this.map.reveal(actor),
      focusPanel: () => this.#panel.focus(),
      focusMatrix: () => this.#focusMatrix(),
      openSource: (place) => this.#panel.openSource(place),
      pin: (item) => this.story.pin(item),
      openJudging: () => this.#panel.openJudging(),
    }, judgements, this.served, server, names);
    this.map = new MapView(state, this.#palette, (actor) => this.#actions.expand(actor));
    this.#panel = new Panel(state, this.#actions);
    this.#facets = new Facets(state);
    this.#timeline = new Timeline(state);
    const tables = new Tables(state, this.#actions, server && new WholeTables(server, this.#actions));
    const matrix = new MatrixView(state, this.#actions);
    this.#focusMatrix = () => matrix.focus();
    const library = server && texts ? new FetchedLibrary(server, texts, state) : new OwnLibrary(state);
    this.ask = new AskView(state, this.#actions, server, () => this.#palette);
    const views: Views = {
      ask: this.ask, matrix, read: new ReadingRoom(state, this.#actions, library, () => this.#links.write()),
      identity: new Desk(state, this.#actions, server ? new ServerSource(server) : new PageSource(state)), story: this.story.room,
    };
    this.#stage = new Stage(state, this.map, tables, new Strongest(state, () => this.#backToStrongest(), () => this.map.arranger.again()), views);
    this.#coverage = this.served && new Coverage(state, this.served);
    this.#header = new Header(state, new SearchBox(state, this.search, this.#actions, server, this.#say),
      takeawayMenu(state, this.map, () => this.#palette, this.#say, this.#actions), judgementsButton(judgements, () => this.#panel.openJudgements()), this.#theme, views);
    printAll({ state, map: this.map, tables, panel: this.#panel.element, story: this.story });
    this.#links = new Links(state, this.map, this.#actions, this.served);
  }

  /** Puts all onto the page, in the view that a link gives. */
  open(): void {
    this.#lay();
    this.#turned = this.#stage.element.clientHeight > this.#stage.element.clientWidth * HIGH;
    this.#turn(this.state.graph);
    if (!this.#links.isGiven) this.#openOnFewer();
    this.state.onChange(() => this.#take());
    if (this.served) this.served.onGrow = () => this.map.fit();
    if (!this.#links.open() || this.served) this.#refresh(false);
    this.#scope = this.#scopeOf();
    this.#theme.onChange = () => this.#paint();
    this.#paint();
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
    void this.story.load();
    this.#written?.load().catch(() => undefined);
  }

  #lay(): void {
    const title = this.state.graph.data.served?.title;
    if (title) document.title = `${title} – sociogram`;
    add(document.body,
      skipLink(this.#stage.element),
      this.#header.element,
      this.#coverage?.element ?? partNote(this.state.graph.data),
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
    this.#coverage?.refresh();
    this.#stage.refresh();
    this.#facets.refresh();
    this.#timeline.refresh();
    this.#panel.refresh();
    document.body.classList.toggle("panel-open", this.#panel.isOpen);
    this.#sayCounts();
    this.#uncover();
    if (!this.map.follow() && fit) this.map.fit();
    this.map.refresh();
  }

  /** In a narrow window the panel lies over the foot of the map: what was chosen stays above it. */
  #uncover(): void {
    const panel = this.#panel.element;
    const isOver = !panel.hidden && getComputedStyle(panel).position === "absolute";
    const below = isOver ? Math.max(0, this.map.element.getBoundingClientRect().bottom - panel.getBoundingClientRect().top) : 0;
    const isOther = this.#chosen !== this.state.selection;
    this.#chosen = this.state.selection;
    if (below !== this.map.coveredBelow) {
      this.map.coveredBelow = below;
      this.map.keepChosen();
    } else if (below && isOther) this.map.keepChosen(1 / 6);
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
  #turn(graph: Graph): void {
    if (this.#turned) graph.turn();
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
