"""Contents of attributions that are clauses: behind the cue, before it, or around it."""

from __future__ import annotations

from sociogram.extraction.attribution.drafts import SUBJECTS, Draft, Range, subject_of, trim
from sociogram.knowledge.cues import Cues
from sociogram.parse.tokens import Tokens

_DANGLING = frozenset({"prep", "advcl", "npadvmod", "relcl", "advmod", "acl", "agent"})
_QUOTES = frozenset({"”", '"', "’", "''", "“"})
_BEFORE_PARENTHESIS = frozenset({",", "—", "–", "--"}) | _QUOTES
_AFTER_PARENTHESIS = frozenset({",", ".", ";", "—", "–", "--"}) | _QUOTES
_RELATIVES = frozenset({"WDT", "WP"})
"""Tags of pronouns that begin a clause of their own, and never one that is put into another: ", which began"."""
_CUTTING = frozenset({"relcl", "advcl", "acl", "parataxis"})


def subtree(tokens: Tokens, head: int) -> Range:
    """The tokens below ``head``, without stops at the ends."""
    return trim(tokens, tokens.left[head], tokens.right[head])


def thing_range(tokens: Tokens, head: int) -> Range:
    """A noun phrase as content: all below ``head`` up to a clause that a comma sets apart."""
    last = tokens.right[head]
    for child in tokens.children[head]:
        begin = tokens.left[child]
        if begin > head and tokens.dep[child] in _CUTTING and tokens.text[begin - 1] in {",", "--", "—", "–"}:
            last = min(last, begin)
    return trim(tokens, tokens.left[head], last)


def place_clause(tokens: Tokens, draft: Draft, clause: int) -> None:
    """Set the content of ``draft`` to its clause, behind the verb or before it ("…, she said")."""
    verb = draft.cue_head
    if clause < verb:
        _place_before(tokens, draft, clause, tokens.bounds(verb))
        return
    first, last = tokens.left[clause], tokens.right[clause]
    for child in tokens.children[verb]:
        if child <= clause or tokens.left[child] < last:
            continue
        if tokens.dep[child] in _DANGLING and tokens.left[child] == last:
            last = tokens.right[child]
        elif tokens.dep[child] in _DANGLING and _quote_between(tokens, last, tokens.left[child]):
            # The clause goes on behind a quoted word: 'is "confused," and …'.
            last = tokens.right[child]
        elif tokens.dep[child] not in {"cc", "punct"}:
            break
    last = _without_manner(tokens, first, _without_aside(tokens, clause, last))
    last = _without_deed(tokens, verb, clause, last)
    draft.content = [*fronted(tokens, draft), trim(tokens, first, last)]


def fronted(tokens: Tokens, draft: Draft) -> list[Range]:
    """What is said before a frame between two commas: "If it rains, Doe said, the mill will flood"."""
    verb, end = draft.cue_head, draft.cue[0][1] if draft.cue else 0
    subject = subject_of(tokens, verb) if draft.cue else None
    if subject is None or subject > verb or tokens.text[end : end + 1] != (",",):
        return []
    first, begin = tokens.bounds(verb)[0], tokens.left[subject]
    quoted = end + 1 >= len(tokens) or tokens.text[end + 1] in _QUOTES
    if quoted or begin <= first + 1 or tokens.text[begin - 1] != ",":
        return []
    openings = [child for child in tokens.children[verb] if tokens.left[child] == first and child < begin]
    told = any(tokens.dep[child] == "advcl" and tokens.child(child, "mark") is not None for child in openings)
    return [trim(tokens, first, begin)] if told else []


def _without_deed(tokens: Tokens, verb: int, clause: int, last: int) -> int:
    """Where the clause ends before what its speaker did next: "said that it is unsafe, but seemed to waver"."""
    tense = tokens.tag[verb]
    if tense != "VBD" or tokens.tag[clause] not in {"VBZ", "VBP"}:
        return last
    for child in tokens.children[clause]:
        if tokens.dep[child] != "conj" or tokens.tag[child] != tense or not clause < child < last:
            continue
        own = tokens.child(child, *SUBJECTS, "nsubjpass", "expl", "aux", "auxpass")
        first = min((part for part in tokens.children[child] if part < child), default=child)
        joint = first - 1
        if own is None and tokens.dep[joint] == "cc" and tokens.text[joint - 1] == ",":
            return joint
    return last


def _without_manner(tokens: Tokens, first: int, last: int) -> int:
    """Where the clause ends without a participle behind the quotation that it is: "“…,” citing a report"."""
    quote = tokens.quote[first]
    if quote < 0 or (first and tokens.quote[first - 1] == quote and tokens.text[first - 1] not in _QUOTES):
        return last
    end = next((token for token in range(first, last) if tokens.quote[token] != quote), last)
    manner = end < last and tokens.tag[end] == "VBG" and tokens.dep[end] in {"advcl", "acl"}
    return end if manner else last


def _without_aside(tokens: Tokens, clause: int, last: int) -> int:
    """Where the clause ends without what is the writer's own: ", though …", ", as …", "after Roe revealed that"."""
    node = _final_child(tokens, clause)
    while node is not None:
        begin = tokens.left[node]
        apart = begin > 0 and tokens.text[begin - 1] in _PARTING
        if apart and tokens.right[node] >= last - 1 and _is_aside(tokens, node):
            return begin - 1
        if tokens.right[node] >= last - 1 and _tells_another(tokens, node):
            return begin
        node = _final_child(tokens, node)
    return last


def _final_child(tokens: Tokens, node: int) -> int | None:
    """The last child behind ``node``, where what is below ``node`` ends with it."""
    behind = [
        child for child in tokens.children[node] if child > node and tokens.right[child] == tokens.right[node]
    ]
    return behind[-1] if behind else None


def _is_aside(tokens: Tokens, node: int) -> bool:
    if tokens.dep[node] != "advcl":
        return False
    return any(tokens.lower[child] in _ASIDE_MARKS for child in tokens.children[node])


def _tells_another(tokens: Tokens, node: int) -> bool:
    """Whether a clause of time has a speaker of its own, a name: "he left after the Post revealed that he had lied"."""
    if tokens.dep[node] != "advcl" or tokens.tag[node] != "VBD":
        return False
    marked = any(
        tokens.lower[child] in _TIMES and tokens.dep[child] in {"mark", "advmod"}
        for child in tokens.children[node]
    )
    speaker, told = tokens.child(node, "nsubj"), tokens.child(node, "ccomp")
    named = speaker is not None and tokens.pos[speaker] == "PROPN"
    return marked and named and told is not None and told > node


_TIMES = frozenset({"when", "after", "as", "while", "before", "since", "once", "until"})
_PARTING = frozenset({",", "-", "–", "—", "--"})
_ASIDE_MARKS = frozenset({"though", "although", "as", "while", "after", "before"})
"""Conjunctions of a last clause behind a comma that is the writer's and no part of what is said."""


def _quote_between(tokens: Tokens, first: int, last: int) -> bool:
    return 0 < last - first <= 2 and all(
        tokens.text[position] in _QUOTES | {","} for position in range(first, last)
    )


def _place_before(tokens: Tokens, draft: Draft, clause: int, sentence: Range) -> None:
    first, last = tokens.left[clause], draft.cue[0][0]
    if tokens.dep[draft.cue_head] == "ROOT":
        # Of "Doe defended it: voters want it, he argued" he argued what stands behind the colon.
        apart = [child for child in tokens.children[draft.cue_head] if tokens.dep[child] == "parataxis"]
        first = max([sentence[0], *(tokens.right[child] for child in apart if child < clause)])
    if draft.source and first < draft.source[0][0] < last:
        last = draft.source[0][0]
    draft.content = [trim(tokens, first, last)]
    end = max(draft.cue[0][1], draft.source[0][1] if draft.source else 0)
    while end < sentence[1] and tokens.text[end] != ",":
        end += 1
    if (
        tokens.text[last - 1] == ","
        and end + 3 < sentence[1]
        and tokens.lower[end + 1] in {"and", "but", "or"}
    ):
        # "The mill closed, she said, and nobody was paid."
        draft.content.append(trim(tokens, end + 1, sentence[1]))


def hung_clause(tokens: Tokens, cues: Cues, verb: int, *, told: bool) -> int | None:
    """The clause that the parser hung on a noun behind the verb: "said for the first time that …".

    Of who is told as well, where the verb has one: "told a crowd in a hall that the mill had closed".
    """
    for child in tokens.children[verb]:
        hearer = told and tokens.dep[child] in {"dobj", "dative"}
        beside = tokens.dep[child] == "prep" and tokens.lower[child] in _BESIDE
        if child < verb or not (hearer or beside):
            continue
        for node in range(child + 1, tokens.right[child]):
            if tokens.dep[node] not in {"acl", "relcl"} or tokens.right[node] != tokens.right[child]:
                continue
            if tokens.lower[child] != "in" and tokens.lemma[tokens.head[node]].lower() in cues.nouns:
                continue  # "responded to reports that", but "said in a report that"
            opening = tokens.left[node]
            subject = tokens.child(node, "nsubj", "nsubjpass", "expl")
            joining = tokens.tag[opening] == "IN" or tokens.dep[opening] in {"mark", "advmod"}
            joined = (tokens.lower[opening] == "that" and joining) or tokens.lower[opening] in _ASKED
            if joined and subject not in {None, opening}:
                return node
    return None


_BESIDE = frozenset({"for", "in", "at", "on", "during", "to", "with", "after"})
"""Prepositions of when, where and to whom somebody says what stands behind: "said in an interview that …"."""
_ASKED = frozenset({"whether", "why", "how"})


def confirmed(tokens: Tokens, verb: int) -> list[Range]:
    """The clause that "as Doe noted" is put into, before it and behind it."""
    mark, clause = tokens.child(verb, "mark"), tokens.head[verb]
    subject = subject_of(tokens, verb)
    if mark is None or tokens.lower[mark] != "as" or subject is None or tokens.dep[verb] != "advcl":
        return []
    first, last = tokens.left[verb], tokens.right[verb]
    if mark != first or (last < len(tokens) and tokens.text[last] not in _AFTER_PARENTHESIS):
        return []
    begin, end = tokens.left[clause], tokens.right[clause]
    if begin < first and tokens.text[first - 1] not in _BEFORE_PARENTHESIS and first - begin > 1:
        return []
    before, after = trim(tokens, begin, first), trim(tokens, last, end)
    if before[0] < before[1] and tokens.pos[before[0]] == "CCONJ":
        before = (before[0] + 1, before[1])
    if clause < first and tokens.lower[min(after[0], end - 1)] in {"and", "but", "or", "which", "who"}:
        after = (end, end)  # "she left, as the Post reported, and he stayed": that is the writer's again
    return [part for part in (before, after) if part[0] < part[1]]


def parenthetical(tokens: Tokens, verb: int) -> list[Range]:
    """The rest of the sentence around "…, she said, …": the content of a verb with nothing of its own."""
    first, last = tokens.bounds(verb)
    subject = subject_of(tokens, verb)
    if subject is None or tokens.tag[subject] in _RELATIVES:
        return []
    begin = min(tokens.left[subject], verb)
    if begin <= first or tokens.text[begin - 1] not in _BEFORE_PARENTHESIS:
        return []
    inserted = tokens.dep[verb] in {"parataxis", "ccomp", "dep", "advcl"}
    if inserted and tokens.left[tokens.head[verb]] < begin:
        head = tokens.head[verb]
        first, last = max(first, tokens.left[head]), min(last, tokens.right[head])
    quoted = tokens.text[begin - 1] in _QUOTES
    if not inserted and not quoted and _reaches_back(tokens, verb, subject, first):
        return []
    before = trim(tokens, first, begin)
    if before[1] - before[0] < (1 if inserted else 3):
        return []
    end = max(verb + 1, tokens.right[subject] if subject > verb else 0)
    if tokens.text[end - 1] == ",":
        end -= 1  # "…, warned the mayor, Doe, …": the comma behind an apposition is its part
    while end < last and tokens.text[end] not in _AFTER_PARENTHESIS:
        end += 1
    if tokens.lower[first] in _TIMES and _quote_between(tokens, end, min(end + 2, tokens.bounds(verb)[1])):
        return []  # 'When it closed, she said, "…"': the quotation alone is said
    after = trim(tokens, end, last)
    if any(
        tokens.dep[child] == "advcl" and tokens.left[child] == after[0] for child in tokens.children[verb]
    ):
        return [before]  # "…, she explained, recalling his visit": that tells how she did
    if inserted and not quoted and end < last and tokens.text[end] == "," and after[1] - after[0] > 1:
        return [before, after]
    return [before]


def _reaches_back(tokens: Tokens, verb: int, subject: int, first: int) -> bool:
    """Whether what stands before the subject is an adverbial of ``verb`` and no content."""
    return any(
        tokens.left[child] <= first + 1
        and tokens.dep[child] in {"advcl", "prep", "npadvmod", "advmod", "mark"}
        for child in tokens.children[verb]
        if child < subject
    )
