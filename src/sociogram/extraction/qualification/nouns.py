"""What a noun or a preposition above does to the words that hang on it: "the plan to …", "without …ing"."""

from __future__ import annotations

from sociogram.extraction.qualification.beside import VERBAL, Beside
from sociogram.extraction.qualification.state import Scope
from sociogram.extraction.qualification.words import DENIED
from sociogram.model import Modality


class Nouns(Beside):
    """Steps up to a noun or a preposition; each says whether what is above still reaches down."""

    __slots__ = ()

    def _of_noun(self, node: int, head: int, scope: Scope) -> bool:
        """A clause that hangs on a noun: "his refusal to …", "the claim that …"."""
        columns, lemma = self.columns, self._lemma(head)
        mark = self._mark(node)
        if not self._is_infinitive(node) and mark != "that":
            return False
        effects = self.words.nouns.get(lemma, ())
        if lemma == "order" and columns.lower[head - 1] == "in":
            effects = (Modality.INTENDED.value,)
        if mark == "that" and Modality.INTENDED.value in effects:
            effects = (Modality.INTENDED.value,)
        if (
            not effects
            and self._is_infinitive(node)
            and columns.lower[head] not in {"first", "last", "only", "one"}
        ):
            effects = (Modality.INTENDED.value,)
        scope.add(effects)
        self._governor_of_noun(head, effects, scope)
        return False

    def _governor_of_noun(self, noun: int, effects: tuple[str, ...], scope: Scope) -> None:
        """As in "has no plan to", "no evidence that", "dropped the plan to", "rejected the claim that"."""
        columns, words = self.columns, self.words
        planned = Modality.INTENDED.value in effects
        verb = columns.head[noun] if columns.dep[noun] in {"dobj", "attr", "nsubjpass"} else None
        negative = any(columns.lower[child] in words.negative_quantifiers for child in columns.children[noun])
        if verb is not None and columns.lemma[verb] in {"have", "be", "make", "show", "see", "find"}:
            negative = negative != self._negated(verb)
        if negative and planned:
            scope.negate()
        elif negative:
            scope.strengthen(Modality.POSSIBLE)
        if verb is not None and self._lemma(verb) in (words.given_up if planned else words.disputed):
            scope.negate()

    def _after_preposition(self, head: int, scope: Scope) -> bool:
        columns = self.columns
        word = columns.lower[head]
        governor = columns.head[head]
        lemma = self._lemma(governor)
        if word == "without":
            scope.negate()
            return False
        if (word == "of" and head > 0 and columns.lower[head - 1] == "instead") or word == "than":
            scope.negate()
            return False
        if word == "from" and lemma in self.words.from_verbs:
            scope.negate()
            self._beside(governor, scope, negatable=True)
            return False
        if columns.pos[governor] in {"NOUN", "PROPN"}:
            above = columns.head[columns.head[governor]]
            if columns.dep[columns.head[governor]] == "agent" and self._lemma(above) in self.words.verbs:
                # "accused by two men of lying": the phrase hangs on the men by mistake.
                governor, lemma = above, self._lemma(above)
            else:
                effects = self.words.nouns.get(lemma, ())
                scope.add(effects)
                self._governor_of_noun(governor, effects, scope)
                return False
        if columns.pos[governor] == "ADJ":
            scope.add(self.words.adjectives.get(columns.lower[governor], ()))
            self._beside(columns.head[governor], scope, negatable=True)
            return False
        if columns.pos[governor] in VERBAL:
            if word == "of" and lemma in self.words.of_verbs:
                scope.negate()
                return False
            if word in {"of", "with"} and Modality.ALLEGED.value in self.words.verbs.get(lemma, ()):
                scope.strengthen(Modality.ALLEGED)
                self._beside(governor, scope, negatable=False)
                return False
            if word in {"of", "about"} and lemma in {"think", "dream", "talk", "speak"}:
                scope.strengthen(Modality.POSSIBLE)
                return False
            if word == "on" and lemma in {"plan", "count", "insist", "bank"}:
                scope.strengthen(Modality.INTENDED)
                self._beside(governor, scope, negatable=True)
                return False
            if word == "by":
                self._beside(governor, scope, negatable=False)
        return False

    def _of_preposition(self, head: int, scope: Scope, *, is_trigger: bool) -> bool:
        columns = self.columns
        word = columns.lower[head]
        governor = columns.head[head]
        if word == "without" and is_trigger:
            scope.negate()
            return False
        if columns.pos[governor] == "NOUN" and is_trigger and word in {"of", "to", "in", "on", "about"}:
            if DENIED in self.words.nouns.get(self._lemma(governor), ()):
                scope.negate()
            return False
        called_for = is_trigger and columns.pos[governor] in VERBAL and word == "for"
        if called_for and Modality.DEMANDED.value in self.words.verbs.get(self._lemma(governor), ()):
            scope.strengthen(Modality.DEMANDED)
            self._beside(governor, scope, negatable=True)
        return False

    def _preposition(self, node: int, head: int, scope: Scope) -> bool:
        if self.columns.pos[head] in VERBAL and self.columns.dep[node] == "prep":
            self._beside(head, scope, negatable=True)
        return True
