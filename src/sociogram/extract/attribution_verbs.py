"""Attributions by verbs: what the grammar of the clause gives."""

from __future__ import annotations

from collections.abc import Iterator

from sociogram.extract.attribution_cues import Cues
from sociogram.extract.attribution_drafts import (
    Draft,
    Range,
    agent_of,
    child_with,
    cue_range,
    find_source_head,
    is_passive,
    noun_phrase,
    subject_of,
    trim,
)
from sociogram.extract.mention_tokens import TokenColumns

_OBJECTS = frozenset({"dobj", "dative"})
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "for", "as", "over", "with"})
_DANGLING = frozenset({"prep", "advcl", "npadvmod", "relcl", "advmod", "acl", "agent"})
_SPEECH = frozenset({"say", "claim", "promise", "predict", "demand", "deny", "show", "hope", "think"})


def verb_drafts(columns: TokenColumns, cues: Cues, bounds: list[Range]) -> Iterator[Draft]:
    """One draft for each content of each verb that attributes; ``bounds`` are the tokens of each sentence."""
    for verb in range(len(columns)):
        if columns.pos[verb] not in {"VERB", "AUX"}:
            continue
        lemma = columns.lemma[verb].lower()
        frames = cues.verbs.get(lemma)
        if lemma in cues.raising:
            yield from _raising(columns, verb, lemma)
        elif frames is not None:
            if is_passive(columns, verb):
                yield from _passive(columns, cues, verb, lemma, frames)
            else:
                yield from _active(columns, verb, lemma, frames, bounds)
        elif lemma not in cues.not_cues and columns.pos[verb] == "VERB":
            yield from _unknown(columns, verb, lemma, bounds)


def _draft(columns: TokenColumns, verb: int, lemma: str, klass: str, content: list[Range]) -> Draft:
    source = find_source_head(columns, verb)
    draft = Draft(verb, [cue_range(columns, verb)], content, verb=lemma, klass=klass)
    if source is not None:
        draft.source_head = source
        draft.source = [noun_phrase(columns, source)]
    return draft


def _active(
    columns: TokenColumns, verb: int, lemma: str, frames: dict[str, str], bounds: list[Range]
) -> Iterator[Draft]:
    children = columns.children[verb]
    clause = child_with(columns, verb, "ccomp")
    infinitive = child_with(columns, verb, "xcomp")
    thing = child_with(columns, verb, *_OBJECTS)
    if clause is not None and _is_small(columns, clause) and "small" in frames:
        yield _draft(columns, verb, lemma, frames["small"], [subtree(columns, clause)])
        return
    if clause is not None and ("clause" in frames or "order" in frames or "quote" in frames):
        klass = frames.get("clause") or frames.get("order") or frames["quote"]
        yield clause_draft(columns, verb, lemma, klass, clause, bounds)
        return
    if infinitive is not None:
        content = _infinitive(columns, verb, infinitive, thing, frames)
        if content is not None:
            yield _draft(columns, verb, lemma, content[0], [content[1]])
            return
    if thing is not None and "small" in frames:
        end = _complement_end(columns, verb, thing)
        if end is not None:
            yield _draft(columns, verb, lemma, frames["small"], [trim(columns, columns.left[thing], end)])
            return
    if "quote" in frames and infinitive is None and thing is None:
        content = parenthetical(columns, verb, bounds)
        if content:
            yield _draft(columns, verb, lemma, frames["quote"], content)
            return
    if thing is not None and ("object" in frames or "accuse" in frames) and thing > verb:
        klass = frames.get("accuse") or frames["object"]
        first, last = columns.left[thing], columns.right[thing]
        if "accuse" in frames:
            for child in children:
                if (
                    child > thing
                    and columns.dep[child] == "prep"
                    and columns.lower[child] in _COMPLEMENT_PREPOSITIONS
                ):
                    last = max(last, columns.right[child])
        yield _draft(columns, verb, lemma, klass, [trim(columns, first, last)])
        return
    ordered = _call_on(columns, verb, frames)
    if ordered is not None:
        yield _draft(columns, verb, lemma, frames["order"], [ordered])
        return
    for child in children:
        if columns.dep[child] == "prep" and child > verb and f"prep:{columns.lower[child]}" in frames:
            found = child_with(columns, child, "pobj", "pcomp")
            if found is not None:
                draft = _draft(
                    columns, verb, lemma, frames[f"prep:{columns.lower[child]}"], [subtree(columns, found)]
                )
                if child == verb + 1:
                    draft.cue = [(draft.cue[0][0], child + 1)]
                yield draft
                return


def _call_on(columns: TokenColumns, verb: int, frames: dict[str, str]) -> Range | None:
    """What is asked in "called on them to resign" and "pushed for them to resign"."""
    if "order" not in frames:
        return None
    person: int | None = None
    for child in columns.children[verb]:
        if child < verb:
            continue
        if columns.dep[child] == "prep" and columns.lower[child] in {"on", "upon", "for", "to", "with"}:
            person = child_with(columns, child, "pobj")
        elif person is not None and columns.dep[child] in {"advcl", "xcomp"} and columns.tag[child] == "VB":
            return trim(columns, columns.left[person], columns.right[child])
    return None


def _infinitive(
    columns: TokenColumns, verb: int, infinitive: int, thing: int | None, frames: dict[str, str]
) -> tuple[str, Range] | None:
    """The class and the content of a verb with an infinitive or gerund behind it."""
    if infinitive < verb:
        return None
    clause = subtree(columns, infinitive)
    if columns.tag[infinitive] == "VBG":
        klass = frames.get("gerund") or frames.get("object")
        return (klass, clause) if klass else None
    if columns.pos[infinitive] not in {"VERB", "AUX"}:
        return (frames["small"], clause) if "small" in frames and thing is None else None
    if thing is not None and thing < infinitive:
        if "told" in frames:
            return frames["told"], clause
        if "order" in frames:
            return frames["order"], trim(columns, columns.left[thing], clause[1])
        return None
    if "inf" in frames:
        return frames["inf"], clause
    return None


def _is_small(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause has no verb: "called [him unfit]"."""
    return columns.pos[clause] not in {"VERB", "AUX"} and child_with(columns, clause, "cop", "mark") is None


def _complement_end(columns: TokenColumns, verb: int, thing: int) -> int | None:
    """Where the complement of the object ends: "called it [a mistake]", "described it [as a mistake]"."""
    for child in columns.children[verb]:
        if child <= thing:
            continue
        if columns.dep[child] in {"oprd", "xcomp", "acomp", "attr"}:
            return columns.right[child]
        if columns.dep[child] == "prep" and columns.lower[child] == "as":
            return columns.right[child]
    for child in columns.children[thing]:
        if child > thing and columns.dep[child] == "prep" and columns.lower[child] == "as":
            return columns.right[thing]
    return None


def subtree(columns: TokenColumns, head: int) -> Range:
    """The tokens below ``head``, without stops at the ends."""
    return trim(columns, columns.left[head], columns.right[head])


def clause_draft(
    columns: TokenColumns, verb: int, lemma: str, klass: str, clause: int, bounds: list[Range]
) -> Draft:
    """The draft of a verb with a clause, before it ("…, she said") or behind it."""
    draft = _draft(columns, verb, lemma, klass, [])
    sentence = bounds[columns.sentence[verb]]
    if clause < verb:
        first = columns.left[clause]
        if columns.dep[verb] == "ROOT" and first - sentence[0] <= 6:
            first = sentence[0]
        last = draft.cue[0][0]
        if draft.source and first < draft.source[0][0] < last:
            last = draft.source[0][0]
        draft.content = [trim(columns, first, last)]
        return draft
    first, last = columns.left[clause], columns.right[clause]
    for child in columns.children[verb]:
        if child > clause and columns.dep[child] in _DANGLING and columns.left[child] == last:
            last = columns.right[child]
    draft.content = [trim(columns, first, last)]
    return draft


def parenthetical(columns: TokenColumns, verb: int, bounds: list[Range]) -> list[Range]:
    """The rest of the sentence around "…, she said, …": the content of a verb with nothing of its own."""
    first, last = bounds[columns.sentence[verb]]
    subject = subject_of(columns, verb)
    if subject is None:
        return []
    begin = min(columns.left[subject], verb)
    if begin <= first or columns.text[begin - 1] not in _BEFORE_PARENTHESIS:
        return []
    inserted = columns.dep[verb] in {"parataxis", "ccomp", "dep", "advcl"}
    quoted = columns.text[begin - 1] in _QUOTES
    if not inserted and not quoted and _reaches_back(columns, verb, subject, first):
        return []
    before = trim(columns, first, begin)
    if before[1] - before[0] < (1 if inserted else 3):
        return []
    end = max(verb + 1, columns.right[subject] if subject > verb else 0)
    while end < last and columns.text[end] not in {",", ".", ";", "—", "–"} | _QUOTES:
        end += 1
    after = trim(columns, end, last)
    if inserted and end < last and columns.text[end] == "," and after[1] - after[0] > 1:
        return [before, after]
    return [before]


_QUOTES = frozenset({"”", '"', "’", "''", "“"})
_BEFORE_PARENTHESIS = frozenset({",", "—", "–", "--"}) | _QUOTES


def _reaches_back(columns: TokenColumns, verb: int, subject: int, first: int) -> bool:
    """Whether what stands before the subject is an adverbial of ``verb`` and no content."""
    return any(
        columns.left[child] <= first + 1 and columns.dep[child] in {"advcl", "prep", "npadvmod", "advmod", "mark"}
        for child in columns.children[verb]
        if child < subject
    )


def _raising(columns: TokenColumns, verb: int, lemma: str) -> Iterator[Draft]:
    complement = child_with(columns, verb, "xcomp", "oprd", "acomp", "ccomp")
    subject = child_with(columns, verb, "nsubj")
    if complement is None or complement < verb:
        return
    content = [subtree(columns, complement)]
    if subject is not None and columns.lower[subject] != "it":
        content.insert(0, noun_phrase(columns, subject))
    yield Draft(verb, [cue_range(columns, verb)], content, verb=lemma, klass="perceive")


def _passive(
    columns: TokenColumns, cues: Cues, verb: int, lemma: str, frames: dict[str, str]
) -> Iterator[Draft]:
    agent = agent_of(columns, verb)
    subject = child_with(columns, verb, "nsubjpass")
    if subject is None and columns.dep[verb] == "acl":
        subject = columns.head[verb]
    clause = child_with(columns, verb, "ccomp")
    complement = child_with(columns, verb, "xcomp", "oprd")
    if complement is None:
        complement = next(
            (child for child in columns.children[verb] if columns.lower[child] == "as" and child > verb), None
        )
    content: list[Range]
    klass = "say"
    if clause is not None and clause > verb:
        content = [subtree(columns, clause)]
        klass = frames.get("clause", "say")
    elif complement is not None and complement > verb and lemma in cues.passive_raising:
        content = [subtree(columns, complement)]
        if subject is not None:
            content.insert(0, noun_phrase(columns, subject))
        klass = frames.get("inf") or frames.get("small") or frames.get("clause") or "think"
    elif agent is not None and subject is not None and ("object" in frames or "accuse" in frames):
        content = [noun_phrase(columns, subject)]
        klass = frames.get("accuse") or frames["object"]
    else:
        return
    draft = Draft(verb, [cue_range(columns, verb)], content, verb=lemma, klass=klass)
    if agent is not None:
        draft.source_head = agent
        draft.source = [noun_phrase(columns, agent)]
    yield draft


def _unknown(columns: TokenColumns, verb: int, lemma: str, bounds: list[Range]) -> Iterator[Draft]:
    """A verb of no list with "that …" behind it and somebody before it."""
    clause = child_with(columns, verb, "ccomp")
    if clause is None or clause < verb or is_passive(columns, verb):
        return
    mark = child_with(columns, clause, "mark")
    if mark is None or columns.lower[mark] != "that":
        return
    draft = clause_draft(columns, verb, lemma, "say", clause, bounds)
    if draft.source_head is not None:
        yield draft
