// The query page: questions with names, an editor for SPARQL, and the answer.

import "../base.css";
import "./query.css";
import { add, button, copy, fill, h } from "../dom";
import { makePalette } from "../palette";
import { Failure, isAbort, Server, takeToken, wordsOf } from "../server";
import { oneLine, shorten } from "../words";
import { makeCompletion, type OntologyTerm } from "./completion";
import { Editor } from "./editor";
import { makeLooks } from "./looks";
import { declarations, type Prefixes, undeclared } from "./prefixes";
import { type Example, type Question, Questions } from "./questions";
import { Results } from "./results";
import { readAnswer } from "./terms";
import { describe } from "./describe";

interface Island {
  questions: Question[]; prefixes: Prefixes; examples: Example[]; generation: string;
  terms?: OntologyTerm[]; kinds?: [id: string, label: string, group: string][]; title?: string;
}

const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";
const KEPT = "sociogram query";
const FIRST = "# Who funds whom, and how many claims say so?\nSELECT ?subject ?relation ?object ?claims WHERE {\n  ?tie a soc:Tie ; rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ; soc:affirmed ?claims .\n" +
  "  ?s rdfs:label ?subject . ?o rdfs:label ?object .\n  FILTER(?relation IN (soc:funded, soc:paid, soc:gave))\n}\nORDER BY DESC(?claims)\nLIMIT 100\n";

function start(): void {
  const island = JSON.parse(document.getElementById("query")?.textContent ?? "{}") as Island;
  const prefixes = island.prefixes ?? {};
  const server = new Server(takeToken());
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let theme: "light" | "dark" = dark.matches ? "dark" : "light";
  let palette = makePalette(theme === "dark");
  let running: AbortController | null = null;

  const said = h("p", { class: "said", role: "status" });
  const wrong = h("div", { class: "wrong", role: "alert", hidden: true });
  const names = new Map((island.terms ?? []).map(({ term, label }) => [term, label]));
  const results = new Results(prefixes, names, () => makeLooks(palette, island.kinds ?? [], island.terms ?? []), (net) => describe(net, server, prefixes));
  const editor = new Editor(kept() ?? island.examples?.[0]?.sparql ?? FIRST, makeCompletion(prefixes, island.terms ?? [], server), () => void run(), () => {
    keep(editor.text);
    wrong.hidden = true;
  });
  const runButton = button("Run", () => void run(), { class: "strong", title: "Ctrl-Enter" });
  const cancelButton = button("Cancel", () => running?.abort(), { hidden: true });

  const fail = (error: unknown, shift: number) => {
    wrong.hidden = false;
    const words = wordsOf(error);
    const place = error instanceof Failure && error.status === 400 ? placeOf(error, words) : null;
    if (!place) return fill(wrong, words);
    const [line, column] = [place[0], place[0] === 1 ? Math.max(1, place[1] - shift) : place[1]];
    editor.mark(line, column);
    fill(wrong, words.replace(/\b\d+:\d+\b/, `${line}:${column}`), " ",
      button(`Go to line ${line}, column ${column}`, () => editor.go(line, column), { class: "small" }));
  };
  /** Asks one thing at a time: what was asked before is let go of. */
  const ask = async (title: string, shift: number, fetching: (signal: AbortSignal) => Promise<Response>) => {
    running?.abort();
    const own = new AbortController();
    running = own;
    wrong.hidden = true;
    editor.unmark();
    runButton.disabled = true;
    cancelButton.hidden = false;
    said.textContent = "Asking …";
    results.element.setAttribute("aria-busy", "true");
    const began = performance.now();
    try {
      const response = await fetching(own.signal);
      const raw = await response.text();
      const answer = readAnswer(raw, response.headers.get("Content-Type") ?? "");
      said.textContent = "";
      results.show({ answer, milliseconds: performance.now() - began, truncated: response.headers.has("X-Sociogram-Truncated"), title });
      // The query stays in sight where there is room for both.
      if (results.element.getBoundingClientRect().top > innerHeight * 0.6) results.element.scrollIntoView({ block: "start" });
    } catch (error) {
      said.textContent = isAbort(error) && running === own ? "Cancelled." : "";
      if (!isAbort(error)) {
        results.clear();
        fail(error, shift);
      }
    }
    if (running !== own) return;
    running = null;
    runButton.disabled = false;
    cancelButton.hidden = true;
    results.element.removeAttribute("aria-busy");
  };
  const run = async () => {
    const text = editor.text;
    if (!text.trim()) return void (said.textContent = "There is nothing to ask yet.");
    // In one line with the query's first, so that the lines of an error are those of the editor.
    const missing = declarations(undeclared(text, prefixes), prefixes, " ");
    await ask("Answer", [...missing].length, (signal) => server.ask("/sparql", { body: missing + text, type: "application/sparql-query", accept: ACCEPT, signal }));
  };

  const questions = new Questions(island.questions ?? [], island.examples ?? [], prefixes, server, {
    question: (own, title, values) => {
      const query = new URLSearchParams({ name: own });
      for (const value of values) query.append("argument", value);
      setHash([["question", own], ...values.map((value): [string, string] => ["argument", value])]);
      void ask(title, 0, (signal) => server.ask(`/api/question?${query}`, { accept: "application/sparql-results+json", signal }));
    },
    edit: (sparql, words) => {
      editor.text = sparql.trim() + "\n";
      said.textContent = `In the editor: ${words}`;
      editor.focus();
    },
  });
  const listButton: HTMLButtonElement = button("Questions", () => {
    const open = document.body.classList.toggle("list-open");
    listButton.setAttribute("aria-expanded", String(open));
  }, { class: "list-button", "aria-expanded": "false" });
  questions.list.addEventListener("click", () => {
    document.body.classList.remove("list-open");
    listButton.setAttribute("aria-expanded", "false");
  });

  const themeButton = button("Dark", () => {
    theme = theme === "dark" ? "light" : "dark";
    applyTheme();
  }, { class: "theme" });
  const applyTheme = () => {
    document.documentElement.dataset.theme = theme;
    palette = makePalette(theme === "dark");
    themeButton.textContent = theme === "dark" ? "Light" : "Dark";
    results.applyTheme();
  };
  dark.addEventListener("change", () => {
    theme = dark.matches ? "dark" : "light";
    applyTheme();
  });
  const bar = h("div", { class: "bar" }, runButton, cancelButton, said, h("span", { class: "acts" },
    button("Add prefixes", () => {
      const missing = undeclared(editor.text, prefixes);
      if (missing.length) editor.text = declarations(missing, prefixes, "\n") + editor.text;
      said.textContent = missing.length ? `Added: ${missing.join(", ")}` : "It declares all the prefixes that it uses.";
    }, { class: "small", title: "Write down the prefixes that the query uses, for use elsewhere; here they are known" }),
    button("Link", async () => {
      setHash([["query", editor.text]]);
      said.textContent = (await copy(location.href)) ? "The link is copied." : "Copy it from the address bar.";
    }, { class: "small", title: "A link that brings this query back" })));

  const title = island.title ?? "";
  document.title = title ? `Query ${title} – sociogram` : "Query – sociogram";
  const main = h("main", { id: "main", tabindex: "-1" }, questions.form, editor.element, bar, wrong, results.element);
  add(document.body,
    h("a", { class: "skip", href: "#main", on: { click: (event) => {
      event.preventDefault();
      main.focus();
    } } }, "Skip to the content"),
    h("header", {}, h("h1", {}, "sociogram", title ? h("bdi", { class: "title" }, shorten(oneLine(title), 40)) : null),
      h("nav", { "aria-label": "Pages" }, h("a", { class: "tab", href: "/" }, "Map"), h("a", { class: "tab", href: "/query", "aria-current": "page" }, "Query")), listButton, themeButton),
    h("div", { class: "columns" }, questions.list, main));
  applyTheme();

  /** Takes a link: it is put where it can be seen, and asked only by a further key. */
  const follow = () => {
    const link = new URLSearchParams(location.hash.slice(1));
    const sparql = link.get("query");
    const question = (island.questions ?? []).find((each) => each.name === link.get("question"));
    if (sparql !== null) {
      editor.text = sparql;
      said.textContent = "The query of the link; Run or Ctrl-Enter asks it.";
    } else if (question) questions.open(question, link.getAll("argument"));
  };
  let own = location.hash;
  const setHash = (pairs: [string, string][]) => {
    own = `#${new URLSearchParams(pairs)}`;
    history.replaceState(null, "", own);
  };
  window.addEventListener("hashchange", () => {
    if (location.hash !== own) follow();
  });
  follow();
  Object.assign(window, { sociogramQuery: { editor, results } });
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

/** Line and column of a mistake, as the server gives them or as they stand in its words. */
function placeOf(error: Failure, words: string): [number, number] | null {
  const { line, column } = error.details;
  if (typeof line === "number" && typeof column === "number") return [line, column];
  const match = /\b(\d+):(\d+)\b/.exec(words);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(text: string): void {
  try {
    sessionStorage.setItem(KEPT, text);
  } catch {
    // Without storage the query lives as long as the page.
  }
}

start();
