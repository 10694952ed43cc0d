// How a reader gets to write: a word about the token, and a field for it.

import { form, h, note, smallButton } from "../page/dom";
import { keepToken, type Server } from "./server";

export function tokenNote(server: Server, writable: boolean): HTMLElement {
  if (!writable) return note("This server only reads (--read-only): it takes no judgements.");
  const field = h("input", { type: "password", autocomplete: "off", "aria-label": "Token of the server", placeholder: "token" });
  const use = (token: string) => {
    keepToken(token);
    location.reload();
  };
  const giving = form(() => {
    if (field.value.trim()) use(field.value.trim());
  }, { class: "pick" }, field, h("button", { type: "submit" }, "Use it"));
  return h("div", {}, note("To write judgements at once, open the link that sociogram serve printed when it started, with #token=… at its end, or give the token here. It is kept for this tab alone."),
    giving, server.token ? smallButton("Forget the token", () => use("")) : null);
}
