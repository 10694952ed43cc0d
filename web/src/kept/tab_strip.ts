// The strip of tabs above the editor: each has a name that can be changed, and can be closed and brought back.

import { button, fill, h, name, smallButton } from "../page/dom";
import { type KeptTabs, LONGEST_NAME, MOST_TABS, type QueryTab } from "./kept_tabs";

/** What the page does when another tab is to be shown; it has to draw the strip anew. */
export interface TabActions {
  show(tab: QueryTab): void;
  add(): void;
  close(tab: QueryTab): void;
  reopen(): void;
}

export class TabStrip {
  readonly element = h("div", { class: "query-tabs", role: "group", "aria-label": "Open queries" });
  readonly #tabs: KeptTabs;
  readonly #actions: TabActions;
  /** Ids of tabs whose answer came while another was shown. */
  readonly #answered = new Set<string>();

  constructor(tabs: KeptTabs, actions: TabActions) {
    this.#tabs = tabs;
    this.#actions = actions;
  }

  /** The answer of a tab that is not shown has come. */
  markAnswered(id: string): void {
    this.#answered.add(id);
    this.draw();
  }

  draw(): void {
    const { tabs, shown, isFull, canReopen } = this.#tabs;
    this.#answered.delete(shown.id);
    const hadFocus = this.element.contains(document.activeElement);
    fill(this.element, h("ul", {}, tabs.map((tab) => h("li", { class: tab === shown ? "shown" : undefined }, this.#tabButton(tab), this.#closeButton(tab)))),
      h("span", { class: "acts" },
        smallButton("New", () => this.#actions.add(), { title: isFull ? `No more than ${MOST_TABS} queries are open at a time` : "A new query in a tab of its own", disabled: isFull }),
        smallButton("Rename", () => this.#rename(shown), { title: "Give this query another name (F2, or twice on its tab)" }),
        canReopen ? smallButton("Reopen", () => this.#actions.reopen(), { title: "Bring back the query that was closed last" }) : null));
    if (hadFocus) this.focus();
  }

  /** Sets the focus on the tab that is shown. */
  focus(): void {
    this.element.querySelector<HTMLElement>("[aria-current]")?.focus();
  }

  #tabButton(tab: QueryTab): HTMLElement {
    const isShown = tab === this.#tabs.shown;
    const isAnswered = this.#answered.has(tab.id);
    return h("button", {
      type: "button", class: "query-tab", "aria-current": isShown ? "true" : undefined,
      on: {
        click: () => {
          if (!isShown) this.#actions.show(tab);
        },
        dblclick: () => this.#rename(tab),
        keydown: (event) => this.#key(event, tab),
      },
    }, name(tab.name), isAnswered ? h("span", { class: "note" }, " answered") : null);
  }

  #closeButton(tab: QueryTab): HTMLElement {
    return button("×", () => this.#actions.close(tab), { class: "close", "aria-label": `Close ${tab.name}`, title: "Close (Delete on its tab)" });
  }

  #key(event: KeyboardEvent, tab: QueryTab): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const { tabs } = this.#tabs;
    if (step) this.#actions.show(tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]);
    else if (event.key === "F2") this.#rename(tab);
    else if (event.key === "Delete") this.#actions.close(tab);
    else return;
    event.preventDefault();
  }

  /** Puts a field in the place of the tab's name. */
  #rename(tab: QueryTab): void {
    if (tab !== this.#tabs.shown) this.#actions.show(tab);
    const place = this.element.querySelector("[aria-current]");
    if (!place) return;
    const field = h("input", { type: "text", "aria-label": "Name of the query", maxlength: LONGEST_NAME, spellcheck: "false" });
    field.value = tab.name;
    let isDone = false;
    const end = (isKept: boolean, byKey: boolean) => {
      if (isDone) return;
      isDone = true;
      if (isKept) this.#tabs.change({ name: field.value });
      if (byKey) {
        this.draw();
        this.focus();
      } else {
        // All else stays in its place: it may be what is being clicked on.
        field.nextElementSibling?.replaceWith(this.#closeButton(tab));
        field.replaceWith(this.#tabButton(tab));
      }
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") end(event.key === "Enter", true);
    });
    field.addEventListener("blur", () => end(true, false));
    place.replaceWith(field);
    field.focus();
    field.select();
  }
}
