// How a reader gets to write: a word about the token, and a field for it.

import { button, h } from "./dom";
import { keepToken, type Server } from "./server";

export function tokenNote(server: Server, writable: boolean): HTMLElement {
  if (!writable) return h("p", { class: "note" }, "This server only reads (--read-only): it takes no judgements.");
  const field = h("input", { type: "password", autocomplete: "off", "aria-label": "Token of the server", placeholder: "token" });
  const form = h("form", { class: "pick", on: { submit: (event) => {
    event.preventDefault();
    if (!field.value.trim()) return;
    server.token = field.value.trim();
    keepToken(server.token);
    location.reload();
  } } }, field, h("button", { type: "submit" }, "Use it"));
  return h("div", {}, h("p", { class: "note" }, "To write judgements at once, open the link that sociogram serve printed when it started, with #token=… at its end, or give the token here. It is kept for this tab alone."),
    form, server.token ? button("Forget the token", () => {
      keepToken("");
      location.reload();
    }, { class: "small" }) : null);
}
