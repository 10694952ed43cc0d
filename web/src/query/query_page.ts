// The query page: questions with names, an editor for SPARQL, and the answer.

import { describe } from "../answer/describe";
import { makeLooks } from "../answer/looks";
import { Results } from "../answer/results";
import { makePalette } from "../map/palette";
import { add, button, copy, h } from "../page/dom";
import { heading, skipLink } from "../page/frame";
import { Theme } from "../page/theme";
import type { Server } from "../served/server";
import type { Kind, OntologyTerm } from "../sparql/ontology_term";
import { declarations, type Prefixes, undeclared } from "../sparql/prefixes";
import { Asker } from "./asker";
import { makeCompletion } from "./completion";
import { Earlier } from "./earlier";
import { Editor } from "./editor";
import { keepQuery, keptQuery } from "./kept_query";
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
  readonly #asker: Asker;
  readonly #earlier = new Earlier((sparql) => this.#edit(sparql, "a query that was asked before"));
  readonly #questions: Questions;
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
    this.results = new Results(prefixes, names, () => makeLooks(makePalette(this.#theme.dark), kinds, terms), (net) => describe(net, server, prefixes));
    this.editor = new Editor(keptQuery() ?? examples[0]?.sparql ?? FIRST, makeCompletion(prefixes, terms, server), () => this.#run(), () => this.#keep());
    this.#mistake = new Mistake(this.editor);
    this.#asker = new Asker(this.results, this.#mistake, () => this.#run());
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
    this.#follow();
  }

  #lay(): void {
    const title = this.#island.title ?? "";
    document.title = title ? `Query ${title} – sociogram` : "Query – sociogram";
    const main = h("main", { id: "main", tabindex: "-1" }, this.#questions.form, this.editor.element, this.#bar(), this.#mistake.element, this.results.element);
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
    keepQuery(this.editor.text);
    this.#mistake.hide();
  }

  #run(): void {
    const { text } = this.editor;
    if (!text.trim()) return this.#asker.say("There is nothing to ask yet.");
    this.editor.shutCompletion();
    this.#earlier.keep(text);
    // In one line with the query's first, so that the lines of an error are those of the editor.
    const missing = declarations(undeclared(text, this.#prefixes), this.#prefixes, " ");
    void this.#asker.ask({ title: "Answer", shift: [...missing].length,
      fetch: (signal) => this.#server.ask("/sparql", { body: missing + text, type: "application/sparql-query", accept: ACCEPT, signal }) });
  }

  #askQuestion(name: string, title: string, values: string[]): void {
    const given = values.map((value): [string, string] => ["argument", value]);
    this.#setHash([["question", name], ...given]);
    this.editor.shutCompletion();
    const query = new URLSearchParams([["name", name], ...given]);
    void this.#asker.ask({ title, shift: 0,
      fetch: (signal) => this.#server.ask(`/api/question?${query}`, { accept: "application/sparql-results+json", signal }) });
  }

  #edit(sparql: string, words: string): void {
    this.editor.text = sparql.trim() + "\n";
    this.#asker.say(`In the editor: ${words}`);
    this.editor.focus();
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
      this.editor.text = sparql;
      this.#asker.say("The query of the link; Run or Ctrl-Enter asks it.");
    } else if (question) this.#questions.open(question, link.getAll("argument"));
  }
}
