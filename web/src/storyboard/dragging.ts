// Steps and pins that are dragged by their grips; what goes over the wire of a drag is made here and read here alone.

/** What is dragged: a step, or one of its pins. */
export interface Dragged { step: number; pin: number | null }

let current: Dragged | null = null;

export function dragged(grip: HTMLElement, what: Dragged): void {
  grip.addEventListener("dragstart", (event) => {
    current = what;
    if (!event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", grip.title);
    const item = grip.closest("li");
    if (item) event.dataTransfer.setDragImage(item, 8, 8);
  });
  grip.addEventListener("dragend", () => (current = null));
}

/** Takes what is dropped on an element; an inner one that takes it comes first. */
export function dropped(target: HTMLElement, take: (what: Dragged) => void): void {
  const isPin = target.classList.contains("pin");
  const mine = () => current !== null && (!isPin || current.pin !== null);
  target.addEventListener("dragover", (event) => {
    if (!mine()) return;
    event.preventDefault();
    event.stopPropagation();
    target.classList.add("over");
  });
  target.addEventListener("dragleave", () => target.classList.remove("over"));
  target.addEventListener("drop", (event) => {
    const what = current;
    if (!what || !mine()) return;
    event.preventDefault();
    event.stopPropagation();
    target.classList.remove("over");
    current = null;
    take(what);
  });
}
