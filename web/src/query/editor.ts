// The editor: CodeMirror in a shadow root, whose style sheets are adopted and so need nothing of the page's policy.

import { autocompletion, closeBrackets, closeCompletion, closeBracketsKeymap, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { h } from "../page/dom";

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.operatorKeyword, tags.standard(tags.name)], color: "var(--code-call)" },
  { tag: [tags.local(tags.variableName), tags.variableName], color: "var(--code-variable)" },
  { tag: [tags.atom, tags.tagName, tags.special(tags.variableName), tags.namespace], color: "var(--code-term)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: [tags.comment, tags.meta], color: "var(--faint)" },
]);

const LOOK = EditorView.theme({
  "&": { backgroundColor: "var(--bg)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "8px", fontSize: "13.5px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace", lineHeight: "1.5", maxHeight: "38vh", overflow: "auto" },
  ".cm-content, .cm-gutter": { minHeight: "9rem" },
  ".cm-content": { caretColor: "var(--ink)", padding: "6px 0" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--faint)", border: "0", borderRadius: "8px 0 0 8px" },
  ".cm-placeholder": { color: "var(--faint)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark-r)", outline: "1px solid var(--line)" },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--denied)" },
  ".cm-wrong": { textDecoration: "underline wavy var(--denied)", backgroundColor: "var(--mark-wrong)" },
  ".cm-tooltip": { backgroundColor: "var(--bg)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "6px", overflow: "hidden" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--bg)" },
  ".cm-completionDetail": { color: "inherit", opacity: ".85", fontStyle: "normal" },
});

/**
 * Typing over a selection: left to the browser, it would put style attributes into the editor, to keep the
 * look of what was there, and the page's policy forbids them.
 */
const OVER_SELECTION = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to, empty } = view.state.selection.main;
    if (event.inputType !== "insertText" || event.isComposing || empty || event.data === null) return false;
    const text = event.data;
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
    if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

const wrongAt = StateEffect.define<{ from: number; to: number } | null>();
const WRONG = Decoration.mark({ class: "cm-wrong", attributes: { "aria-invalid": "true" } });
const wrongField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(wrongAt)) return effect.value ? Decoration.set([WRONG.range(effect.value.from, effect.value.to)]) : Decoration.none;
    }
    return transaction.docChanged ? Decoration.none : set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export class Editor {
  readonly element = h("div", { class: "editor" });
  readonly #view: EditorView;
  readonly #extensions: Extension[];
  /** Texts that were shown before, each with its cursor and with what can be undone. */
  readonly #states = new Map<string, EditorState>();
  #shown = "";

  constructor(complete: CompletionSource, run: () => void, changed: () => void) {
    const root = this.element.attachShadow({ mode: "open" });
    const place = document.createElement("div");
    root.append(place);
    this.#extensions = [
      lineNumbers(), highlightSpecialChars(), history(), bracketMatching(), closeBrackets(), EditorView.lineWrapping,
      StreamLanguage.define(sparql), syntaxHighlighting(COLOURS), wrongField, LOOK, OVER_SELECTION,
      autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60 }),
      placeholder("SELECT …  (Ctrl-Space completes, Ctrl-Enter runs)"),
      // Tab is left alone, so that the keyboard is not caught in the editor.
      keymap.of([
        { key: "Mod-Enter", run: () => (run(), true) }, { key: "Ctrl-Enter", run: () => (run(), true) },
        ...completionKeymap, ...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap,
      ]),
      EditorView.contentAttributes.of({ "aria-label": "SPARQL query; Ctrl-Enter runs it, Ctrl-Space completes", spellcheck: "false", autocapitalize: "off", translate: "no" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed();
        if (update.focusChanged && !update.view.hasFocus) closeCompletion(update.view);
      }),
    ];
    this.#view = new EditorView({ root, parent: place, state: this.#stateOf("") });
  }

  #stateOf(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: this.#extensions });
  }

  /** Shows the text that is called `id`, as it was left, or as `text` where it has changed elsewhere. */
  show(id: string, text: string): void {
    this.shutCompletion();
    this.#states.set(this.#shown, this.#view.state);
    this.#shown = id;
    const before = this.#states.get(id);
    this.#view.setState(before?.doc.toString() === text ? before : this.#stateOf(text));
  }

  /** The text called `id` is not shown again. */
  forget(id: string): void {
    this.#states.delete(id);
  }

  /** Shuts the list of what could be written, so that it lies over no answer. */
  shutCompletion(): void {
    closeCompletion(this.#view);
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  set text(text: string) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
  }

  focus(): void {
    this.#view.focus();
  }

  /** Marks what stands at a line and column, both counted from one; columns are code points. */
  mark(line: number, column: number): void {
    const { doc } = this.#view.state;
    if (!doc.length) return;
    const row = doc.line(Math.max(1, Math.min(doc.lines, line)));
    const points = [...row.text].slice(0, Math.max(0, column - 1)).join("").length;
    let from = Math.min(row.from + points, row.to);
    const word = /^[\w:?$-]+|^\S/.exec(doc.sliceString(from, row.to))?.[0] ?? "";
    let to = from + word.length;
    if (from === to) {
      // At the end of a line, or of all: what stands before it.
      from = Math.max(0, from - 1);
      to = Math.max(from + 1, to);
    }
    this.#view.dispatch({ effects: [wrongAt.of({ from, to: Math.min(doc.length, to) })] });
  }

  unmark(): void {
    this.#view.dispatch({ effects: [wrongAt.of(null)] });
  }

  /** Sets the cursor on a place that was marked. */
  go(line: number, column: number): void {
    const { doc } = this.#view.state;
    const row = doc.line(Math.max(1, Math.min(doc.lines, line)));
    this.#view.dispatch({ selection: { anchor: Math.min(row.to, row.from + Math.max(0, column - 1)) }, scrollIntoView: true });
    this.#view.focus();
  }
}
