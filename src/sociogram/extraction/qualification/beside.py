"""What stands beside a word: auxiliaries, negations, adverbs, conditions, negative subjects and attributes."""

from __future__ import annotations

from dataclasses import dataclass

from sociogram.extraction.qualification.state import Scope
from sociogram.extraction.qualification.words import ScopeWords
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Beside:
    """Reads the neighbours of the words of one document."""

    columns: Tokens
    words: ScopeWords

    def _beside(
        self, node: int, scope: Scope, *, negatable: bool, subject: bool = True, governs: bool = False
    ) -> None:
        """The auxiliaries, negations and adverbs of ``node``, and a negative subject or object.

        Where ``node`` only governs the trigger ("we can expect that"), "can" is no doubt about it.
        """
        columns, words = self.columns, self.words
        for child in columns.children[node]:
            lower, dep = columns.lower[child], columns.dep[child]
            if dep in {"aux", "auxpass"}:
                if lower in {"'d", "’d"} and columns.lemma[child] not in {"would", "'d", "’d"}:
                    continue
                scope.would = scope.would or lower in {"would", "'d", "’d"}
                if lower in {"ca", "can"} and governs:
                    continue
                if lower == "must" and self._perfect(node):
                    scope.strengthen(Modality.POSSIBLE)
                elif columns.tag[child] == "MD" or lower in {"'ll", "’ll"}:
                    scope.add(words.auxiliaries.get(lower, ()))
            elif dep == "neg" or (lower in words.negations and dep in {"advmod", "preconj", "cc"}):
                if negatable and self._denies(child, node):
                    scope.negate()
            elif dep == "advmod":
                scope.add(words.adverbs.get(lower, ()))
                if negatable and lower == "before" and self._preceded_by(child, "never"):
                    scope.negate()
                if negatable and lower == "longer" and self._preceded_by(child, "no"):
                    scope.negate()
            elif (
                dep == "advcl" and self._mark(child) in words.conditions and not self._concessive(child)
            ) or (dep == "advcl" and self._inverted_condition(child)):
                scope.strengthen(Modality.HYPOTHETICAL)
            elif dep in {"dobj", "attr"} and negatable and self._negative(child):
                scope.negate()
        if subject and negatable:
            self._negative_subject(node, scope)

    def _perfect(self, node: int) -> bool:
        columns = self.columns
        return any(
            columns.dep[child] == "aux" and columns.lemma[child] == "have" for child in columns.children[node]
        )

    def _negative_subject(self, node: int, scope: Scope) -> None:
        for child in self.columns.children[node]:
            if self.columns.dep[child] in {"nsubj", "nsubjpass"} and self._negative(child):
                scope.negate()

    def _negative(self, noun: int) -> bool:
        """As in "nobody", "no senator", "none of them", "neither side"."""
        columns, words = self.columns, self.words
        if columns.lower[noun] in words.negative_quantifiers:
            return True
        for child in columns.children[noun]:
            if columns.lower[child] in words.negative_quantifiers and columns.dep[child] in {
                "det",
                "neg",
                "preconj",
                "cc",
            }:
                # "no less a man", "no doubt", "no fewer than" deny nothing.
                return columns.lower[noun] not in {
                    "doubt",
                    "matter",
                    "wonder",
                    "question",
                    "secret",
                } and columns.lower[min(child + 1, len(columns) - 1)] not in {"less", "fewer", "more"}
        return False

    def _denies(self, negation: int, node: int) -> bool:
        """Whether the word denies: "not only", "not just" and "no sooner" do not."""
        columns = self.columns
        if negation > 1 and columns.lower[negation - 2] == "or":
            # "may or may not"
            return False
        following = columns.lower[negation + 1] if negation + 1 < len(columns) else ""
        if following in {"only", "just", "merely", "simply", "least"}:
            return False
        # A "nor" behind the verb denies what follows it.
        return negation < node or columns.dep[negation] != "cc"

    def _beside_noun(self, noun: int, scope: Scope) -> None:
        """The attributes of a noun that is itself the relation: "no support", "an alleged payment"."""
        columns = self.columns
        if columns.pos[noun] in VERBAL:
            return
        for child in columns.children[noun]:
            if columns.dep[child] in {"amod", "advmod"}:
                scope.add(self.words.attributes.get(columns.lower[child], ()))
                scope.add(self.words.adverbs.get(columns.lower[child], ()))
            elif (
                columns.dep[child] == "det"
                and columns.lower[child] in self.words.negative_quantifiers
                # A negative object or subject is found at its verb.
                and columns.dep[noun] not in {"dobj", "attr", "nsubj", "nsubjpass"}
            ):
                scope.negate()

    def _root(self, root: int, scope: Scope) -> None:
        """Questions and orders."""
        columns = self.columns
        number = columns.sentence[root]
        last = columns.right[root] - 1
        while last + 1 < len(columns) and columns.sentence[last + 1] == number:
            last += 1
        for position in range(last, max(last - 3, -1), -1):
            if columns.text[position] == "?":
                scope.strengthen(Modality.POSSIBLE)
                return
        if (
            not scope.said
            and columns.tag[root] == "VB"
            and not any(
                columns.dep[child] in {"nsubj", "nsubjpass", "aux", "expl"}
                for child in columns.children[root]
            )
        ):
            scope.strengthen(Modality.DEMANDED)

    def _inverted_condition(self, node: int) -> bool:
        """As in "Had he won, …"; "Were it to fail, …"."""
        columns = self.columns
        first = columns.left[node]
        return (
            columns.lower[first] in {"had", "were", "should"}
            and first != node
            and first + 1 < columns.right[node]
            and columns.dep[first] in {"aux", "auxpass"}
            and any(
                columns.dep[child] in {"nsubj", "nsubjpass"} and child > first
                for child in columns.children[node]
            )
        )

    def _lemma(self, node: int) -> str:
        return self.columns.lemma[node].lower()

    def _with_particle(self, node: int) -> str:
        columns = self.columns
        particle = next((child for child in columns.children[node] if columns.dep[child] == "prt"), None)
        return self._lemma(node) if particle is None else f"{self._lemma(node)} {columns.lower[particle]}"

    def _mark(self, node: int) -> str:
        columns = self.columns
        for child in columns.children[node]:
            if child < node and columns.dep[child] == "mark":
                return columns.lower[child]
            if child < node and columns.dep[child] == "advmod" and columns.tag[child] == "WRB":
                return columns.lower[child]
        return ""

    def _is_infinitive(self, node: int) -> bool:
        columns = self.columns
        return columns.tag[node] in {"VB", "VBN", "VBG", "JJ", "NN", "NNP", "VBP"} and any(
            columns.lower[child] == "to" and columns.dep[child] == "aux"
            for child in columns.children[node]
            if child < node
        )

    def _negated(self, node: int) -> bool:
        columns = self.columns
        return any(
            columns.dep[child] == "neg" and self._denies(child, node) for child in columns.children[node]
        )

    def _preceded_by(self, node: int, word: str) -> bool:
        return node > 0 and self.columns.lower[node - 1] == word

    def _next_is(self, node: int, word: str) -> bool:
        columns = self.columns
        return any(columns.lower[child] == word for child in columns.children[node])

    def _concessive(self, node: int) -> bool:
        """As in "even if" and "as if" set no condition."""
        columns = self.columns
        for child in columns.children[node]:
            if columns.dep[child] == "mark" and columns.lower[child] == "if":
                return child > 0 and columns.lower[child - 1] in {"even", "as"}
        return False
