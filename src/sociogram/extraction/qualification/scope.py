"""What the words above and beside a trigger do to it: a climb from the trigger to the root of its sentence.

Each word on the way up adds what stands beside it (auxiliaries, negation, adverbs) and what it does
itself to the words it governs ("refused to", "the plan to", "claims that"). What a sentence takes
for granted — relative clauses, appositions, reasons, what is known — stays untouched by a negation
or a "may" further up.
"""

from __future__ import annotations

from sociogram.extraction.qualification.beside import VERBAL
from sociogram.extraction.qualification.clauses import Clauses
from sociogram.extraction.qualification.nouns import Nouns
from sociogram.extraction.qualification.state import Scope

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


class Climber(Nouns, Clauses):
    """Climbs the tree of one document."""

    __slots__ = ()

    def scope(self, trigger: int) -> Scope:
        """The scope over the token ``trigger``."""
        columns = self.columns
        scope = Scope()
        node = trigger
        if columns.pos[node] in _NOMINAL and columns.dep[node] in {"compound", "appos", "nmod", "amod"}:
            scope.background = True
        self._beside_noun(node, scope)
        negatable = True  # whether negation and modality further up still reach down to the trigger
        self._beside(node, scope, negatable=True)
        while columns.head[node] != node and scope.steps < 30:
            scope.steps += 1
            head = columns.head[node]
            negatable = self._step(trigger, node, head, scope, negatable)
            node = head
        if negatable:
            self._root(node, scope)
        return scope

    def _step(self, trigger: int, node: int, head: int, scope: Scope, negatable: bool) -> bool:
        """Take up what the link from ``node`` to ``head`` does; whether what is above still reaches down."""
        columns = self.columns
        dep = columns.dep[node]
        if dep in {
            "relcl",
            "appos",
            "poss",
            "nsubj",
            "nsubjpass",
            "csubj",
            "parataxis",
            "compound",
            "nmod",
            "amod",
        }:
            return False
        if not negatable:
            return False
        if dep == "conj":
            return self._conjunct(node, head, scope)
        if dep in {"xcomp", "oprd", "attr", "acomp"} or (dep == "ccomp" and self._is_infinitive(node)):
            self._complement(node, head, scope)
            return True
        if dep == "ccomp":
            return self._clause(node, head, scope)
        if dep == "advcl":
            return self._adverbial(node, head, scope)
        if dep == "acl":
            return self._of_noun(node, head, scope)
        if dep == "pcomp":
            return self._after_preposition(head, scope)
        if dep in {"dobj", "dative"} and columns.pos[head] in VERBAL and node == trigger:
            scope.add(self.words.objects.get(self._lemma(head), ()))
            self._beside(head, scope, negatable=True)
            return True
        if dep == "pobj":
            return self._of_preposition(head, scope, is_trigger=node == trigger)
        if dep in {"prep", "agent"}:
            return self._preposition(node, head, scope)
        return True

    def _conjunct(self, node: int, head: int, scope: Scope) -> bool:
        columns = self.columns
        own = {columns.dep[child] for child in columns.children[node]}
        if own & {"nsubj", "nsubjpass"} or columns.pos[node] not in VERBAL:
            return columns.pos[node] not in VERBAL and self._join_noun(head, scope)
        self._negative_subject(head, scope)
        if columns.tag[node] == columns.tag[head] and not own & {"aux", "neg"}:
            alternative = self._coordinator(head, node) in {"or", "nor", "and"}
            self._beside(head, scope, negatable=alternative, subject=False)
        return True

    def _join_noun(self, head: int, scope: Scope) -> bool:
        self._beside_noun(head, scope)
        return True

    def _coordinator(self, head: int, node: int) -> str:
        for child in self.columns.children[head]:
            if head < child < node and self.columns.dep[child] == "cc":
                return self.columns.lower[child]
        return "and"
