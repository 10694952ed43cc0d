"""Who or what a verb is done to: its own object, one that a relative clause moved away, or one that verbs share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("propositions")

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
RELATIVE_WORDS = frozenset({"who", "whom", "which", "that", "whose"})
CIRCUMSTANCE_NOUNS = _WORDS.words("circumstance-nouns")
"""Nouns whose bare relative clause says when, why or how: they are not its missing object."""
APPOINTING = _WORDS.words("appointing-verbs")
KIN = _WORDS.words("kin")
TRYING = _WORDS.words("trying-verbs")
"""Verbs of which a relative pronoun is no object where another verb follows: "the law that they keep breaking"."""


@dataclass(frozen=True, slots=True)
class RoleToken:
    """The token that fills a role, and how it was found: ``own`` words, or the name of an inference."""

    token: int
    how: str


class ObjectReader:
    """Finds the objects of the verbs of one parse.

    ``resolve`` gives the noun that a token in the clause of a verb stands for, ``passive`` whether a verb is in the
    passive.
    """

    def __init__(
        self,
        tokens: Tokens,
        resolve: Callable[[int, int], RoleToken | None],
        passive: Callable[[int], bool],
    ) -> None:
        self._tokens = tokens
        self._resolve = resolve
        self._passive = passive

    def find(self, verb: int) -> tuple[RoleToken | None, tuple[int, int] | None]:
        """The object of ``verb``, and the stranded preposition with the noun moved away from it."""
        tokens = self._tokens
        own = tokens.child(verb, "dobj")
        if own is not None and self._is_moved_up(verb, own):
            return None, None
        if own is None:
            own = self._moved_up(verb)
        if own is not None:
            appointee = self._appointee(verb, own)
            return self._resolve(own if appointee is None else appointee, verb), self._stranded(verb, own)
        if self._passive(verb):
            return None, None
        noun = self._gap_noun(verb)
        if noun is not None:
            for child in tokens.children[verb]:
                if tokens.dep[child] == "prep" and not tokens.children[child]:
                    return None, (child, noun)
            if not any(
                tokens.dep[c] in ("ccomp", "xcomp", "acomp", "attr", "advcl") for c in tokens.children[verb]
            ):
                return RoleToken(noun, "relative"), None
            return None, None
        return self._shared_object(verb), None

    def _is_moved_up(self, verb: int, own: int) -> bool:
        """Whether the relative pronoun ``own`` is the object of the verb behind: "the law that they keep breaking"."""
        tokens = self._tokens
        inner = tokens.child(verb, "xcomp")
        return (
            own < verb
            and tokens.tag[own] in RELATIVE_TAGS
            and inner is not None
            and tokens.lemma[verb] in TRYING
            and tokens.child(inner, "dobj", "prep", "acomp", "attr", "xcomp", "ccomp") is None
        )

    def _moved_up(self, verb: int) -> int | None:
        """The relative pronoun that hangs on the verb above ``verb`` and is the object of ``verb``."""
        tokens = self._tokens
        above = tokens.head[verb]
        if tokens.dep[verb] != "xcomp" or above == verb:
            return None
        pronoun = tokens.child(above, "dobj")
        return pronoun if pronoun is not None and self._is_moved_up(above, pronoun) else None

    def _stranded(self, verb: int, own: int) -> tuple[int, int] | None:
        """The last preposition of the object and the noun moved away from it: "Doe, whom he took photos of"."""
        tokens = self._tokens
        last = tokens.children[own][-1:] or (own,)
        if last[0] < own or tokens.dep[last[0]] != "prep" or tokens.children[last[0]]:
            return None
        noun = self._gap_noun(verb)
        return None if noun is None else (last[0], noun)

    def _gap_noun(self, verb: int) -> int | None:
        """The noun before a relative clause without a pronoun ("the house he built")."""
        tokens = self._tokens
        top = next((above for above in tokens.climb(verb) if tokens.dep[above] != "xcomp"), verb)
        if tokens.dep[top] != "relcl" or tokens.child(top, "nsubj", "nsubjpass") is None:
            return None
        if top != verb and tokens.child(top, "dobj") is not None:
            return None
        first = tokens.left[top]
        noun = tokens.head[top]
        if tokens.tag[first] in RELATIVE_TAGS and tokens.lower[first] not in ("who", "whom", "which", "that"):
            return None
        pronoun = object_pronoun(tokens, top)
        subject = tokens.child(top, "nsubj", "nsubjpass")
        if pronoun is not None or (subject is not None and tokens.lower[subject] in RELATIVE_WORDS):
            return None
        return None if tokens.lemma[noun] in CIRCUMSTANCE_NOUNS else noun

    def _shared_object(self, verb: int) -> RoleToken | None:
        """The object of "buy and sell shares", which hangs on the last verb alone."""
        tokens = self._tokens
        following = [child for child in tokens.children[verb] if child > verb]
        if not following or any(tokens.dep[child] not in ("cc", "conj", "punct") for child in following):
            return None
        last = following[-1]
        if tokens.dep[last] != "conj" or last - verb > 3 or tokens.tag[last] != tokens.tag[verb]:
            return None
        if any(child < last and tokens.dep[child] in SUBJECTS for child in tokens.children[last]):
            return None
        shared = tokens.child(last, "dobj")
        return None if shared is None else RoleToken(shared, "shared")

    def _appointee(self, verb: int, noun: int) -> int | None:
        """The one in "named her minister", whom the parser takes for the owner of a minister."""
        tokens = self._tokens
        first = tokens.left[noun]
        if tokens.lemma[verb] not in APPOINTING or tokens.lower[first] != "her" or first == noun:
            return None
        # "Named her deputy, Roe, as head": the deputy is hers.
        own = tokens.lemma[noun] in KIN or tokens.child(noun, "appos") is not None
        return None if tokens.dep[first] != "poss" or own else first


def object_pronoun(tokens: Tokens, verb: int) -> int | None:
    """The relative pronoun that is an object of ``verb`` or of one of its prepositions."""
    for child in tokens.children[verb]:
        if tokens.dep[child] in ("dobj", "dative", "pobj") and tokens.lower[child] in RELATIVE_WORDS:
            return child
        if tokens.dep[child] == "prep":
            inner = tokens.child(child, "pobj")
            if inner is not None and tokens.lower[inner] in RELATIVE_WORDS:
                return inner
    return None
