// The panel beside the map: an actor, a tie, a path, a source text, the judgements.

import { button, copy, download, fill, h, name } from "./dom";
import { actorEvidence, actorLink, endLink, identifierLinks, tieEvidence, type Actions, type Named } from "./evidence";
import { samePair } from "./scene";
import { wordsOf } from "./server";
import { sourceView } from "./source";
import type { State } from "./state";
import { dossier } from "./takeaway";
import { fold, many, oneLine, shorten } from "./words";

export class Panel {
  readonly element = h("aside", { class: "panel", "aria-label": "Evidence", tabindex: "-1", hidden: true });
  /** What is open over the evidence, if anything. */
  private over: "source" | "judgements" | null = null;
  private drawn = "";

  /** What had the focus before the panel took it, and gets it back. */
  private opener: Element | null = null;

  constructor(private readonly state: State, private readonly actions: Actions, private readonly print: (actor: number) => void) {
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.element.querySelector<HTMLElement>(".back")?.click();
      if (this.isOpen) this.focus();
      else if (this.opener instanceof HTMLElement) this.opener.focus();
      // What had it may be gone by now, or hidden.
      if (!document.activeElement || document.activeElement === document.body) document.querySelector<HTMLElement>('.tab[aria-pressed="true"]')?.focus();
    });
  }

  get isOpen(): boolean {
    return this.element.childElementCount > 0;
  }

  focus(): void {
    if (document.activeElement !== document.body && !this.element.contains(document.activeElement)) this.opener = document.activeElement;
    (this.element.querySelector<HTMLElement>("h2") ?? this.element).focus({ preventScroll: true });
  }

  openSource(doc: number, start: number, length: number, claim: number): void {
    this.over = "source";
    const scroll = this.element.scrollTop;
    fill(this.element, sourceView(this.state, doc, start, length, claim, () => {
      this.refresh(true);
      this.element.scrollTop = scroll;
    }));
    this.element.hidden = false;
    this.focus();
  }

  openJudgements(): void {
    this.over = "judgements";
    fill(this.element, this.actions.judgements.panel(() => this.refresh(true)));
    this.element.hidden = false;
    this.focus();
  }

  /** Draws what is selected; what lies over it stays until something else is selected. */
  refresh(anew = false): void {
    const { state } = this;
    const { actors, ties } = state.graph.data;
    const selected = state.selection && ("actor" in state.selection ? actors.id[state.selection.actor] : `tie:${ties.id[state.selection.tie]}`);
    const key = JSON.stringify([selected, state.path?.map((actor) => actors.id[actor])]);
    if (!anew && this.over && key === this.drawn) return;
    this.over = null;
    const changed = key !== this.drawn;
    this.drawn = key;
    const scroll = this.element.scrollTop;
    fill(this.element, state.path ? this.path(state.path) : !state.selection ? [] :
      "actor" in state.selection ? this.actor(state.selection.actor) : this.tie(state.selection.tie));
    this.element.hidden = !this.isOpen;
    this.element.scrollTop = changed ? 0 : scroll;
  }

  private close(): HTMLElement {
    return button("× Close", () => this.state.change((each) => {
      each.selection = null;
      each.path = null;
    }), { class: "small back" });
  }

  private actor(actor: number): (HTMLElement | null)[] {
    const { state, actions } = this;
    const { graph } = state;
    const { actors, kinds, documents } = graph.data;
    const aliases = actors.aliases[actor] || [];
    const identifiers = actors.identifiers[actor] || [];
    const change = (action: (each: State) => void) => () => state.change(action);
    const isEgo = state.ego === actor;
    const groups = actorEvidence(state, actor, actions);
    return [
      this.close(),
      h("h2", { tabindex: "-1" }, name(graph.name(actor), 300)),
      h("p", { class: "facts" }, kinds[actors.kind[actor]][1], aliases.length ? [" · also ", ...aliases.slice(0, 8).flatMap((alias, place) => [place ? ", " : "", name(alias, 60)])] : [],
        identifiers.length ? [" · ", ...identifierLinks(identifiers)] : []),
      h("dl", { class: "numbers" }, [["claims", state.actorCount[actor]], ["neighbours", actors.neighbours?.[actor] ?? graph.degree[actor]], ["mentions", actors.count[actor]],
        ["documents", actors.documents[actor]], ["betweenness", actors.betweenness[actor].toPrecision(2)], ["PageRank", actors.pagerank[actor].toPrecision(2)]]
        .map(([term, value]) => h("div", {}, h("dt", {}, String(term)), h("dd", {}, String(value))))),
      h("p", { class: "acts" },
        button("Expand", () => actions.expand(actor), { title: "Bring its neighbours onto the map" }),
        button(isEgo ? "All again" : "Only its network", change((each) => {
          each.ego = isEgo ? -1 : actor;
          each.depth = 1;
        })),
        isEgo ? button(state.depth === 1 ? "Two steps" : "One step", change((each) => (each.depth = 3 - each.depth))) : null,
        this.pick("Path to…", actor, (other) => actions.findPath(actors.id[actor], other)),
        button("Dossier", () => download(`${actors.id[actor]}.md`, "text/markdown;charset=utf-8", [dossier(state, actor)]), { title: "All its claims as Markdown" }),
        button("Print", () => this.print(actor))),
      h("h3", {}, "Claims"),
      this.beyond(actor),
      ...(groups.length ? groups : [h("p", { class: "note" }, "No claim about this actor passes the filters.")]),
      actors.mentions[actor].length ? h("details", { class: "group mentions" }, h("summary", {}, "Where it is mentioned ", h("span", { class: "count" }, String(actors.count[actor]))),
        h("ul", {}, Array.from({ length: actors.mentions[actor].length / 3 }, (_, place) => {
          const [doc, start, length] = actors.mentions[actor].slice(place * 3, place * 3 + 3);
          return h("li", {}, h("button", { type: "button", class: "link", on: { click: () => actions.openSource(doc, start, length, -1) } },
            name(documents.title[doc] || documents.id[doc], 60), ` at ${start}`), " ", this.part(actor, `${documents.id[doc]}@${start}-${start + length}`));
        }))) : null,
      this.judge(actor),
    ];
  }

  /** Says how much of what is claimed of an actor the page does not hold, and fetches it. */
  private beyond(actor: number): HTMLElement | null {
    const { graph } = this.state;
    const all = graph.data.actors.claims?.[actor] ?? 0;
    const here = graph.tiesOfActor[actor].reduce((sum, tie) => sum + graph.claimsOfTie[tie].length, 0);
    if (all <= here) return null;
    return h("p", { class: "note beyond" }, `Loaded here: ${here.toLocaleString("en")} of its ${many(all, "claim")}, those with actors that are loaded. `,
      button("Load more", () => this.actions.gather(actor), { class: "small", title: "Fetch the claims with more of its neighbours" }));
  }

  private judge(actor: number): HTMLElement {
    const { judgements } = this.actions;
    const { actors } = this.state.graph.data;
    const said = h("span", { role: "status", class: "note" });
    const field = h("input", { type: "text", "aria-label": "New name", placeholder: "new name", maxlength: "300" });
    const rename = h("form", { class: "pick", on: { submit: async (event) => {
      event.preventDefault();
      if (!field.value.trim()) return;
      said.textContent = await judgements.add("rename", actors.id[actor], field.value.trim());
    } } }, field, h("button", { type: "submit" }, "Rename"));
    const aliases = actors.aliases[actor] || [];
    const choice = h("select", { "aria-label": "Name of another actor" }, aliases.map((alias) => h("option", { value: alias }, oneLine(alias).slice(0, 80))));
    const split = aliases.length ? h("form", { class: "pick", on: { submit: async (event) => {
      event.preventDefault();
      said.textContent = await judgements.add("different", actors.id[actor], choice.value);
    } } }, choice, h("button", { type: "submit", title: "This name is another actor's" }, "Is another")) : null;
    const mark = (verdict: "same" | "different", words: string) => this.pick(words, actor, async (other) => {
      said.textContent = await judgements.add(verdict, actors.id[actor], other);
    });
    return h("details", { class: "group judge" }, h("summary", {}, "Judge this actor"),
      h("div", { class: "acts" }, mark("same", "Same as…"), mark("different", "Different from…"), rename, split, said));
  }

  /** A button that says of one mention that it is another actor's. */
  private part(actor: number, mention: string): HTMLElement {
    const { judgements } = this.actions;
    const own = this.state.graph.data.actors.id[actor];
    const part: HTMLButtonElement = button("Another?", async () => {
      part.disabled = true;
      part.replaceWith(h("span", { role: "status", class: "note" }, await judgements.add("different", own, mention)));
    }, { class: "small", title: "Judge that another actor is meant here" });
    return part;
  }

  /** A button that asks for an actor by name; where the page holds a part of a case, of the whole. */
  private pick(words: string, actor: number, action: (other: string) => void): HTMLElement {
    const { graph } = this.state;
    const { actors } = graph.data;
    const list = h("datalist", { id: `list-${words.replace(/\W/g, "")}` });
    const field = h("input", { type: "text", list: list.id, "aria-label": `${words.replace("…", "")} which actor`, placeholder: "name" });
    const note = h("span", { role: "status", class: "note" });
    let away: Named[] = [];
    let asked = 0;
    const best = (most: number): Named[] => {
      const wanted = fold(field.value.trim());
      if (!wanted) return [];
      const exact: Named[] = [];
      const near: Named[] = [];
      const own = { id: actors.id[actor] };
      const here = graph.ranking.map((other) => ({ id: actors.id[other], name: graph.name(other), kind: "" }));
      for (const other of [...here, ...away.filter((each) => graph.actor(each.id) < 0)]) {
        if (other.id === own.id) continue;
        const words = fold(other.name);
        if (words === wanted) exact.push(other);
        else if (near.length < most && words.includes(wanted)) near.push(other);
      }
      return [...exact, ...near].slice(0, most);
    };
    const suggest = () => fill(list, best(12).map((other) => h("option", { value: oneLine(other.name) })));
    const lookUp = async () => {
      if (this.actions.lookUp && field.value.trim()) away = await this.actions.lookUp(field.value.trim());
    };
    field.addEventListener("input", () => {
      suggest();
      clearTimeout(asked);
      if (this.actions.lookUp) asked = window.setTimeout(() => void lookUp().then(suggest, () => undefined), 200);
    });
    const form = h("form", { class: "pick", hidden: true, on: { submit: async (event) => {
      event.preventDefault();
      let [other] = best(1);
      if (this.actions.lookUp && (!other || fold(other.name) !== fold(field.value.trim()))) {
        try {
          await lookUp();
        } catch (error) {
          note.textContent = wordsOf(error);
          return;
        }
        other = best(1)[0] ?? away.find((each) => each.id !== actors.id[actor]);
      }
      if (!other) note.textContent = "No such actor.";
      else action(other.id);
    } } }, field, list, h("button", { type: "submit" }, "Go"), note);
    const opener: HTMLButtonElement = button(words, () => {
      form.hidden = !form.hidden;
      opener.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) field.focus();
    }, { "aria-expanded": "false" });
    return h("span", { class: "picker" }, opener, form);
  }

  private tie(tie: number): HTMLElement[] {
    const { state, actions } = this;
    const { ties } = state.graph.data;
    const parallel = state.graph.tiesOfActor[ties.subject[tie]].filter((each) => each !== tie && ties.object[tie] >= 0 && samePair(state, each, tie) && state.tieCount[each]);
    return [
      this.close(),
      h("h2", { tabindex: "-1" }, name(state.graph.end(ties.subject[tie]), 60), " ", h("span", { class: `relation ${state.graph.sentiment(tie)}` }, state.graph.relation(tie)), " ", name(state.graph.end(ties.object[tie]), 60)),
      h("p", { class: "facts" }, `${many(state.tieCount[tie], "claim")}: ${state.tieCount[tie] - state.tieDenied[tie]} affirm, ${state.tieDenied[tie]} deny; ${many(ties.sources[tie], "independent source")}`,
        state.tieCount[tie] && state.standing(tie) !== "fact" ? [" · ", h("strong", { class: "disputed" }, state.standing(tie))] : []),
      h("p", { class: "facts" }, "Of ", endLink(state, ties.subject[tie], actions), " and ", endLink(state, ties.object[tie], actions)),
      ...(state.tieCount[tie] ? tieEvidence(state, [tie], actions) : [h("p", { class: "note" }, "None of its claims passes the filters. ",
        button("Clear all filters", () => state.change((each) => each.clearFilters()), { class: "small" }))]),
      ...(parallel.length ? [h("h3", {}, "Also between the two"), ...tieEvidence(state, parallel, actions)] : []),
    ];
  }

  private path(ends: [number, number]): HTMLElement[] {
    const { state, actions } = this;
    const { ties } = state.graph.data;
    const steps: HTMLElement[] = [];
    let at = ends[0];
    for (const tie of state.pathTies) {
      const next = ties.subject[tie] === at ? ties.object[tie] : ties.subject[tie];
      const between = state.graph.tiesOfActor[at].filter((each) => ties.object[each] >= 0 && samePair(state, each, tie) && state.tieCount[each]);
      steps.push(h("li", {}, h("p", { class: "step" }, actorLink(state, at, actions), " — ", actorLink(state, next, actions)), ...tieEvidence(state, between, actions)));
      at = next;
    }
    const denied = state.pathTies.some((tie) => state.tieDenied[tie] === state.tieCount[tie]);
    return [
      button("× Close", () => state.change((each) => (each.path = null)), { class: "small back" }),
      h("h2", { tabindex: "-1" }, "Path from ", name(state.graph.name(ends[0]), 60), " to ", name(state.graph.name(ends[1]), 60)),
      h("p", { class: "facts" }, steps.length ? `${many(steps.length, "step")}, the fewest there are; directions are not followed.` : "No path: no chain of ties that pass the filters joins the two."),
      ...(denied ? [h("p", { class: "facts disputed" }, "A step of it rests on denials alone: no chain of affirmed ties joins the two.")] : []),
      h("ol", { class: "path" }, steps),
    ];
  }
}

/** The dossier as a page to print. */
export function printable(state: State, actor: number, actions: Actions): HTMLElement {
  return h("section", { class: "printed" }, h("h1", {}, name(state.graph.name(actor), 300)),
    h("p", {}, shorten(state.graph.kind(actor), 60)), ...actorEvidence(state, actor, actions, true));
}

export async function copyLink(state: State): Promise<boolean> {
  return copy(`${location.href.split("#")[0]}#${state.toHash()}`);
}
