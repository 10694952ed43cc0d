// Elements made of text alone: nothing here parses markup.

type Child = Node | string | null | undefined | false;
type Props = {
  class?: string;
  id?: string;
  title?: string;
  on?: Partial<{ [K in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[K]) => void }>;
  [attribute: string]: unknown;
};

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") {
      for (const [name, listener] of Object.entries(value as Record<string, EventListener>)) {
        element.addEventListener(name, listener);
      }
    } else if (key === "class") element.className = String(value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  add(element, ...children);
  return element;
}

export function add(element: Element, ...children: (Child | Child[])[]): void {
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

export function fill(element: Element, ...children: (Child | Child[])[]): void {
  element.replaceChildren();
  add(element, ...children);
}

export function button(label: string, action: (event: MouseEvent) => void, props: Props = {}): HTMLButtonElement {
  return h("button", { type: "button", ...props, on: { click: action } }, label);
}

export function smallButton(label: string, action: (event: MouseEvent) => void, props: Props = {}): HTMLButtonElement {
  return button(label, action, { class: "small", ...props });
}

/** A button that shows and hides something; `toggle` gives whether it is there now. */
export function toggleButton(label: string, toggle: () => boolean, props: Props = {}): HTMLButtonElement {
  const toggling: HTMLButtonElement = button(label, () => toggling.setAttribute("aria-expanded", String(toggle())), { ...props, "aria-expanded": "false" });
  return toggling;
}

/** A button that looks like a link, for what opens something in the page. */
export function linkButton(action: () => void, ...children: Child[]): HTMLButtonElement {
  return h("button", { type: "button", class: "link", on: { click: action } }, ...children);
}

/** A box to tick before its words. */
export function checkbox(id: string, checked: boolean, change: (checked: boolean) => void, ...words: Child[]): HTMLLabelElement {
  const box = h("input", { type: "checkbox", id, on: { change: () => change(box.checked) } });
  box.checked = checked;
  return h("label", { for: id }, box, ...words);
}

export function note(...children: Child[]): HTMLElement {
  return h("p", { class: "note" }, ...children);
}

/** The heading of a panel, which takes the focus when the panel opens. */
export function panelHeading(...children: Child[]): HTMLElement {
  return h("h2", { tabindex: "-1" }, ...children);
}

/** Facts in a line, paler than the text around it. */
export function factLine(...children: (Child | Child[])[]): HTMLElement {
  return h("p", { class: "facts" }, ...children);
}

/** A number, or the few words beside a name. */
export function countWords(...children: Child[]): HTMLElement {
  return h("span", { class: "count" }, ...children);
}

/** Where something will be told, also to who does not see it. */
export function statusNote(words = ""): HTMLElement {
  return h("span", { role: "status", class: "note" }, words);
}

/** A form that leaves the page where it is. */
export function form(submit: () => void, props: Props, ...children: (Child | Child[])[]): HTMLFormElement {
  return h("form", { ...props, on: { submit: (event) => {
    event.preventDefault();
    submit();
  } } }, ...children);
}

/** A name: in the direction of its own script, and never in need of more room than there is. */
export function name(text: string, most = 120): HTMLElement {
  const short = text.length > most ? `${[...text].slice(0, most - 1).join("")}…` : text;
  return h("bdi", { class: "name", title: short === text ? undefined : text }, short);
}

const SHAPES = "http://www.w3.org/2000/svg";

export function svg(tag: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const element = document.createElementNS(SHAPES, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

export function download(fileName: string, type: string, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = h("a", { href: url, download: fileName });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h("textarea", { class: "offscreen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
