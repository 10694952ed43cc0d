"""Claims and ties in words: one wording for every file, for the terminal and for the tables of the server.

What is given is plain text; whoever writes Markdown, HTML or to a terminal guards it there. The explorer's page has
a wording of its own (``web/src/page/words.ts``), and both are tested by ``tests/support/wording_cases.json``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sociogram.graph.sayers import Sayer, SayerKind, document_sayer
from sociogram.graph.standing import standing_words
from sociogram.graph.worth import by_worth
from sociogram.knowledge.ontology import FALLBACK, load_ontology
from sociogram.model import Claim, LiteralObject, Modality, Polarity

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph
    from sociogram.model import Review, Tie, TimeExpression

Names = Mapping[str, str]
"""Names of actors by their ids; an id that is not among them stands for itself."""


def actor_names(graph: Graph) -> Names:
    """Names of all actors of ``graph``."""
    return {actor.id: actor.name for actor in graph.actors}


def relation_label(item: Claim | Tie) -> str:
    """The relation for people: the label of the ontology, or the verb where the relation says nothing itself."""
    if item.relation == FALLBACK and item.lemma:
        return item.lemma
    known = load_ontology().relations.get(item.relation)
    return item.relation if known is None else known.label


def said_relation(item: Claim | Tie, graph: Graph) -> str:
    """The relation as one says it: of one of no known sense the words of the document, ``lavished with``.

    Of a tie they are those of the claim that stands for all: one that affirms goes first, then the highest by worth, of
    equal ones the first; as in the explorer.
    """
    if item.relation != FALLBACK:
        return relation_label(item)
    best = item if isinstance(item, Claim) else _best_of(item, graph)
    return (" ".join(best.trigger.split()) if best is not None else "") or relation_label(item)


def said_ends(item: Claim | Tie, graph: Graph) -> tuple[str, str | LiteralObject]:
    """Subject and object; of a tie as the claim that stands for all has them: a symmetric one is told either way."""
    told = item if isinstance(item, Claim) else _best_of(item, graph) or item
    return told.subject, told.object


def _best_of(tie: Tie, graph: Graph) -> Claim | None:
    return max(graph.claims_of(tie), key=_stands, default=None)


def _stands(claim: Claim) -> tuple[bool, float]:
    return claim.polarity is Polarity.AFFIRMED, by_worth(claim)


def relation_id_or_verb(tie: Tie) -> str:
    """The relation in one short word, for tools: its id, or the verb, which a tie has where the id says nothing."""
    return tie.lemma or tie.relation


def relation_id_and_verb(item: Claim | Tie) -> str:
    """The relation as queries know it, ``funded``; one that says nothing itself has its verb: ``relatedTo (spend)``."""
    return f"{item.relation} ({item.lemma})" if item.relation == FALLBACK and item.lemma else item.relation


def end_words(end: str | LiteralObject, names: Names) -> str:
    """The subject or object of a tie: an actor's name, or a date, a sum, a text."""
    return end.value if isinstance(end, LiteralObject) else names.get(end, end)


def statement_parts(item: Claim | Tie, names: Names) -> tuple[str, str, str]:
    """Subject, relation with its id, and object in words."""
    return names.get(item.subject, item.subject), relation_id_and_verb(item), end_words(item.object, names)


def statement(item: Claim | Tie, names: Names) -> str:
    """``Ann Lee – funded – the campaign``."""
    return " – ".join(statement_parts(item, names))


def held(claim: Claim, names: Names, document: DocumentRecord | None = None) -> str:
    """How a claim is held, in words: polarity, modality, who says so, time, amount, roles, confidence, worth.

    With its ``document`` a claim that nobody is named for has a sayer, too.
    """
    words = ["denied" if claim.polarity is Polarity.DENIED else "affirmed", modality_words(claim.modality)]
    if claim.asserters:
        words.append("said by " + quoting(names.get(actor, actor) for actor in claim.asserters))
    elif document is not None:
        words.append(f"says so: {sayer_words(document_sayer(document))}")
    if claim.said_on:
        words.append(f"on {claim.said_on}")
    if claim.time is not None:
        above = " (by the heading above)" if claim.time.inherited else ""
        words.append(f"holds {time_words(claim.time)}{above}")
    if claim.amount is not None:
        words.append(f"amount {claim.amount.text}")
    words += [f"{role.name} “{' '.join(role.text.split())}”" for role in claim.roles]
    words.append(f"confidence {claim.confidence:.2f}")
    words.append(f"worth {claim.worth:.2f}")
    if claim.review is not None:
        words.append(review_words(claim.review))
    return "; ".join(words)


def modality_words(modality: Modality) -> str:
    """``as stated``, ``as alleged``."""
    return "as stated" if modality is Modality.ASSERTED else f"as {modality.value}"


def review_words(review: Review) -> str:
    """``judged right by Eva on 2026-01-02 (“seen the file”), but wrong by Tom``."""
    when = f" on {review.when}" if review.when else ""
    note = f" (“{' '.join(review.note.split())}”)" if review.note else ""
    against = ", ".join(who or "a person" for who in review.against)
    return f"judged right by {review.who or 'a person'}{when}{note}" + (
        f", but wrong by {against}" if against else ""
    )


def quoting(asserters: Iterable[str]) -> str:
    """The names of those who say so, the outermost first: ``The Courier, quoting Ann Lee``."""
    return ", quoting ".join(asserters)


def sayer_words(sayer: Sayer) -> str:
    """``The Daily Post (the document's outlet)``."""
    whose = "the document" if sayer.kind is SayerKind.DOCUMENT else f"the document's {sayer.kind.value}"
    return f"{sayer.name} ({whose})"


def time_words(time: TimeExpression) -> str:
    """``2016-01-01 to 2016-12-31``; a time without a date has the words of the document."""
    until = f" to {time.end}" if time.end and time.end != time.start else ""
    return (time.start or time.text) + until


def tie_standing(graph: Graph, tie: Tie) -> str:
    """How a tie stands: ``stated by 3 outlets; denied by Lee``; whatever contradicts it is counted."""
    standing = graph.standings[tie.id]
    names = (
        graph.actors_by_id[each].name if each in graph.actors_by_id else each for each in standing.denied_by
    )
    against = sum(1 for _ in graph.against(tie.id))
    also = f"; contradicted by {counted(against, 'other tie')}" if against else ""
    return standing_words(standing, names) + also


def affirm_deny(tie: Tie) -> str:
    """How many claims affirm a tie, and how many deny it where any does: ``3 affirm, 1 deny``."""
    return f"{tie.affirmed} affirm" + (f", {tie.denied} deny" if tie.denied else "")


def counted(count: int, what: str) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{count} {what}" + ("" if count == 1 else "s")
