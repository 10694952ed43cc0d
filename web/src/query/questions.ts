// The questions that have names: a list, and for the one chosen a form with its actors.

import { button, fill, form, h, panelHeading } from "../page/dom";
import { type Server, wordsOf } from "../served/server";
import { actorTerm, type Prefixes } from "../sparql/prefixes";
import { ActorField } from "./actor_field";

export interface Question {
  name: string; title: string; usage: string; sparql: string;
  parameters: ({ name: string; required?: boolean } | string)[];
}
export interface Example { title: string; sparql: string }

/** What the page does with a question. */
export interface QuestionActions {
  /** Asks the named question itself. */
  ask(name: string, title: string, values: string[]): void;
  /** Puts a query into the editor. */
  edit(sparql: string, words: string): void;
}

/** Found step by step over the ties: its query alone does not give the answer. */
const PATH = "path";

/** The question's query with values for its parameters, as the command line binds them. */
export function withValues(sparql: string, values: [name: string, term: string][]): string {
  if (!values.length) return sparql;
  const block = `VALUES (${values.map(([each]) => `?${each}`).join(" ")}) { (${values.map(([, term]) => term).join(" ")}) }`;
  // A function: "$" in a term is no reference.
  return sparql.replace("WHERE {", () => `WHERE {\n  ${block}`);
}

export class Questions {
  readonly list = h("nav", { class: "questions", "aria-label": "Questions" });
  readonly form = h("div", { class: "question", hidden: true });
  readonly #buttons = new Map<string, HTMLButtonElement>();
  #fieldsShown: ActorField[] = [];
  readonly #prefixes: Prefixes;
  readonly #server: Server;
  readonly #actions: QuestionActions;

  constructor(questions: Question[], examples: Example[], prefixes: Prefixes, server: Server, actions: QuestionActions) {
    this.#prefixes = prefixes;
    this.#server = server;
    this.#actions = actions;
    const choices = (title: string, items: HTMLElement[]) => (items.length ? [h("h2", {}, title), h("ul", {}, items.map((each) => h("li", {}, each)))] : []);
    const ask = questions.map((question) => {
      const one: HTMLButtonElement = button(question.title, () => this.open(question), { class: "choice", title: question.usage, "aria-pressed": "false" });
      this.#buttons.set(question.name, one);
      return one;
    });
    this.list.append(...choices("Questions", ask), ...choices("Examples", examples.map(({ title, sparql }) =>
      button(title, () => {
        this.close();
        actions.edit(sparql, title);
      }, { class: "choice" }))));
  }

  close(): void {
    this.form.hidden = true;
    for (const each of this.#buttons.values()) each.setAttribute("aria-pressed", "false");
  }

  /** Shuts the lists of actors. */
  shutLists(): void {
    for (const field of this.#fieldsShown) field.shut();
  }

  /** Opens the form of a question, with values that a link gives. */
  open(question: Question, values: string[] = []): void {
    for (const [own, each] of this.#buttons) each.setAttribute("aria-pressed", String(own === question.name));
    const fields = (this.#fieldsShown = this.#fields(question, values));
    fill(this.form, panelHeading(question.title), this.#questionForm(question, fields), usage(question));
    this.form.hidden = false;
    (fields[0]?.input ?? this.form.querySelector<HTMLElement>("button"))?.focus();
    if (!fields.length) this.#actions.ask(question.name, question.title, []);
  }

  #fields(question: Question, values: string[]): ActorField[] {
    return parametersOf(question).map(({ name, required = true }, place) => {
      const field = new ActorField(`parameter-${place}`, name, required, this.#server);
      if (values[place]) field.value = values[place];
      return field;
    });
  }

  #questionForm(question: Question, fields: ActorField[]): HTMLElement {
    const said = h("p", { role: "status", class: "note" });
    const ask = () => this.#actions.ask(question.name, question.title, trimmed(fields.map(({ value }) => value)));
    return form(ask, {}, fields.map(({ element }) => element), h("p", { class: "acts" },
      h("button", { type: "submit", class: "strong" }, "Ask"),
      question.name === PATH ? null : button("Edit its SPARQL", async () => {
        try {
          await this.#edit(question, fields);
          said.textContent = "";
        } catch (error) {
          said.textContent = wordsOf(error);
        }
      }),
      button("Close", () => this.close())), said);
  }

  /** Puts the query into the editor, with the actors that the fields mean. */
  async #edit(question: Question, fields: ActorField[]): Promise<void> {
    const terms: [name: string, term: string][] = [];
    for (const [place, { name }] of parametersOf(question).entries()) {
      const id = await fields[place].resolve();
      if (id) terms.push([name, actorTerm(id, this.#prefixes)]);
    }
    this.#actions.edit(withValues(question.sparql, terms), question.title);
  }
}

function usage({ usage: line, sparql }: Question): HTMLElement {
  return h("details", { class: "usage" }, h("summary", {}, "Its SPARQL, and on the command line"), h("p", {}, h("code", {}, `sociogram query ${line}`)),
    h("pre", { tabindex: "0", "aria-label": "SPARQL of the question" }, sparql.trim()));
}

function parametersOf({ parameters, usage: line }: Question): { name: string; required?: boolean }[] {
  return parameters.map((each) => (typeof each === "string" ? { name: each, required: isRequired(line, each) } : each));
}

/** Values to the last that is given: the server takes them by their place. */
function trimmed(values: string[]): string[] {
  const last = values.reduce((end, value, place) => (value ? place + 1 : end), 0);
  return values.slice(0, last);
}

/** A parameter is required unless it stands between square brackets in the usage line. */
function isRequired(usage: string, name: string): boolean {
  return usage.replace(/\[[^\]]*(?:\]|$)/g, "").includes(`{${name}}`);
}
