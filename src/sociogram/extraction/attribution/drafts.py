"""Attributions in the making, and where their sources stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from sociogram.knowledge.cues import Cues, load_cues
from sociogram.model import Span
from sociogram.parse.tokens import Tokens

Range = tuple[int, int]

SUBJECTS = frozenset({"nsubj", "csubj"})
_CUT = frozenset({"advcl", "parataxis", "ccomp", "dep"})
_CLIMBING = frozenset(
    {"prep", "pcomp", "conj", "xcomp", "advcl", "ccomp", "acl", "dep", "parataxis", "acomp"}
)
_TOUGH = frozenset(
    {"easy", "hard", "difficult", "tough", "simple", "impossible", "possible", "important", "necessary"}
)
"""Adjectives whose subject does not do what the infinitive behind them says: "the plan is easy to criticize"."""
WITH_IT = " it"
"""How the lemma of a cue ends that is a verb with just that object: "put it"."""
_CLOSE = ((), (",",))
_CLOSED = frozenset({"”", '"', "''"})
_NOBODY = frozenset({"us", "'s", "’s"})  # of "let us say"


@dataclass(slots=True)
class Draft:
    """An attribution in tokens, half-open ranges; ``cue_class`` is the class of the cue, ``frame`` its frame.

    That of a turn has no tokens for source and cue, and -1 as its ``cue_head``: its ``label`` is no sentence, and
    ``speaker`` the mention that stands in it.
    """

    cue_head: int
    cue: list[Range]
    content: list[Range]
    source: list[Range] = field(default_factory=list)
    source_head: int | None = None
    verb: str = ""
    cue_class: str = "say"
    frame: str = "clause"
    direct: bool = False
    label: Span | None = None
    speaker: int | None = None


def noun_phrase(tokens: Tokens, head: int, cue: int = -1) -> Range:
    """The phrase of ``head`` with its relative clauses, without commas at its ends, up to the clause of ``cue``."""
    first, last = tokens.left[head], tokens.right[head]
    for child in tokens.children[head]:
        cut = tokens.dep[child] in _CUT or tokens.left[child] <= cue < tokens.right[child]
        if child > head and (cut or (cue >= 0 and _tells_when(tokens, head, child))):
            last = min(last, tokens.left[child])
            break
    for child in tokens.children[head]:
        if child < head and tokens.dep[child] in _CUT:
            first = max(first, tokens.right[child])
    return trim(tokens, first, last)


def _tells_when(tokens: Tokens, name: int, child: int) -> bool:
    """Whether what hangs behind the name of a speaker is when or how he speaks: "said Doe in his speech"."""
    begin = tokens.left[child]
    if tokens.dep[child] == "acl" and tokens.tag[child] in {"VBG", "VBN"}:
        return tokens.text[begin - 1] == ","
    if tokens.dep[child] != "prep" or tokens.tag[name] != "NNP" or tokens.lower[child] not in _OCCASIONAL:
        return False
    held = tokens.child(child, "pobj")
    return held is not None and tokens.child(held, "det", "poss") is not None


_OCCASIONAL = frozenset({"in", "at", "on", "during", "after", "before"})


def trim(tokens: Tokens, first: int, last: int) -> Range:
    """``first`` to ``last`` without stops, commas and dashes at the ends."""
    while last > first and tokens.text[last - 1] in {",", ".", ";", ":", "-", "–", "—", "...", "--"}:
        last -= 1
    while first < last and tokens.text[first] in {",", ".", ";", ":", "-", "–", "—", "--", ")"}:
        first += 1
    return first, last


def label_head(tokens: Tokens, first: int, colon: int) -> int:
    """The head of the name before a colon; the first of several names of one sort: "Jane Roe and Bob Ray: …"."""
    last = head = colon - 1
    while tokens.dep[head] == "conj" and first <= tokens.head[head] < head:
        head = tokens.head[head]
    apart = tokens.dep[head] == "pobj" or tokens.ent[head] != tokens.ent[last]
    return last if apart or tokens.pos[head] != "PROPN" else head  # "Jane Roe of Acme and Bob Ray"


def cue_lemma(tokens: Tokens, cues: Cues, verb: int) -> str:
    """The lemma by which the cues know the verb: "rule out" denies, "rule" says."""
    lemma = tokens.lemma[verb].lower()
    particle = tokens.child(verb, "prt")
    if particle is None and tokens.lower[verb + 1 : verb + 2] == ("it",):
        particle = verb + 1  # "as Roe put it"
    whole = lemma if particle is None else f"{lemma} {tokens.lower[particle]}"
    return whole if whole in cues.verbs else lemma


def cue_range(tokens: Tokens, head: int, lemma: str = "") -> Range:
    """The verb with its auxiliaries, negation and adverbs, as far as they stand together, by the cue's ``lemma``."""
    first = head
    wanted = {child for child in tokens.children[head] if tokens.dep[child] in _WITH_CUE}
    while first - 1 in wanted:
        first -= 1
    last = head + 1
    if lemma.endswith(WITH_IT) or (last in wanted and tokens.dep[last] == "prt"):
        last += 1
    return first, last


_WITH_CUE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether ``verb`` is a passive participle."""
    deps = [tokens.dep[child] for child in tokens.children[verb]]
    if "auxpass" in deps or "nsubjpass" in deps or "agent" in deps:
        return True
    if tokens.dep[verb] == "advcl" and tokens.tag[verb] == "VBD" and "nsubj" not in deps:
        return True
    return tokens.tag[verb] == "VBN" and tokens.dep[verb] in {"acl", "advcl"} and "aux" not in deps


def subject_of(tokens: Tokens, verb: int) -> int | None:
    """The subject nearest to ``verb``; a parenthesis may seem to have two ("The mayor, she said, left")."""
    found = [child for child in tokens.children[verb] if tokens.dep[child] in SUBJECTS]
    return min(found, key=lambda child: abs(child - verb)) if found else None


def agent_of(tokens: Tokens, verb: int) -> int | None:
    """Who acts in a passive: what stands behind its "by"."""
    agent = tokens.child(verb, "agent")
    return None if agent is None else tokens.child(agent, "pobj")


def find_source_head(tokens: Tokens, verb: int) -> int | None:
    """The token of who says or thinks by ``verb``: its subject, or that of the verb it hangs on.

    Conjuncts share their subject; participles and infinitives take that of the verb above, or its
    object where the verb above has one ("told him to say"); a participle behind a noun takes the noun.
    """
    for position in tokens.climb(verb):
        subject = subject_of(tokens, position)
        if subject is None and position == verb:
            subject = _reduced_subject(tokens, verb)
            subject = _inverted_subject(tokens, verb) if subject is None else subject
        if subject is not None:
            if tokens.lower[subject] in _NOBODY and tokens.lemma[tokens.head[position]] == "let":
                return None
            return subject
        if position != verb:
            passive = tokens.child(position, "nsubjpass")
            if passive is not None:
                return passive
        dep, head = tokens.dep[position], tokens.head[position]
        if head == position:
            return None
        if dep in {"acl", "relcl"} and tokens.pos[head] in {"NOUN", "PROPN", "PRON"}:
            if tokens.tag[position] == "VB":
                return _holder(tokens, head)
            return _issuer(tokens, position, head) if dep == "acl" else head
        if dep == "xcomp" and tokens.tag[position] == "VB":
            controlled = tokens.child(head, "dobj", "dative")
            if controlled is not None and tokens.pos[controlled] != "ADP":
                return controlled
        if dep in {"ccomp", "parataxis"} and tokens.tag[position] not in {"VBG", "VB"}:
            return None
        if dep == "acomp" and tokens.lower[position] in _TOUGH:
            return None
        if dep in _CLIMBING:
            if tokens.pos[head] in {"NOUN", "PROPN"} and dep != "conj":
                return _holder(tokens, head)
        else:
            return None
    return None


def _reduced_subject(tokens: Tokens, verb: int) -> int | None:
    """The subject that the parser hung on what stands right before ``verb``, where a clause follows.

    "Voters interviewed in Ohio said that …", "Doe is glad, says that …", "In the rain, a guard who saw it said …".
    """
    if tokens.child(verb, "ccomp") is None:
        return None
    for child in tokens.children[verb]:
        if child > verb or tokens.text[tokens.right[child] : verb] not in _CLOSE:
            continue
        if tokens.dep[child] in _CUT and tokens.tag[child] in {tokens.tag[verb], "VBN"}:
            bound = tokens.child(child, "aux", "mark", "advmod")
            return tokens.child(child, "nsubj") if bound is None else None
        if tokens.dep[child] in {"advcl", "prep"}:
            return _beside_fronted(tokens, child)
    return None


def _inverted_subject(tokens: Tokens, verb: int) -> int | None:
    """The subject behind a verb behind a quotation that was read as its object: "“…,” tweeted another"."""
    thing = tokens.child(verb, "dobj")
    if thing is None or verb < 2 or tokens.left[thing] != verb + 1 or tokens.tag[verb] not in {"VBD", "VBZ"}:
        return None
    before = tokens.text[verb - 2] if tokens.text[verb - 1] == "," else tokens.text[verb - 1]
    return thing if before in _CLOSED and tokens.dep[verb] == "ROOT" else None


def _issuer(tokens: Tokens, verb: int, noun: int) -> int:
    """Who issues the words that tell: "Doe sent a letter saying that …"; else the words."""
    cues, above = load_cues(), tokens.head[noun]
    if tokens.tag[verb] != "VBG" or tokens.dep[noun] != "dobj":
        return noun
    if tokens.lemma[noun].lower() not in cues.utterances or tokens.lemma[above].lower() not in cues.issuing:
        return noun
    issuer = subject_of(tokens, above)
    return noun if issuer is None or tokens.tag[issuer] in {"WDT", "WP"} else issuer


def _beside_fronted(tokens: Tokens, phrase: int) -> int | None:
    """The noun behind a fronted phrase and a comma that was read as an apposition in it."""
    for token in range(tokens.left[phrase], tokens.right[phrase]):
        begin = tokens.left[token]
        last = tokens.right[token] == tokens.right[phrase]
        if tokens.dep[token] == "appos" and last and tokens.text[begin - 1] == ",":
            return token
    return None


def _holder(tokens: Tokens, noun: int) -> int | None:
    """Whose the noun is ("his decision to …"), or the subject of the verb that governs it."""
    possessor = tokens.child(noun, "poss")
    if possessor is not None:
        return possessor
    if tokens.dep[noun] in {"dobj", "attr"}:
        return tokens.child(tokens.head[noun], *SUBJECTS)
    return None
