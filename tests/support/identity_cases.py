"""A case with actors that may be one or two, for the tests of the identity desk."""

from __future__ import annotations

from dataclasses import replace

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Actor, ActorMention
from support.made_readings import Paper, Resources


def make_identity_case() -> Graph:
    """Ann Varga's husband is Tom Rudd, Hillary Quillby is spelt in two ways, Mary Ott is two, Lone Wolf only named."""
    paper, other = Paper("a"), Paper("b")
    ann, tom, carl = paper.chain("Ann Varga"), paper.chain("Tom Rudd"), paper.chain("Carl Ott")
    husband = paper.chain("her husband", form="nominal", owner=ann, owned="husband")
    paper.says(husband, "met", carl, quote="Her husband met Carl Ott.", trigger="met", lemma="meet")
    paper.says(tom, "met", carl, quote="Tom Rudd met Carl Ott.", trigger="met", lemma="meet")
    paper.says(
        ann,
        "marriedTo",
        tom,
        quote="Ann Varga is married to Tom Rudd.",
        trigger="is married to",
        lemma="marry",
    )
    paper.says(
        ann, "accuses", husband, quote="Ann Varga accused her husband.", trigger="accused", lemma="accuse"
    )
    for name in ("Hillary Quillby", "Hilary Quillby"):
        one = other.chain(name)
        other.says(
            one,
            "met",
            other.chain("Bela Nemes"),
            quote=f"{name} met Bela Nemes.",
            trigger="met",
            lemma="meet",
        )
    other.chain("Lone Wolf")
    made = make_graph([paper.reading(), other.reading()], [], Resources())
    mary = replace(made.actors_by_id["bela-nemes"], id="mary-ott", name="Mary Ott", mentions=(
        ActorMention(document="a", start=300, end=308, text="Mary Ott", pronoun=False),
        ActorMention(document="a", start=320, end=328, text="Jim Ott.", pronoun=False),
    ))  # fmt: skip
    return replace(made, actors=tuple(sorted((*made.actors, mary), key=lambda actor: actor.id)))


def with_pairs(*names: str) -> Graph:
    """Two bodies for each name, which the desk suggests to make one: the name, and the name with a word more."""
    actors = [
        Actor(
            id=f"body-{number}-{place}",
            name=each,
            kind="Organization",
            aliases=(f"{each} again",),
            mentions=(ActorMention(document="a", start=0, end=len(each), text=each, pronoun=False),),
        )
        for number, name in enumerate(names)
        for place, each in enumerate((name, f"{name} party"))
    ]
    made = make_identity_case()
    return replace(made, actors=tuple(sorted((*made.actors, *actors), key=lambda actor: actor.id)))
