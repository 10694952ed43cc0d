// What can be judged of an actor, and of one mention of it.

import { form, h, smallButton, statusNote } from "../page/dom";
import { oneLine } from "../page/text";
import type { Actions } from "../state/actions";
import type { Verdict } from "../state/judgement";
import type { State } from "../state/state";
import { actorPicker } from "./actor_picker";

export function judgeActor(state: State, actor: number, actions: Actions): HTMLElement {
  const { id, aliases } = state.graph.data.actors;
  const said = statusNote();
  const judge = async (verdict: Verdict, right: string) => {
    said.textContent = await actions.judgements.add(verdict, id[actor], right);
  };
  return h("details", { class: "group judge" }, h("summary", {}, "Judge this actor"), h("div", { class: "acts" },
    actorPicker(state, "Same as…", actor, actions, (other) => void judge("same", other)),
    actorPicker(state, "Different from…", actor, actions, (other) => void judge("different", other)),
    renameForm((name) => void judge("rename", name)),
    splitForm(aliases[actor] || [], (alias) => void judge("different", alias)),
    said));
}

function renameForm(rename: (name: string) => void): HTMLElement {
  const field = h("input", { type: "text", "aria-label": "New name", placeholder: "new name", maxlength: "300" });
  return form(() => {
    if (field.value.trim()) rename(field.value.trim());
  }, { class: "pick" }, field, h("button", { type: "submit" }, "Rename"));
}

/** Says of one of the names of an actor that it is another's. */
function splitForm(aliases: string[], split: (alias: string) => void): HTMLElement | null {
  if (!aliases.length) return null;
  const choice = h("select", { "aria-label": "Name of another actor" }, aliases.map((alias) => h("option", { value: alias }, oneLine(alias).slice(0, 80))));
  return form(() => split(choice.value), { class: "pick" }, choice, h("button", { type: "submit", title: "This name is another actor's" }, "Is another"));
}

/** A button that says of one mention, `document@start-end`, that another actor is meant. */
export function judgeMention(state: State, actor: number, mention: string, { judgements }: Actions): HTMLElement {
  const own = state.graph.data.actors.id[actor];
  const judge: HTMLButtonElement = smallButton("Another?", async () => {
    judge.disabled = true;
    judge.replaceWith(statusNote(await judgements.add("different", own, mention)));
  }, { title: "Judge that another actor is meant here" });
  return judge;
}
