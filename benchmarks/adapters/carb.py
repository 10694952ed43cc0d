"""CaRB: propositions as tab-separated tuples, in CaRB's order of arguments.

CaRB writes what it reads as ``predicate, subject, object, rest``: a preposition joins the
predicate where the verb has no object before it ("taught at"), and else stays with its argument
("in 1974"); "that" joins the predicate; a passive keeps its surface subject. What a noun phrase
says without a verb is written with "is" or "has". A pronoun is written as the noun of its chain that
stands before it in the sentence, as CaRB's annotators do. Nothing is extracted here.

| proposition | tuple |
|---|---|
| subject, object, prep:in | subject, object, "in …" |
| subject, prep:at, prep:in | predicate + "at"; subject, object of "at", "in …" |
| passive: object, subject | predicate + "by"; object, subject |
| lemma be / have without words | "is" / "has" |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sociogram.model import Argument, Extraction, Proposition, Span

RANKS = {"object": 0, "complement": 0, "indirect": 1, "clause": 1, "subject": 2}
TIME = re.compile(
    r"\b(1[0-9]|20)[0-9]{2}\b|\b(January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|years?|months?|weeks?|days?|centur(y|ies)|season|today|"
    r"yesterday|tomorrow|time|decades?|spring|summer|autumn|winter|quarter|morning|night|hours?|minutes?)\b"
)
WORDLESS = {"be": "is", "have": "has"}


def predict(extraction: Extraction) -> list[str]:
    """The lines for one sentence; a sentence without tuples gives a line of itself alone."""
    sentence = extraction.document.text
    lines = [
        "\t".join([sentence, f"{confidence:.3f}", predicate, *arguments])
        for _, confidence, predicate, arguments in tuples(extraction)
    ]
    return lines or [sentence]


def tuples(extraction: Extraction) -> Iterator[tuple[Proposition, float, str, list[str]]]:
    """Each proposition with its confidence, predicate and arguments in CaRB's form."""
    reading = _Reading(extraction)
    for proposition in extraction.propositions:
        if proposition.rule == "governor":
            continue
        predicate, arguments = reading.tuple(proposition)
        yield proposition, proposition.confidence, predicate, arguments


class _Reading:
    """The text of one sentence, and for whom its pronouns stand."""

    def __init__(self, extraction: Extraction) -> None:
        self.text = extraction.document.text
        self.meant: dict[Span, Span] = {}
        for chain in extraction.chains:
            mentions = [extraction.mentions[index] for index in chain.mentions]
            named = [one for one in mentions if one.form != "pronoun" and one.tokens != (0, 0)]
            for one in mentions:
                if one.form == "pronoun" and one.person == 3 and named and named[0].start < one.start:
                    self.meant[one.start, one.end] = (named[0].start, named[0].end)

    def tuple(self, proposition: Proposition) -> tuple[str, list[str]]:
        """The predicate and the arguments of one proposition."""
        text = self.text
        words = (
            " ".join(text[start:end] for start, end in proposition.predicate) or WORDLESS[proposition.lemma]
        )
        surface, rest = _surface(proposition)
        arguments = [self._words(surface)] if surface else []
        verb_end = proposition.predicate[-1][1] if proposition.predicate else 0
        for position, argument in enumerate(sorted(rest, key=lambda one: _order(one, text, verb_end))):
            phrase = self._words(argument)
            preposition = _preposition(argument, proposition)
            if position == 0 and preposition:
                words = f"{words} {preposition}"
            elif position == 0 and argument.role == "clause" and _is_behind(text, argument, "that"):
                words = f"{words} that"
            elif preposition:
                phrase = f"{_as_written(preposition, text, argument.span[0])} {phrase}"
            arguments.append(phrase)
        return words, [" ".join(argument.split()) for argument in arguments]

    def _words(self, argument: Argument) -> str:
        """The argument's words; of a pronoun those that it stands for in the sentence."""
        return self.text[slice(*self.meant.get(argument.span, argument.span))]


def _surface(proposition: Proposition) -> tuple[Argument | None, list[Argument]]:
    """The grammatical subject, and the other arguments."""
    arguments = list(proposition.arguments)
    wanted = "subject"
    if proposition.passive:
        wanted = "indirect" if any(a.role == "indirect" for a in arguments) else "object"
    for argument in arguments:
        if argument.role == wanted:
            arguments.remove(argument)
            return argument, arguments
    return None, arguments


def _order(argument: Argument, text: str, verb_end: int) -> tuple[int, bool, int]:
    """Objects first, then what stands behind the verb, then what stands before it; times last."""
    rank = RANKS.get(argument.role)
    if rank is None:
        rank = (
            5 if TIME.search(text[slice(*argument.span)]) else 3 if argument.role.startswith("prep:") else 4
        )
    return rank, argument.span[0] < verb_end, argument.span[0]


def _preposition(argument: Argument, proposition: Proposition) -> str:
    if proposition.passive and argument.role == "subject":
        return "by"
    return argument.role[5:] if argument.role.startswith("prep:") else ""


def _as_written(word: str, text: str, end: int) -> str:
    """The preposition ``word`` with its capital where it opens the sentence."""
    written = text[:end].rstrip()[-len(word) :]
    return written if written.lower() == word else word


def _is_behind(text: str, argument: Argument, word: str) -> bool:
    return text[: argument.span[0]].rstrip().lower().endswith(word)
