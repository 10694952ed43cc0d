// What is in the editor, kept for this tab.

const KEY = "sociogram query";

export function keptQuery(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepQuery(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Without storage the query lives as long as the page.
  }
}
