"""Verbs that the parser gives to the wrong doer: what one is pushed to do, what one is asked, what one did before.

It takes the infinitive for a purpose of who pushes, "asked" of "Roe, when asked about it, left" for Roe's asking, and
"banning" of "opposed a tax or banning cars" for what Roe does beside opposing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.cues import load_cues
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import FINITE, PLURALS, Tokens, rehung, with_heads

_PUSHING = load_vocabulary("verbs").words("pushing-verbs")


def mend_orders(tokens: Tokens) -> Tokens:
    """Make "to arm" of "pushed Roe to arm them" the complement that it is of "urged Roe to arm them"."""
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        above = tokens.head[verb]
        if dep != "advcl" or tokens.tag[verb] != "VB" or tokens.lemma[above].lower() not in _PUSHING:
            continue
        pushed, first = tokens.child(above, "dobj"), tokens.left[verb]
        # The infinitive stands right behind who is pushed: "pushed Roe, to win" and "in order to win" are purposes.
        if pushed is not None and tokens.right[pushed] == first and tokens.tag[first] == "TO":
            moves[verb] = (above, "xcomp")
    return with_heads(tokens, moves)


def _with_tags(tokens: Tokens, tags: Mapping[int, str]) -> Tokens:
    """``tokens`` with other tags for some of them."""
    return replace(tokens, tag=tuple(tags.get(token, tag) for token, tag in enumerate(tokens.tag)))


_WHEN = frozenset({"when", "if", "once", "until", "unless", "though", "although"})
_OWN = ("nsubj", "nsubjpass", "expl")


def mend_asked(tokens: Tokens) -> Tokens:
    """Make a participle behind "when" or "if" that has no subject, "when asked about it", the passive that it is."""
    tags, moves = {}, {}
    for verb, dep in enumerate(tokens.dep):
        if dep not in {"relcl", "advcl", "acl"} or tokens.tag[verb] not in {"VBN", "VBD"}:
            continue
        opens = tokens.left[verb]
        if tokens.lower[opens] not in _WHEN or tokens.head[opens] != verb or not opens < verb:
            continue
        if tokens.child(verb, *_OWN, "csubj", "aux", "auxpass") is None:
            tags[verb] = "VBN"
            if dep == "relcl":
                moves[verb] = (tokens.head[verb], "acl")
    if not tags:
        return tokens
    return with_heads(_with_tags(tokens, tags), moves)


def mend_subjects(tokens: Tokens) -> Tokens:
    """Give a clause behind "after" its subject back: "the day after a man holding a gun shot Bob".

    The parser takes "after a man holding a gun" for a phrase, and who shot for the subject of the clause above.
    """
    moves: dict[int, tuple[int, str]] = {}
    for mark, dep in enumerate(tokens.dep):
        verb, participle = tokens.head[mark], tokens.child(mark, "pcomp")
        if dep != "mark" or participle is None or tokens.tag[participle] != "VBG":
            continue
        doer = tokens.child(participle, "nsubj")
        if doer is None or not mark < doer < participle < verb or tokens.tag[verb] not in FINITE:
            continue
        if tokens.right[participle] <= verb and tokens.child(verb, *_OWN) is None:
            moves[doer], moves[participle] = (verb, "nsubj"), (doer, "acl")
    return with_heads(tokens, moves)


_OPENING_CLAUSES = frozenset({"as", "since", "after", "before", "until"})


def mend_parted_clauses(tokens: Tokens) -> Tokens:
    """Give a clause back what stands apart from its verb: "Doe waited as members, among them Roe, have left".

    The parser takes "as members" for a phrase and "have left" for what Doe does beside waiting, though he is one.
    """
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        above = tokens.head[verb]
        if dep != "conj" or tokens.child(verb, *_OWN) is not None or not _is_of_many(verb, tokens):
            continue
        subject = tokens.child(above, "nsubj", "nsubjpass")
        if (
            subject is None
            or tokens.tag[subject] not in ("NN", "NNP")
            or tokens.child(subject, "conj") is not None
            or any(tokens.dep[child] == "cc" for child in tokens.children[above] if child < verb)
        ):
            continue
        for mark in reversed([child for child in tokens.children[above] if above < child < verb]):
            doer = tokens.child(mark, "pobj")
            if tokens.lower[mark] in _OPENING_CLAUSES and doer is not None and tokens.tag[doer] in PLURALS:
                moves[verb], moves[mark], moves[doer] = (above, "advcl"), (verb, "mark"), (verb, "nsubj")
                break
    return with_heads(tokens, moves)


def _is_of_many(verb: int, tokens: Tokens) -> bool:
    """Whether the verb's form is that of a plural: "have left", "are waiting"."""
    return tokens.lower[tokens.finite(verb)] in ("have", "are", "were")


_CLEFT = frozenset({"who", "that", "whom", "which"})


def mend_clefts(tokens: Tokens) -> Tokens:
    """Make "it was Doe who sued Roe" the clause that it is: Doe sued Roe."""
    head, dep = list(tokens.head), list(tokens.dep)
    mended = False
    for verb, label in enumerate(tokens.dep):
        pronoun = tokens.left[verb]
        if label not in {"ccomp", "relcl", "advcl"} or tokens.lower[pronoun] not in _CLEFT or pronoun == verb:
            continue
        found = _cleft(verb, pronoun, tokens)
        if found is None or tokens.dep[pronoun] not in {"nsubj", "nsubjpass", "dobj"}:
            continue
        be, singled = found
        head[verb], dep[verb] = (verb if tokens.head[be] == be else tokens.head[be]), tokens.dep[be]
        for child in tokens.children[be]:
            if child != verb:
                head[child] = verb
        dep[tokens.children[be][0]] = "expl"
        head[be], dep[be] = verb, "aux"
        head[singled], dep[singled] = verb, tokens.dep[pronoun]
        dep[pronoun] = "dep"
        mended = True
    return rehung(tokens, head, dep) if mended else tokens


def mend_whats(tokens: Tokens) -> Tokens:
    """Make "what swayed them was Doe" the clause that it is, Doe swayed them; so with "what Doe wants is money"."""
    moves: dict[int, tuple[int, str]] = {}
    for verb, label in enumerate(tokens.dep):
        be, what = tokens.head[verb], tokens.left[verb]
        if (
            label != "csubj"
            or tokens.lemma[be] != "be"
            or tokens.lower[what] != "what"
            or tokens.head[what] != verb
        ):
            continue
        told = tokens.child(be, "attr")
        if told is None or told < be or tokens.dep[what] not in {"nsubj", "dobj"}:
            continue
        moves[verb] = (verb if tokens.head[be] == be else tokens.head[be], tokens.dep[be])
        moves.update((child, (verb, tokens.dep[child])) for child in tokens.children[be] if child != verb)
        moves[be], moves[told], moves[what] = (verb, "aux"), (verb, tokens.dep[what]), (verb, "dep")
    return with_heads(tokens, moves)


def _cleft(verb: int, pronoun: int, tokens: Tokens) -> tuple[int, int] | None:
    """The "be" behind an "it", and who stands between it and ``pronoun``: a name, "her", "the union", "his wife"."""
    above = tokens.head[verb]
    be = above if tokens.lemma[above] == "be" else tokens.head[above]
    singled = tokens.child(be, "attr")
    if tokens.lemma[be] != "be" or singled is None or above not in (be, singled):
        return None
    subject = tokens.child(be, "nsubj", "expl")
    first = tokens.children[be][0]
    it = subject is not None and subject == first and tokens.lower[subject] == "it" and subject < be < singled
    told = any(
        tokens.lower[child] == "the" or tokens.dep[child] == "poss" for child in tokens.children[singled]
    )
    near = singled < pronoun and (tokens.pos[singled] in {"PROPN", "PRON"} or told)
    bare = all(
        tokens.dep[each] in {"compound", "punct", "conj", "cc"} or tokens.head[each] != singled
        for each in range(singled + 1, pronoun)
    )
    return (be, singled) if it and near and bare else None


def mend_among(tokens: Tokens) -> Tokens:
    """Give a clause to whom it is said of: "Among those who praised Doe *was Roe*" says that Roe did."""
    moves: dict[int, tuple[int, str]] = {}
    for those, word in enumerate(tokens.lower):
        if word != "those" or tokens.dep[those] != "pobj" or tokens.lower[tokens.head[those]] != "among":
            continue
        be = tokens.head[tokens.head[those]]
        clause, told = tokens.child(those, "relcl", "acl"), tokens.child(be, "nsubj", "attr")
        if clause is None or told is None or tokens.lemma[be] != "be" or not clause < be < told:
            continue
        if tokens.child(be, "neg") is None:
            moves[clause] = (told, "acl")
            who = tokens.child(clause, "nsubj", "nsubjpass")
            if who is not None and tokens.tag[who] == "WP":
                moves[who] = (clause, "dep")
    return with_heads(tokens, moves)


def mend_tellings(tokens: Tokens) -> Tokens:
    """Give back to who says what he does beside saying: "has said she left *and has backed* Roe".

    The parser hangs the second verb on what is said. What tells is the same tense, or a verb whose subject could only
    be a thing: one of saying behind a comma ("said the report was wrong, *and accused* Roe"), or one of demanding.
    """
    moves: dict[int, tuple[int, str]] = {}
    verbs = load_cues().verbs
    for second, dep in enumerate(tokens.dep):
        first = tokens.head[second]
        teller = tokens.head[first]
        if dep != "conj" or tokens.dep[first] != "ccomp" or tokens.lemma[teller] not in verbs:
            continue
        opens = tokens.left[second]
        if not teller < first < opens or tokens.child(second, *_OWN) is not None:
            continue
        if tokens.lower[opens - 1] != "and" or tokens.child(teller, "nsubj") is None:
            continue
        perfect = [
            any(tokens.lower[child] in ("has", "have") for child in tokens.children[verb] if child < verb)
            for verb in (teller, first, second)
        ]
        subject = tokens.child(first, *_OWN)
        thing = subject is not None and tokens.pos[subject] == "NOUN" and not _is_somebody(subject, tokens)
        frames = verbs.get(tokens.lemma[second], {})
        says = frames and (tokens.text[opens - 2] == "," or not _OF_SOMEBODY.isdisjoint(frames.values()))
        past = tokens.tag[second] == tokens.tag[teller] == "VBD"
        if perfect == [True, False, True] or (says and thing and past):
            moves[second] = (teller, "conj")
            for mark in (opens - 1, opens - 2):
                if tokens.head[mark] == first:
                    moves[mark] = (teller, tokens.dep[mark])
    return with_heads(tokens, moves)


def mend_told_of(tokens: Tokens) -> Tokens:
    """Give back to whom it is said of what is said: "Roe, *Doe said*, sees patients as wallets".

    The parser takes Doe for an apposition of Roe, who then says so of nobody.
    """
    head, dep = list(tokens.head), list(tokens.dep)
    verbs = load_cues().verbs
    for teller, label in enumerate(tokens.dep):
        verb, name = teller + 1, tokens.head[teller]
        comma = tokens.left[teller] - 1
        if label not in _BESIDE or comma <= name or tokens.text[comma] != "," or tokens.dep[name] != "nsubj":
            continue
        told = _told_behind(verb, tokens) if tokens.head[name] == verb < len(tokens) else None
        if told is None or "quote" not in verbs.get(tokens.lemma[verb], {}) or tokens.pos[teller] != "PROPN":
            continue
        if tokens.dep[verb] != "parataxis":
            head[told], dep[told] = head[verb] if tokens.head[verb] != verb else told, tokens.dep[verb]
            head[verb], dep[verb] = told, "parataxis"
        head[name], head[teller], dep[teller] = told, verb, "nsubj"
    return tokens if head == list(tokens.head) else rehung(tokens, head, dep)


def _told_behind(verb: int, tokens: Tokens) -> int | None:
    """The verb with a tense and no subject that stands behind ``verb``, whom it tells and a comma."""
    told = tokens.head[verb] if tokens.dep[verb] == "parataxis" else tokens.child(verb, "ccomp")
    hearer = tokens.child(verb, "dobj")
    end = verb + 1 if hearer is None else tokens.right[hearer]
    if told is None or told <= end or tokens.text[end] != "," or tokens.child(told, *_OWN) is not None:
        return None
    return told if tokens.tag[tokens.finite(told)] in FINITE else None


_BESIDE = frozenset({"appos", "conj"})
_OF_SOMEBODY = frozenset({"promise", "demand"})
"""Classes of cues of which no thing is the subject, where a report may say or deny."""


def _is_somebody(noun: int, tokens: Tokens) -> bool:
    kind = load_actor_lists().nouns.get(tokens.lemma[noun].lower())
    return kind is not None and load_ontology().is_a(kind, "Actor")


_UNDERGONE = load_vocabulary("propositions").words("undergone-verbs")


def mend_verbless(tokens: Tokens) -> Tokens:
    """Make a participle behind an apposition the verb that its sentence lacks: "Doe, a lawyer, taught in Bonn."."""
    moves: dict[int, tuple[int, str]] = {}
    tags: dict[int, str] = {}
    for verb, dep in enumerate(tokens.dep):
        name = tokens.head[verb]
        if dep != "acl" or tokens.tag[verb] not in {"VBN", "VBD"} or tokens.head[name] != name or verb < name:
            continue
        beside = tokens.child(name, "appos")
        if tokens.pos[name] != "PROPN" or beside is None or tokens.right[beside] != verb - 1:
            continue
        if (
            tokens.text[verb - 1] != ","
            or tokens.left[verb] != verb
            or tokens.text[tokens.bounds(verb)[1] - 1] != "."
        ):
            continue
        done = tokens.child(verb, "agent", "aux", "auxpass") is not None or tokens.lemma[verb] in _UNDERGONE
        if tokens.child(verb, "dobj") is None and (done or tokens.child(verb, "prep") is None):
            continue  # "Doe, a lawyer, accused of fraud." under a picture
        for child in tokens.children[name]:
            if child > verb:
                moves[child] = (verb, tokens.dep[child])
        moves[name], moves[verb] = (verb, "nsubj"), (verb, "ROOT")
        tags[verb] = "VBD"
    if not moves:
        return tokens
    return with_heads(_with_tags(tokens, tags), moves)


def mend_alternatives(tokens: Tokens) -> Tokens:
    """Make a gerund behind an object what the verb is about too: "did not rule out a search *or banning* cars"."""
    moves: dict[int, tuple[int, str]] = {}
    for gerund, tag in enumerate(tokens.tag):
        verb = tokens.head[gerund]
        if tag != "VBG" or tokens.dep[gerund] != "conj" or tokens.tag[verb] == "VBG" or verb > gerund:
            continue
        thing, first = tokens.child(verb, "dobj"), tokens.left[gerund]
        joined = first > 0 and tokens.lower[first - 1] == "or" and tokens.head[first - 1] == verb
        if (
            joined
            and thing is not None
            and verb < thing < gerund
            and tokens.child(gerund, *_OWN, "aux") is None
        ):
            moves[gerund] = (verb, "xcomp")
    return with_heads(tokens, moves)
