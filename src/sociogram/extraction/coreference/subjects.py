"""Subjects that a pronoun goes back to before all others, and pronouns that go back to nobody who is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.coreference.words import ANYBODY, JUDGING_VERBS, OWN_ADJECTIVES, PEOPLE_OF_SOMEBODY

if TYPE_CHECKING:
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene

_EITHER = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_OR = frozenset({"or", "/"})
_MANNER = frozenset({"with", "through", "despite"})
"""Prepositions by which a clause tells what its own subject has or does."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WHILE = frozenset({"while", "when", "after", "before", "since", "until", "although", "though", "as"})
"""Conjunctions of clauses whose subject is sooner than another's that of the clause above."""
_SHARES = frozenset({"percent", "%", "many", "most", "some", "few", "several", "half"})

_YOU = 2

NEAR = 40
"""So many mentions to either side of a speaker belong to what is said."""


def is_either(scene: Scene, one: Facts) -> bool:
    """Whether the pronoun is one half of "he or she", "his or her": it stands for anybody of a sort."""
    lower, head = scene.tokens.lower, one.head
    if one.head < 0 or lower[head] not in _EITHER:
        return False
    behind = head + 2 < len(lower) and lower[head + 1] in _OR and lower[head + 2] in _EITHER
    return behind or (head >= 2 and lower[head - 1] in _OR and lower[head - 2] in _EITHER)


def is_placeholder(scene: Scene, one: Facts) -> bool:
    """Whether "it" stands for the clause behind: "it is a mistake to go", "it is clear that …"."""
    tokens = scene.tokens
    if one.role != "subject" or one.verb < 0 or tokens.lemma[one.verb] != "be":
        return False
    said = -1
    for token in range(one.verb + 1, min(one.verb + 12, len(tokens))):
        if tokens.sentence[token] != one.sentence:
            return False
        dep, governor = tokens.dep[token], tokens.head[token]
        if dep in {"acomp", "attr"} and governor == one.verb:
            if tokens.lemma[token] in OWN_ADJECTIVES:
                return False
            said = token
        elif said >= 0 and governor in {one.verb, said} and dep in {"xcomp", "ccomp", "csubj", "acl"}:
            # "It is a plan to cut taxes": the clause belongs to the noun if that is what "it" is.
            return tokens.pos[said] == "ADJ" or dep != "acl"
    return False


def is_anybody(one: Facts, other: Facts) -> bool:
    """Whether ``other`` is anybody in somebody's words, no antecedent of a "he" outside: "“Nobody votes,” Doe said"."""
    indefinite = other.determiner == "indefinite" or other.lemma in ANYBODY
    return indefinite and one.animate is True and one.number == "singular" and other.gender == "unknown"


def speaker_before(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """Who spoke in the sentence before, where ``one`` speaks: "Doe said Roe was a liar. But he said Roe may win".

    All others must stand in what was said there, or in what is told of the speaker: "grumbled Doe, whom Roe had hired".
    """
    if one.role != "subject" or one.index not in scene.sources or scene.voices[one.index]:
        return None
    near = [other for other in found if other.sentence == one.sentence - 1]
    if any(other.sentence == one.sentence for other in found):
        return None
    main = [
        other
        for other in near
        if other.role == "subject"
        and other.index in scene.sources
        and scene.tokens.dep[other.verb] == "ROOT"
        and not other.relative
    ]
    if len(main) != 1:
        return None
    verb = main[0].verb
    inside = [other for other in near if other is not main[0]]
    told = all(_is_below(scene, other, verb) or _is_within(other, main[0]) for other in inside)
    return main[0] if inside and told else None


def _is_within(other: Facts, speaker: Facts) -> bool:
    start, end = speaker.mention.phrase
    return start <= other.mention.start < end


def _is_below(scene: Scene, other: Facts, verb: int) -> bool:
    """Whether ``other`` stands in a clause that is the object of ``verb``."""
    tokens = scene.tokens
    return any(
        tokens.dep[token] == "ccomp" and tokens.head[token] == verb for token in tokens.climb(other.head)
    )


def is_capacity(scene: Scene, other: Facts) -> bool:
    """Whether ``other`` tells only as what somebody is taken: "hired Roe as *counsel*", "as *a lawyer*"."""
    unsaid = other.mention.form == "nominal" and other.determiner in {"none", "indefinite"}
    return unsaid and scene.tokens.behind_as(other.head) is not None


def speaker_on(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """Who spoke last, where ``one`` speaks on: "“Roe lied,” Doe said. “Roe stole it,” he added".

    All others whom the pronoun could mean since then must stand in quotations.
    """
    if one.role != "subject" or one.index not in scene.sources or scene.voices[one.index]:
        return None
    told = [other for other in found if not scene.voices[other.index]]
    if not told or len(told) == len(found):
        return None
    last = told[0]
    speaks = last.index in scene.sources and last.role == "subject" and not last.relative
    return last if speaks and last.sentence < one.sentence else None


def names_in_own_words(scene: Scene, one: Facts) -> frozenset[int]:
    """The clusters that the quotation of the speaker ``one`` has by name or "you": who says "Roe lied" is not Roe."""
    if one.index not in scene.sources:
        return frozenset()
    spoken = scene.spoken_by.get(one.index, frozenset())
    near = scene.facts[max(0, one.index - NEAR) : one.index + NEAR] if spoken else ()
    return frozenset(
        scene.clusters.find(other.index)
        for other in near
        if scene.voices[other.index] in spoken
        and (other.mention.form == "named" or other.mention.person == _YOU)
    )


def own_subject(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """The subject of the clause that tells something by ``one``'s: "Doe said Roe harmed them with his attacks"."""
    tokens = scene.tokens
    if not one.possessive or one.head < 0:
        return None
    preposition = tokens.head[tokens.head[one.head]]
    if tokens.lower[preposition] not in _MANNER or tokens.dep[preposition] != "prep":
        return None
    verb = tokens.head[preposition]
    return next(
        (
            other
            for other in found
            if other.verb == verb
            and other.role == "subject"
            and other.sentence == one.sentence
            and tokens.dep[other.head] == "nsubj"
        ),
        None,
    )


def whose_people(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """Who tells of ``one``'s family or staff: "Doe said his wife would come", "Roe left, and her husband stayed".

    The phrase must be the subject of a clause that hangs on the clause of that subject; of two clauses beside each
    other the first may name nobody else.
    """
    tokens = scene.tokens
    if not one.possessive or one.head < 0 or tokens.lemma[tokens.head[one.head]] not in PEOPLE_OF_SOMEBODY:
        return None
    top = next(token for token in tokens.climb(tokens.head[one.head]) if tokens.dep[token] != "conj")
    if tokens.dep[top] not in _SUBJECTS:
        return None
    near = [
        other
        for other in found
        if other.sentence == one.sentence and scene.voices[other.index] == scene.voices[one.index]
    ]
    clause = tokens.head[top]
    beside = tokens.dep[clause] == "conj"
    for above in (_outside_quote(scene, token, clause) for token in tokens.climb(clause)):
        if above != clause and tokens.child(above, *_SUBJECTS) is not None:
            subject = next((other for other in near if other.verb == above and other.role == "subject"), None)
            alone = subject is not None and all(
                scene.clusters.same(other.index, subject.index) for other in near
            )
            return subject if alone or not beside else None
        if tokens.dep[above] not in {"ccomp", "acl", "dobj", "conj"}:
            return None
    return None


def judged(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """Whom the reason of a judgement is about: "Doe fired Roe because *he* had lied".

    Verbs of judgement lay the cause with their object (Garvey and Caramazza 1974, "Implicit causality in verbs").
    """
    tokens, clause = scene.tokens, one.verb
    if one.role != "subject" or clause < 0 or tokens.dep[clause] != "advcl":
        return None
    mark = tokens.child(clause, "mark")
    near = [other for other in found if other.sentence == one.sentence and other.head < one.head]
    subjects = [other for other in near if other.role == "subject"]
    if mark is None or tokens.lower[mark] != "because" or len(subjects) != 1:
        return None
    # The parser may hang the clause on a verb above or below: "the day when Doe hit out at Roe for lying, because …".
    verb = subjects[0].verb
    ends = [
        other
        for other in near
        if other.verb == verb and other.role in {"object", "oblique"} and other.mention.kind == "Person"
    ]
    return ends[0] if tokens.lemma[verb] in JUDGING_VERBS and len(ends) == 1 else None


def subject_above(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """The subject of the clause above: "Doe knew Roe owned that *she* lied", "Doe quit while *he* led".

    Where that clause has another person for its object, either may be meant.
    """
    tokens, clause = scene.tokens, one.verb
    if one.role != "subject" or clause < 0 or tokens.dep[clause] not in {"ccomp", "advcl"}:
        return None
    if tokens.dep[clause] == "advcl":
        mark = tokens.child(clause, "mark", "advmod")
        if mark is None or tokens.lower[mark] not in _WHILE or mark > one.head:
            return None
    above = _with_subject(scene, tokens.head[clause])
    near = [
        other
        for other in found
        if other.sentence == one.sentence
        and other.verb == above
        and other.head < one.head
        and not other.reflexive
    ]
    subjects = [other for other in near if other.role == "subject" and not other.relative]
    if not subjects or subjects[0].mention.form != "named":
        return None
    alone = all(scene.clusters.same(other.index, subjects[0].index) for other in near)
    return subjects[0] if alone else None


def _with_subject(scene: Scene, verb: int) -> int:
    """``verb``, or the one whose subject it shares: "tweeted *to say*", "endorsed her, *saying*"."""
    tokens = scene.tokens
    for above in tokens.climb(verb):
        shared = tokens.dep[above] in {"xcomp", "conj"} or (
            tokens.dep[above] == "advcl" and tokens.tag[above] in {"VBG", "VB"}
        )
        if tokens.child(above, *_SUBJECTS) is not None or not shared:
            return above
    return verb


def is_of_share(scene: Scene, one: Facts) -> bool:
    """Whether the plural pronoun is of those whom a number or "many" tells of: "46 percent said *they* …".

    Who they are is a part of a group, and not the group.
    """
    tokens = scene.tokens
    if one.head < 0 or one.number != "plural" or one.mention.form != "pronoun":
        return False
    for clause in tokens.climb(one.head):
        if tokens.dep[clause] != "ccomp":
            continue
        subject = tokens.child(tokens.head[clause], *_SUBJECTS)
        if subject is not None:
            return tokens.pos[subject] == "NUM" or tokens.lower[subject] in _SHARES
    return False


def _outside_quote(scene: Scene, verb: int, clause: int) -> int:
    """The verb that tells ``verb``, where that stands in a quotation and ``clause`` does not: "“Go,” Doe *said*"."""
    tokens = scene.tokens
    if tokens.quote[verb] == tokens.quote[clause]:
        return verb
    said = tokens.child(verb, "parataxis")
    return verb if said is None else said


def subject_before(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """The name that is the subject of the sentence before, where ``one`` is that of its own: "Doe quit. He moved".

    Whom a text has just called by name it is about; a "he" before that name no longer counts. On GUM right in 19 of 20.
    What such a one owns may be the subject too ("Doe quit. *His* lawyer"), if the text knows of Doe, or of that gender.
    A subject behind its verb is not what a sentence is about: "Among them was Doe".
    """
    if not _opens_main_clause(scene, one):
        return None
    near = [other for other in found if other.sentence >= one.sentence - 1]
    main = [
        other
        for other in near
        if other.role == "subject"
        and scene.tokens.dep[other.verb] == "ROOT"
        and not other.coordinated
        and not other.relative
        and scene.voices[other.index] == scene.voices[one.index]
    ]
    alone = len(main) == 1 and all(other.sentence < one.sentence for other in near)
    if not alone or main[0].mention.form != "named" or main[0].head > main[0].verb:
        return None
    return main[0] if one.role == "subject" or _is_told_of(scene, one, main[0]) else None


def _opens_main_clause(scene: Scene, one: Facts) -> bool:
    """Whether ``one`` is the subject of its sentence, or owns the subject."""
    tokens = scene.tokens
    if one.role == "subject":
        return tokens.dep[one.verb] == "ROOT"
    noun = tokens.head[one.head]
    return one.possessive and tokens.dep[noun] in _SUBJECTS and tokens.dep[tokens.head[noun]] == "ROOT"


def _is_told_of(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether the text speaks of ``other`` in a sentence before, or its words tell the gender of ``one``."""
    return scene.tells_gender(one, other) or scene.spoke_before(other)
