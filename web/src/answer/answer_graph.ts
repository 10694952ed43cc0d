// An answer as a graph.

import { checkbox, fill, h, note } from "../page/dom";
import { explorerLink, type Prefixes } from "../sparql/prefixes";
import type { Answer } from "../sparql/terms";
import type { Looks } from "./looks";
import { makeNet, type Net } from "./net";
import { Picture } from "./picture";

/** Fetches names and kinds of nodes that the answer itself does not tell. */
export type Describe = (net: Net) => Promise<Net>;

export class AnswerGraph {
  /** The picture that is shown, if one is. */
  picture: Picture | null = null;
  #answer: Answer | null = null;
  /** Whether texts, dates and numbers are nodes too. */
  #values = false;
  /** The drawing that is awaited; one that was left is not shown any more. */
  #current = 0;
  readonly #body: HTMLElement;
  readonly #prefixes: Prefixes;
  readonly #names: ReadonlyMap<string, string>;
  readonly #looks: () => Looks;
  readonly #describe: Describe;

  constructor(
    body: HTMLElement, prefixes: Prefixes, names: ReadonlyMap<string, string>, looks: () => Looks, describe: Describe,
  ) {
    this.#body = body;
    this.#prefixes = prefixes;
    this.#names = names;
    this.#looks = looks;
    this.#describe = describe;
  }

  take(answer: Answer): void {
    this.#answer = answer;
    this.#values = false;
  }

  /** Something else is shown from now on. */
  leave(): void {
    this.#current++;
    this.picture = null;
  }

  applyTheme(): void {
    this.picture?.setLooks(this.#looks());
  }

  async draw(): Promise<void> {
    if (!this.#answer) return;
    const own = ++this.#current;
    const net = this.#makeNet(this.#answer);
    fill(this.#body, h("p", { class: "note", role: "status" }, "Drawing …"));
    const described = await this.#describe(net).catch(() => net);
    if (this.#current === own) this.#show(described);
  }

  #makeNet(answer: Answer): Net {
    const net = makeNet(answer, this.#prefixes, this.#names, this.#values);
    if (net.edges.length || !net.values || this.#values) return net;
    // There is nothing else that could be drawn.
    this.#values = true;
    return makeNet(answer, this.#prefixes, this.#names, true);
  }

  #show(net: Net): void {
    if (!net.nodes.length) {
      fill(this.#body, note("There is nothing to draw."));
      return;
    }
    this.picture = new Picture(net, this.#looks(), (node) => {
      const { term } = net.nodes[node];
      return term.type === "uri" ? explorerLink(term.value, this.#prefixes) : null;
    });
    fill(this.#body, net.values ? this.#valuesSwitch() : null, this.picture.element);
  }

  #valuesSwitch(): HTMLElement {
    return checkbox("values-too", this.#values, (checked) => {
      this.#values = checked;
      void this.draw();
    }, " texts, dates and numbers too");
  }
}
