// The query page: questions with names, an editor for SPARQL, and the answer.

import { describe } from "../answer/describe";
import { makeLooks } from "../answer/looks";
import { askBearers } from "../answer/name_links";
import { counted, lasted, Results } from "../answer/results";
import { type Asked, Earlier, titleOf } from "../kept/earlier";
import { KeptTabs, type QueryTab, TAB_KEY } from "../kept/kept_tabs";
import { TabStrip } from "../kept/tab_strip";
import { makePalette } from "../map/palette";
import { add, button, copy, h } from "../page/dom";
import { heading, skipLink } from "../page/frame";
import { Theme } from "../page/theme";
import type { Server } from "../served/server";
import type { Kind, OntologyTerm } from "../sparql/ontology_term";
import { declarations, type Prefixes, undeclared } from "../sparql/prefixes";
import { Asker, type Outcome, type Request } from "./asker";
import { makeCompletion } from "./completion";
import { Editor } from "./editor";
import { Mistake } from "./mistake";
import { type Example, type Question, Questions } from "./questions";

/** What the server puts into the page. */
export interface Island {
  questions?: Question[]; prefixes?: Prefixes; examples?: Example[]; generation?: string;
  terms?: OntologyTerm[]; kinds?: Kind[]; title?: string;
}

const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";
const FIRST = "# Who funds whom, and how many claims say so?\nSELECT ?subject ?relation ?object ?claims WHERE {\n  ?tie a soc:Tie ; rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ; soc:affirmed ?claims .\n" +
  "  ?s rdfs:label ?subject . ?o rdfs:label ?object .\n  FILTER(?relation IN (soc:funded, soc:paid, soc:gave))\n}\nORDER BY DESC(?claims)\nLIMIT 100\n";

export class QueryPage {
  readonly editor: Editor;
  readonly results: Results;
  readonly #theme = new Theme();
  readonly #prefixes: Prefixes;
  readonly #mistake: Mistake;
  readonly #asker = new Asker(() => this.#run());
  readonly #earlier = new Earlier((asked) => this.#takeAgain(asked));
  readonly #questions: Questions;
  readonly #tabs: KeptTabs;
  readonly #strip: TabStrip;
  /** What came of the last request of each tab, by its id. */
  readonly #outcomes = new Map<string, Outcome & { shift: number }>();
  /** The text that the page itself has put into a tab, by its id: what nobody has touched may be put aside. */
  readonly #untouched = new Map<string, string>();
  /** The hash that the page itself has written. */
  #hash = location.hash;
  readonly #island: Island;
  readonly #server: Server;

  constructor(island: Island, server: Server) {
    this.#island = island;
    this.#server = server;
    const { terms = [], kinds = [], questions = [], examples = [] } = island;
    const prefixes = (this.#prefixes = island.prefixes ?? {});
    const names = new Map(terms.map(({ term, label }) => [term, label]));
    this.results = new Results(prefixes, names, () => makeLooks(makePalette(this.#theme.dark), kinds, terms), (net) => describe(net, server, prefixes),
      (texts) => askBearers(texts, server, prefixes));
    const first = examples[0]?.sparql ?? FIRST;
    this.#tabs = new KeptTabs(first);
    this.#untouched.set(this.#tabs.shown.id, first);
    this.#strip = new TabStrip(this.#tabs, {
      show: (tab) => this.#move(() => this.#tabs.show(tab)),
      add: () => this.#move(() => this.#tabs.add("", "")),
      close: (tab) => this.#move(() => this.#close(tab)),
      reopen: () => this.#move(() => this.#tabs.reopen()),
    });
    this.editor = new Editor(makeCompletion(prefixes, terms, server), () => this.#run(), () => this.#keep());
    this.#mistake = new Mistake(this.editor);
    this.#questions = new Questions(questions, examples, prefixes, server, {
      ask: (name, title, values) => this.#askQuestion(name, title, values),
      edit: (sparql, words) => this.#edit(sparql, words),
    });
    this.#theme.onChange = () => this.results.applyTheme();
  }

  open(): void {
    this.#lay();
    window.addEventListener("hashchange", () => {
      if (location.hash !== this.#hash) this.#follow();
    });
    window.addEventListener("storage", ({ key }) => {
      if (key !== null && !key.startsWith(TAB_KEY)) return;
      this.#tabs.reread();
      this.#strip.draw();
    });
    this.#showTab();
    this.#follow();
  }

  #lay(): void {
    const title = this.#island.title ?? "";
    document.title = title ? `Query ${title} – sociogram` : "Query – sociogram";
    const main = h("main", { id: "main", tabindex: "-1" }, this.#questions.form, this.#strip.element, this.editor.element, this.#bar(), this.#mistake.element, this.results.element);
    add(document.body,
      skipLink(main),
      h("header", {}, heading(title),
        h("nav", { "aria-label": "Pages" }, h("a", { class: "tab", href: "/" }, "Map"), h("a", { class: "tab", href: "/query", "aria-current": "page" }, "Query")),
        this.#listButton(), this.#theme.button),
      h("div", { class: "columns" }, this.#questions.list, main));
  }

  /** Opens the questions where the window is too narrow to have them beside the editor. */
  #listButton(): HTMLElement {
    const show = (isOpen: boolean) => {
      document.body.classList.toggle("list-open", isOpen);
      opener.setAttribute("aria-expanded", String(isOpen));
    };
    const opener: HTMLButtonElement = button("Questions", () => show(!document.body.classList.contains("list-open")),
      { class: "list-button", "aria-expanded": "false" });
    this.#questions.list.addEventListener("click", () => show(false));
    return opener;
  }

  #bar(): HTMLElement {
    const { runButton, cancelButton, said } = this.#asker;
    return h("div", { class: "bar" }, runButton, cancelButton, said, h("span", { class: "acts" },
      this.#earlier.element,
      button("Add prefixes", () => this.#addPrefixes(),
        { class: "small", title: "Write down the prefixes that the query uses, for use elsewhere; here they are known" }),
      button("Link", () => void this.#copyLink(), { class: "small", title: "A link that brings this query back" })));
  }

  #addPrefixes(): void {
    const missing = undeclared(this.editor.text, this.#prefixes);
    if (missing.length) this.editor.text = declarations(missing, this.#prefixes, "\n") + this.editor.text;
    this.#asker.say(missing.length ? `Added: ${missing.join(", ")}` : "It declares all the prefixes that it uses.");
  }

  async #copyLink(): Promise<void> {
    this.#setHash([["query", this.editor.text]]);
    this.#asker.say((await copy(location.href)) ? "The link is copied." : "Copy it from the address bar.");
  }

  #keep(): void {
    const { shown } = this.#tabs;
    this.#tabs.change({ sparql: this.editor.text });
    if (this.#outcomes.get(shown.id)?.error) this.#outcomes.delete(shown.id);
    this.#mistake.hide();
  }

  /** Shows another tab, which `change` chooses, in the place of the one that is shown. */
  #move(change: () => void): void {
    change();
    this.#showTab();
  }

  #showTab(): void {
    const { shown } = this.#tabs;
    this.editor.show(shown.id, shown.sparql);
    this.#strip.draw();
    this.#asker.show(shown.id);
    this.#showOutcome();
  }

  #close(tab: QueryTab): void {
    this.#asker.leave(tab.id);
    this.#outcomes.delete(tab.id);
    this.#tabs.close(tab);
    this.editor.forget(tab.id);
  }

  #run(): void {
    const { text } = this.editor;
    if (!text.trim()) return this.#asker.say("There is nothing to ask yet.");
    // In one line with the query's first, so that the lines of an error are those of the editor.
    const missing = declarations(undeclared(text, this.#prefixes), this.#prefixes, " ");
    void this.#ask({ sparql: text }, { tab: this.#tabs.shown.id, title: "Answer", shift: [...missing].length,
      fetch: (signal) => this.#server.ask("/sparql", { body: missing + text, type: "application/sparql-query", accept: ACCEPT, signal }) });
  }

  #askQuestion(name: string, title: string, values: string[]): void {
    const given = values.map((value): [string, string] => ["argument", value]);
    this.#setHash([["question", name], ...given]);
    const query = new URLSearchParams([["name", name], ...given]);
    void this.#ask({ question: { name, title, values } }, { tab: this.#tabs.shown.id, title, shift: 0,
      fetch: (signal) => this.#server.ask(`/api/question?${query}`, { accept: "application/sparql-results+json", signal }) });
  }

  async #ask(what: Pick<Asked, "sparql" | "question">, request: Request): Promise<void> {
    const at = Date.now();
    this.#shutLists();
    this.#mistake.clear();
    const asking = this.#asker.ask(request);
    this.#markBusy();
    const outcome = await asking;
    if (!outcome) return;
    const { reply, error } = outcome;
    this.#earlier.keep({ ...what, at, answer: reply ? `${counted(reply.answer)} in ${lasted(reply.milliseconds)}` : error ? "refused" : "cancelled" });
    if (reply || error) this.#outcomes.set(request.tab, { ...outcome, shift: request.shift });
    if (request.tab !== this.#tabs.shown.id) return this.#strip.markAnswered(request.tab);
    this.#shutLists();
    this.#asker.say(reply || error ? "" : "Cancelled.");
    this.#showOutcome();
    // The query stays in sight where there is room for both.
    const { element } = this.results;
    if (reply && element.getBoundingClientRect().top > innerHeight * 0.6) element.scrollIntoView({ block: "start" });
  }

  /** Nothing that could be chosen lies over an answer. */
  #shutLists(): void {
    this.editor.shutCompletion();
    this.#questions.shutLists();
    this.#earlier.shut();
  }

  /** Shows what came of the tab's last request. */
  #showOutcome(): void {
    const outcome = this.#outcomes.get(this.#tabs.shown.id);
    this.#mistake.clear();
    if (outcome?.reply) this.results.show(outcome.reply);
    else this.results.clear();
    if (outcome?.error) this.#mistake.show(outcome.error, outcome.shift);
    this.#markBusy();
  }

  #markBusy(): void {
    const { element } = this.results;
    if (this.#asker.isBusy) element.setAttribute("aria-busy", "true");
    else element.removeAttribute("aria-busy");
  }

  #edit(sparql: string, words: string): void {
    this.#putInTab(words, sparql.trim() + "\n");
    this.#asker.say(`In the editor: ${words}`);
    this.editor.focus();
  }

  #takeAgain(asked: Asked): void {
    const { sparql, question } = asked;
    const named = (this.#island.questions ?? []).find(({ name }) => name === question?.name);
    if (sparql !== undefined) this.#edit(sparql, titleOf(asked));
    else if (named) this.#questions.open(named, question?.values);
    else this.#asker.say("There is no such question any more.");
  }

  /** Shows the tab that has this text, or puts it into a new one; a text that nobody has touched makes way for it. */
  #putInTab(name: string, sparql: string): void {
    const { tabs, shown, isFull } = this.#tabs;
    const same = tabs.find((each) => each.sparql.trim() === sparql.trim());
    if (same) this.#tabs.show(same);
    else if (isFull || !shown.sparql.trim() || this.#untouched.get(shown.id) === shown.sparql) this.#tabs.replace(name, sparql);
    else this.#tabs.add(name, sparql);
    this.#untouched.set(this.#tabs.shown.id, sparql);
    this.#showTab();
  }

  #setHash(pairs: [string, string][]): void {
    this.#hash = `#${new URLSearchParams(pairs)}`;
    history.replaceState(null, "", this.#hash);
  }

  /** Takes a link: it is put where it can be seen, and asked only by a further key. */
  #follow(): void {
    const link = new URLSearchParams(location.hash.slice(1));
    const sparql = link.get("query");
    const question = (this.#island.questions ?? []).find((each) => each.name === link.get("question"));
    if (sparql !== null) {
      this.#putInTab("", sparql);
      this.#asker.say("The query of the link; Run or Ctrl-Enter asks it.");
    } else if (question) this.#questions.open(question, link.getAll("argument"));
  }
}
