"""What a verb above does to the clause below it: "refused to …", "claims that …", "if …"."""

from __future__ import annotations

from sociogram.extraction.qualification.beside import VERBAL, Beside
from sociogram.extraction.qualification.state import Scope
from sociogram.extraction.qualification.words import DENIED
from sociogram.model import Modality


class Clauses(Beside):
    """Steps up to a verb; each says whether what is above still reaches down."""

    __slots__ = ()

    def _complement(self, node: int, head: int, scope: Scope) -> None:
        columns, lemma = self.columns, self._with_particle(head)
        if columns.pos[head] in {"ADJ", "ADV"} or (
            columns.tag[head] in {"JJ", "VBN"} and columns.dep[head] == "acomp"
        ):
            verb = columns.head[head]
            if columns.lower[head] != "able" or not (self._negated(verb) or columns.tag[verb] == "VBD"):
                scope.add(
                    self.words.adjectives.get(columns.lower[head], self.words.adjectives.get(lemma, ()))
                )
        elif columns.pos[head] in VERBAL and columns.dep[node] in {"xcomp", "ccomp"}:
            if columns.lower[head] == "used" and columns.tag[node] == "VB":
                pass
            elif lemma in {"have", "be"} and self._yet(node, head):
                scope.negate()
            elif lemma == "have" and columns.tag[node] == "VB" and self._is_infinitive(node):
                scope.strengthen(Modality.DEMANDED)
            elif lemma == "go" and columns.tag[head] != "VBG":
                pass
            elif lemma == "warn" and columns.tag[node] == "VB":
                scope.add((Modality.DEMANDED.value,))
            elif self._orders(node, head, lemma):
                scope.strengthen(Modality.DEMANDED)
            elif lemma == "forget" and columns.tag[node] == "VBG":
                pass
            elif lemma not in self.words.transparent:
                scope.add(self._effects_above(lemma, node))
                if lemma == "rule out" and self._negated(head):
                    scope.strengthen(Modality.POSSIBLE)
        self._beside(head, scope, negatable=True)

    def _yet(self, node: int, head: int) -> bool:
        """As in "has yet to pay"."""
        return any(
            self.columns.lower[child] == "yet"
            for word in (node, head)
            for child in self.columns.children[word]
        )

    def _effects_above(self, lemma: str, node: int) -> tuple[str, ...]:
        effects = self.words.verbs.get(lemma, ())
        if len(effects) > 1 and self.columns.tag[node] == "VBG" and Modality.DEMANDED.value in effects:
            return (Modality.POSSIBLE.value,)
        return tuple(effect for effect in effects[:1])

    def _orders(self, node: int, head: int, lemma: str) -> bool:
        """Whether the verb above tells somebody else to do it: "asked [him] to resign"."""
        if Modality.DEMANDED.value not in self.words.verbs.get(lemma, ()) or lemma == "have":
            return False
        columns = self.columns
        if columns.dep[node] == "ccomp":
            return True
        return any(columns.dep[child] in {"dobj", "dative", "nsubjpass"} for child in columns.children[head])

    def _clause(self, node: int, head: int, scope: Scope) -> bool:
        """Below a verb of saying or thinking: its own class, then what stands beside it."""
        columns = self.columns
        lemma = self._lemma(head)
        if node < head:
            # "…, she said": only a denial or a claim colours it.
            scope.add(self._only_claims(lemma))
            return False
        mark = self._mark(node)
        effects = self.words.clauses.get(lemma, ())
        if lemma in self.words.subjunctive and columns.tag[node] != "VB":
            # "suggests he knew" reports; "suggests he go" demands.
            effects = ()
        if lemma == "be":
            effects = self._of_predicate(head)
        if mark in {"if", "whether"}:
            scope.strengthen(Modality.POSSIBLE)
        elif columns.pos[head] not in VERBAL:
            scope.add(self.words.adjectives.get(columns.lower[head], ())[-1:])
        else:
            scope.add(effects)
        if lemma in self.words.factive and not effects:
            return False
        if mark in {"if", "whether"}:
            return False
        if lemma in self.words.neg_raising or self._predicates_truth(head):
            self._beside(head, scope, negatable=True, governs=True)
            return True
        if scope.denied and DENIED in effects and self._negated(head):
            # "did not deny that": it stays open.
            scope.denied = False
        scope.said = True
        self._beside(head, scope, negatable=True, governs=True)
        return True

    def _of_predicate(self, verb: int) -> tuple[str, ...]:
        """The effects of the adjective in "it is likely that", "it is false that"."""
        columns = self.columns
        for child in columns.children[verb]:
            if columns.dep[child] == "acomp":
                return self.words.adjectives.get(columns.lower[child], ())
        return ()

    def _predicates_truth(self, verb: int) -> bool:
        """As in "It is (not) true that …"."""
        columns = self.columns
        return columns.lemma[verb] == "be" and any(
            columns.dep[child] in {"acomp", "attr"} and columns.lower[child] in self.words.truths
            for child in columns.children[verb]
        )

    def _only_claims(self, lemma: str) -> tuple[str, ...]:
        effects = self.words.clauses.get(lemma, ())
        return tuple(effect for effect in effects if effect == Modality.ALLEGED.value)

    def _adverbial(self, node: int, head: int, scope: Scope) -> bool:
        columns = self.columns
        mark = self._mark(node)
        if mark in self.words.conditions:
            scope.strengthen(Modality.HYPOTHETICAL)
            return False
        if mark == "whether" or (mark == "as" and self._next_is(node, "if")):
            scope.strengthen(Modality.POSSIBLE)
            return False
        if self._is_infinitive(node):
            if self._lemma(head) == "go" or columns.lower[head] in {"likely", "unlikely"}:
                return True
            if Modality.DEMANDED.value in self.words.verbs.get(self._lemma(head), ()) and self._asks_somebody(
                node, head
            ):
                scope.strengthen(Modality.DEMANDED)
                self._beside(head, scope, negatable=True)
                return True
            scope.strengthen(Modality.INTENDED)
            return False
        if self._inverted_condition(node):
            scope.strengthen(Modality.HYPOTHETICAL)
            return False
        if mark == "than":
            scope.negate()
        if mark:
            return False
        # A participle shares the modality of the clause it hangs on, but not its negation.
        self._beside(head, scope, negatable=False)
        return columns.dep[head] != "ROOT"

    def _asks_somebody(self, node: int, head: int) -> bool:
        """As in "called on them to resign"."""
        columns = self.columns
        return any(
            head < child < node
            and columns.dep[child] == "prep"
            and columns.lower[child] in {"on", "upon", "for", "to", "with"}
            for child in columns.children[head]
        )
