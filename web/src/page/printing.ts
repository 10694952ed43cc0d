// Printing a part of the page as a page of its own.

/** Prints an element alone; `title` is what the browser writes above it and proposes as the name of a file. */
export function printed(paper: HTMLElement, title = ""): void {
  const take = layPaper(paper, title);
  window.print();
  take();
}

/** Lays an element over all else for a print that comes; gives what takes it away again. */
export function layPaper(paper: HTMLElement, title = ""): () => void {
  const before = document.title;
  paper.classList.add("printed");
  document.body.append(paper);
  document.body.classList.add("printing");
  if (title.trim()) document.title = title;
  return () => {
    document.title = before;
    document.body.classList.remove("printing");
    paper.remove();
  };
}

/** Whether something lies there to be printed already. */
export function isPrinting(): boolean {
  return document.body.classList.contains("printing");
}
