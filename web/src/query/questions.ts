// The questions that have names: a list, and for the one chosen a form with its actors.

import { button, fill, h } from "../dom";
import { type Server, wordsOf } from "../server";
import { ActorField } from "./combobox";
import { actorTerm, type Prefixes } from "./prefixes";

export interface Question {
  name: string; title: string; usage: string; sparql: string;
  parameters: ({ name: string; required?: boolean } | string)[];
}
export interface Example { title: string; sparql: string }

export interface Asking {
  /** Asks the named question itself. */
  question(name: string, title: string, values: string[]): void;
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
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(questions: Question[], examples: Example[], private readonly prefixes: Prefixes, private readonly server: Server, private readonly asking: Asking) {
    const choices = (title: string, items: HTMLElement[]) => (items.length ? [h("h2", {}, title), h("ul", {}, items.map((each) => h("li", {}, each)))] : []);
    const ask = questions.map((question) => {
      const one: HTMLButtonElement = button(question.title, () => this.open(question), { class: "choice", title: question.usage, "aria-pressed": "false" });
      this.buttons.set(question.name, one);
      return one;
    });
    this.list.append(...choices("Questions", ask), ...choices("Examples", examples.map(({ title, sparql }) =>
      button(title, () => {
        this.close();
        asking.edit(sparql, `Example: ${title}`);
      }, { class: "choice" }))));
  }

  close(): void {
    this.form.hidden = true;
    for (const each of this.buttons.values()) each.setAttribute("aria-pressed", "false");
  }

  /** Opens the form of a question, with values that a link gives. */
  open(question: Question, values: string[] = []): void {
    for (const [own, each] of this.buttons) each.setAttribute("aria-pressed", String(own === question.name));
    const fields = question.parameters.map((each, place) => {
      const parameter = typeof each === "string" ? { name: each, required: isRequired(question.usage, each) } : each;
      const field = new ActorField(`parameter-${place}`, parameter.name, parameter.required ?? true, this.server);
      if (values[place]) field.value = values[place];
      return { name: parameter.name, field };
    });
    const said = h("p", { role: "status", class: "note" });
    const form = h("form", { on: { submit: (event) => {
      event.preventDefault();
      this.asking.question(question.name, question.title, trimmed(fields.map(({ field }) => field.value)));
    } } }, fields.map(({ field }) => field.element), h("p", { class: "acts" },
      h("button", { type: "submit", class: "strong" }, "Ask"),
      question.name === PATH ? null : button("Edit its SPARQL", async () => {
        try {
          const terms: [string, string][] = [];
          for (const { name, field } of fields) {
            const id = await field.resolve();
            if (id) terms.push([name, actorTerm(id, this.prefixes)]);
          }
          said.textContent = "";
          this.asking.edit(withValues(question.sparql, terms), question.title);
        } catch (error) {
          said.textContent = wordsOf(error);
        }
      }), button("Close", () => this.close())), said);
    fill(this.form, h("h2", { tabindex: "-1" }, question.title), form,
      h("details", { class: "usage" }, h("summary", {}, "Its SPARQL, and on the command line"), h("p", {}, h("code", {}, `sociogram query ${question.usage}`)),
        h("pre", { tabindex: "0", "aria-label": "SPARQL of the question" }, question.sparql.trim())));
    this.form.hidden = false;
    (fields[0]?.field.input ?? this.form.querySelector<HTMLElement>("button"))?.focus();
    if (!fields.length) this.asking.question(question.name, question.title, []);
  }
}

/** Values to the last that is given: the server takes them by their place. */
function trimmed(values: string[]): string[] {
  const last = values.reduce((end, value, place) => (value ? place + 1 : end), 0);
  return values.slice(0, last);
}

/** A parameter is required unless it stands between square brackets in the usage line. */
function isRequired(usage: string, name: string): boolean {
  return usage.replace(/\[[^\]]*\]/g, "").includes(`{${name}}`);
}
