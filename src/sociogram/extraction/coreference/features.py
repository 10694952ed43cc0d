"""What speaks for and against two mentions being one thing, as names of binary features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import GROUPS, PLACES, is_group
from sociogram.extraction.coreference.focus import salience_features
from sociogram.extraction.coreference.words import DEMONSTRATIVES, SAYING_VERBS, WEATHER_VERBS

if TYPE_CHECKING:
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.focus import Focus
    from sociogram.extraction.coreference.scene import Scene

SENTENCES = ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (5, "5"), (10, "10"), (20, "20"))
RANKS = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8"))
SIZES = ((1, "1"), (2, "2"), (4, "4"), (9, "9"))


def bucket(value: int, bounds: tuple[tuple[int, str], ...]) -> str:
    """The name of the first bound that ``value`` does not pass; ``+`` behind the last."""
    for bound, name in bounds:
        if value <= bound:
            return name
    return "+"


def sort_of(one: Facts) -> str:
    """The sort of an anaphor, each with its own weights; empty for what is resolved by names or speakers."""
    mention = one.mention
    if one.head < 0 or mention.form == "named" or one.relative:
        return ""
    if mention.form == "pronoun":
        if mention.person != 3:
            return ""
        if mention.name in DEMONSTRATIVES:
            return "this"
        if one.number == "plural":
            return "they"
        if one.animate:
            return "he"
        return "it" if one.gender == "neuter" else ""
    if mention.kind in {"Date", "Quantity", "Money", "Post"}:
        return ""
    if one.determiner == "none":
        return "bare"
    return {"demonstrative": "dem", "possessive": "poss", "definite": "the"}.get(one.determiner, "")


def family(one: Facts) -> str:
    """The kind in the coarse classes that the features tell apart."""
    kind = one.mention.kind
    if kind in GROUPS:
        return "Group"
    if kind in PLACES:
        return "Place"
    if kind in {"Person", "Collective", "Thing", "Date", "Event", "Post"}:
        return kind
    return "Other"


def alone_features(scene: Scene, one: Facts) -> list[str]:
    """For the case that the mention begins a chain of its own."""
    tokens = scene.tokens
    found = ["alone", "alone:role=" + one.role, "alone:n=" + one.number, "alone:kind=" + family(one)]
    if one.mention.form == "pronoun":
        found.append("alone:word=" + one.mention.name)
        if one.role == "subject":
            verb = tokens.lemma[one.verb]
            if verb == "be":
                found.append("alone:be")
            if verb in WEATHER_VERBS:
                found.append("alone:weather")
            if one.mention.name == "it" and _extraposed(scene, one):
                found.append("alone:extraposed")
        if one.head + 1 < len(tokens):
            found.append("alone:next=" + tokens.pos[one.head + 1])
    else:
        found.append("alone:words=" + str(min(4, len(one.words))))
        if one.mention.phrase[1] > one.mention.end:
            found.append("alone:post")
        if tokens.tag[one.head] in {"NNP", "NNPS"}:
            found.append("alone:proper")
    if one.quote >= 0:
        found.append("alone:quote")
    return found


def _extraposed(scene: Scene, one: Facts) -> bool:
    """Whether a clause behind the verb of "it" is its real subject ("it is clear that …")."""
    tokens = scene.tokens
    for token in range(one.head + 1, min(one.head + 12, len(tokens))):
        if tokens.sentence[token] != one.sentence:
            return False
        if tokens.dep[token] in {"ccomp", "xcomp", "csubj", "acl", "relcl", "advcl"} and (
            tokens.head[token] == one.verb or tokens.head[tokens.head[token]] == one.verb
        ):
            return True
    return False


def pair_features(scene: Scene, one: Facts, other: Facts, rank: int, focus: Focus) -> list[str]:
    """For the case that ``other`` is the antecedent of ``one``.

    ``rank`` counts the candidates between the two, ``focus`` is ``read_focus`` of ``one``.
    """
    mention, earlier = one.mention, other.mention
    distance = bucket(one.sentence - other.sentence, SENTENCES)
    form = earlier.form if earlier.form != "nominal" else other.determiner
    found = [
        "s=" + distance,
        "rank=" + bucket(rank, RANKS),
        "role=" + other.role,
        "role=" + one.role + "<" + other.role,
        "form=" + form,
        "kind=" + family(other),
        "size=" + bucket(len(scene.clusters.members(other.index)), SIZES),
        "s=" + distance + ",role=" + other.role,
        "s=" + distance + ",form=" + form,
        "n=" + other.number,
    ]
    if other.verb == one.verb and one.verb >= 0:
        found.append("sameverb,role=" + other.role)
    if scene.voices[one.index] != scene.voices[other.index]:
        found.append("otherscope")
    if one.paragraph == other.paragraph:
        found.append("sameparagraph")
    if other.coordinated:
        found.append("coordinated")
    if other.verb in focus.above and one.sentence == other.sentence:
        found.append("commands,role=" + other.role)
        if other.role == "subject":
            found.append("commands,form=" + form)
    if scene.tells_gender(one, other):
        found.append("clustergender")
    if other.sentence < len(scene.tokens) and other.role == "subject" and _main(scene, other):
        found.append("mainsubject")
    if one.index in scene.sources:
        found.append("says=" + str(other.index in scene.sources))
        found.append("saysas=" + family(other))
    if one.mention.form == "pronoun":
        found.append("role=" + other.role + ",form=" + form)
        if one.animate and one.number == "singular":
            found += salience_features(scene, focus, one, other)
        if earlier.form == "pronoun":
            found.append("pronoun=" + ("same" if earlier.name == mention.name else "other"))
            if earlier.person != 3:
                found.append("person=" + str(earlier.person))
        elif one.number == "plural":
            found.append("group=" + str(is_group(other)) + ",n=" + other.number)
        if earlier.form == "nominal":
            if earlier.phrase[1] > earlier.end:
                found.append("post")
            if other.role == "subject" and other.verb >= 0 and scene.tokens.lemma[other.verb] in SAYING_VERBS:
                found.append("says")
    else:
        found += _noun_features(one, other)
        if one.head in scene.owners and other.head in scene.owners:
            same = scene.clusters.same(scene.owners[one.head], scene.owners[other.head])
            found.append("sameowner" if same else "otherowner")
    return found


def _main(scene: Scene, other: Facts) -> bool:
    return scene.tokens.dep[other.verb] == "ROOT"


def _noun_features(one: Facts, other: Facts) -> list[str]:
    """How the words of two noun phrases compare."""
    if other.mention.form == "pronoun":
        return ["head=pronoun"]
    found = []
    named = other.mention.form == "named"
    if one.lemma == other.lemma:
        kind = "named" if named else "noun"
        if one.words == other.words:
            found.append("words=same," + kind)
        elif one.modifiers <= other.modifiers:
            found.append("words=fewer," + kind)
        elif other.modifiers <= one.modifiers:
            found.append("words=more," + kind)
        else:
            found.append("words=clash," + kind)
        found.append("determiner=" + other.determiner + ",samehead")
        if other.mention.phrase[1] > other.mention.end and not named:
            found.append("post,other")
    elif one.lemma in other.titles:
        found.append("head=title")
    elif one.lemma in other.words:
        found.append("head=within")
    else:
        found.append("head=differs," + family(one))
        if one.mention.kind == other.mention.kind:
            found.append("samekind," + family(one))
    return found
