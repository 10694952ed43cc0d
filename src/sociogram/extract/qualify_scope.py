"""What the words above and beside a trigger do to it: a climb from the trigger to the root of its sentence.

Each word on the way up adds what stands beside it (auxiliaries, negation, adverbs) and what it does
itself to the words it governs ("refused to", "the plan to", "claims that"). What a sentence takes
for granted — relative clauses, appositions, reasons, what is known — stays untouched by a negation
or a "may" further up.
"""

from __future__ import annotations

from dataclasses import dataclass

from sociogram.extract.mention_tokens import TokenColumns
from sociogram.extract.qualify_words import DENIED, ScopeWords
from sociogram.model import Modality, Polarity

STRENGTH = {
    Modality.ASSERTED: 0,
    Modality.REPORTED: 1,
    Modality.ALLEGED: 2,
    Modality.PREDICTED: 3,
    Modality.INTENDED: 4,
    Modality.DEMANDED: 5,
    Modality.POSSIBLE: 6,
    Modality.HYPOTHETICAL: 7,
}
"""Which of two modalities is kept where one stands in the scope of the other: the one further from fact."""

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_BACKGROUND = frozenset({"compound", "appos", "nmod", "amod", "poss", "nsubj", "nsubjpass", "npadvmod"})


@dataclass(slots=True)
class Scope:
    """What was met on the way up from a trigger.

    ``background`` says that the trigger is a title or an apposition, which is said in passing;
    ``would`` that a "would" was met; ``said`` that the climb has left a clause that somebody says,
    so that a negation further up denies the saying and not what is said.
    """

    denied: bool = False
    modality: Modality = Modality.ASSERTED
    background: bool = False
    steps: int = 0
    would: bool = False
    said: bool = False

    @property
    def polarity(self) -> Polarity:
        """Denied after an odd number of negations."""
        return Polarity.DENIED if self.denied else Polarity.AFFIRMED

    def add(self, effects: tuple[str, ...]) -> None:
        """Take up the effects of one word."""
        for effect in effects:
            if effect == DENIED:
                self.negate()
            else:
                self.strengthen(Modality(effect))

    def negate(self) -> None:
        """Turn the polarity round, or leave open what nobody has said."""
        if self.said:
            self.strengthen(Modality.POSSIBLE)
        else:
            self.denied = not self.denied

    def strengthen(self, modality: Modality) -> None:
        """Keep the stronger of the two modalities."""
        if STRENGTH[modality] > STRENGTH[self.modality]:
            self.modality = modality


@dataclass(frozen=True, slots=True)
class Climber:
    """Climbs the tree of one document."""

    columns: TokenColumns
    words: ScopeWords

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

    # One step up.

    def _step(self, trigger: int, node: int, head: int, scope: Scope, negatable: bool) -> bool:
        """Take up what the link from ``node`` to ``head`` does; whether what is above still reaches down."""
        columns = self.columns
        dep = columns.dep[node]
        if dep in {"relcl", "appos", "poss", "nsubj", "nsubjpass", "csubj", "parataxis", "compound", "nmod", "amod"}:
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
            return self._after_preposition(node, head, scope)
        if dep in {"dobj", "dative"} and columns.pos[head] in _VERBAL and node == trigger:
            scope.add(self.words.objects.get(self._lemma(head), ()))
            self._beside(head, scope, negatable=True)
            return True
        if dep in {"pobj"}:
            return self._of_preposition(node, head, scope, node == trigger)
        if dep in {"prep", "agent"}:
            return self._preposition(node, head, scope)
        return True

    def _conjunct(self, node: int, head: int, scope: Scope) -> bool:
        columns = self.columns
        own = {columns.dep[child] for child in columns.children[node]}
        if own & {"nsubj", "nsubjpass"} or columns.pos[node] not in _VERBAL:
            return columns.pos[node] not in _VERBAL and self._join_noun(node, head, scope)
        self._negative_subject(head, scope)
        if columns.tag[node] == columns.tag[head] and not own & {"aux", "neg"}:
            alternative = self._coordinator(head, node) in {"or", "nor", "and"}
            self._beside(head, scope, negatable=alternative, subject=False)
        return True

    def _join_noun(self, node: int, head: int, scope: Scope) -> bool:
        self._beside_noun(head, scope)
        return True

    def _coordinator(self, head: int, node: int) -> str:
        for child in self.columns.children[head]:
            if head < child < node and self.columns.dep[child] == "cc":
                return self.columns.lower[child]
        return "and"

    def _complement(self, node: int, head: int, scope: Scope) -> None:
        columns, lemma = self.columns, self._with_particle(head)
        if columns.pos[head] in {"ADJ", "ADV"} or columns.tag[head] in {"JJ", "VBN"} and columns.dep[head] == "acomp":
            verb = columns.head[head]
            if columns.lower[head] != "able" or not (self._negated(verb) or columns.tag[verb] == "VBD"):
                scope.add(self.words.adjectives.get(columns.lower[head], self.words.adjectives.get(lemma, ())))
        elif columns.pos[head] in _VERBAL and columns.dep[node] in {"xcomp", "ccomp"}:
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
        """ "has yet to pay"."""
        return any(self.columns.lower[child] == "yet" for word in (node, head) for child in self.columns.children[word])

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
        elif columns.pos[head] not in _VERBAL:
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
        """ "It is (not) true that …"."""
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
        if mark in {"whether"} or (mark == "as" and self._next_is(node, "if")):
            scope.strengthen(Modality.POSSIBLE)
            return False
        if self._is_infinitive(node):
            if self._lemma(head) == "go" or columns.lower[head] in {"likely", "unlikely"}:
                return True
            if Modality.DEMANDED.value in self.words.verbs.get(self._lemma(head), ()) and self._asks_somebody(node, head):
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
        return columns.dep[head] not in {"ROOT"}

    def _asks_somebody(self, node: int, head: int) -> bool:
        """ "called on them to resign"."""
        columns = self.columns
        return any(
            head < child < node and columns.dep[child] == "prep" and columns.lower[child] in {"on", "upon", "for", "to", "with"}
            for child in columns.children[head]
        )

    def _inverted_condition(self, node: int) -> bool:
        """ "Had he won, …"; "Were it to fail, …"."""
        columns = self.columns
        first = columns.left[node]
        return (
            columns.lower[first] in {"had", "were", "should"}
            and first != node
            and first + 1 < columns.right[node]
            and columns.dep[first] in {"aux", "auxpass"}
            and any(columns.dep[child] in {"nsubj", "nsubjpass"} and child > first for child in columns.children[node])
        )

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
        if not effects and self._is_infinitive(node) and columns.lower[head] not in {"first", "last", "only", "one"}:
            effects = (Modality.INTENDED.value,)
        scope.add(effects)
        self._governor_of_noun(head, effects, scope)
        return False

    def _governor_of_noun(self, noun: int, effects: tuple[str, ...], scope: Scope) -> None:
        """ "has no plan to", "no evidence that", "dropped the plan to", "rejected the claim that"."""
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

    def _after_preposition(self, node: int, head: int, scope: Scope) -> bool:
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
        if columns.pos[governor] in _VERBAL:
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
            if word in {"on"} and lemma in {"plan", "count", "insist", "bank"}:
                scope.strengthen(Modality.INTENDED)
                self._beside(governor, scope, negatable=True)
                return False
            if word in {"by"}:
                self._beside(governor, scope, negatable=False)
        return False

    def _of_preposition(self, node: int, head: int, scope: Scope, is_trigger: bool) -> bool:
        columns = self.columns
        word = columns.lower[head]
        governor = columns.head[head]
        if word == "without" and is_trigger:
            scope.negate()
            return False
        if columns.pos[governor] in {"NOUN"} and is_trigger and word in {"of", "to", "in", "on", "about"}:
            if DENIED in self.words.nouns.get(self._lemma(governor), ()):
                scope.negate()
            return False
        if is_trigger and columns.pos[governor] in _VERBAL and word == "for":
            if Modality.DEMANDED.value in self.words.verbs.get(self._lemma(governor), ()):
                scope.strengthen(Modality.DEMANDED)
                self._beside(governor, scope, negatable=True)
        return False

    def _preposition(self, node: int, head: int, scope: Scope) -> bool:
        if self.columns.pos[head] in _VERBAL and self.columns.dep[node] == "prep":
            self._beside(head, scope, negatable=True)
        return True

    # What stands beside a word.

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
            elif dep == "advcl" and self._mark(child) in words.conditions and not self._concessive(child):
                scope.strengthen(Modality.HYPOTHETICAL)
            elif dep == "advcl" and self._inverted_condition(child):
                scope.strengthen(Modality.HYPOTHETICAL)
            elif dep in {"dobj", "attr"} and negatable and self._negative(child):
                scope.negate()
        if subject and negatable:
            self._negative_subject(node, scope)

    def _perfect(self, node: int) -> bool:
        columns = self.columns
        return any(columns.dep[child] == "aux" and columns.lemma[child] == "have" for child in columns.children[node])

    def _negative_subject(self, node: int, scope: Scope) -> None:
        for child in self.columns.children[node]:
            if self.columns.dep[child] in {"nsubj", "nsubjpass"} and self._negative(child):
                scope.negate()

    def _negative(self, noun: int) -> bool:
        """ "nobody", "no senator", "none of them", "neither side"."""
        columns, words = self.columns, self.words
        if columns.lower[noun] in words.negative_quantifiers:
            return True
        for child in columns.children[noun]:
            if columns.lower[child] in words.negative_quantifiers and columns.dep[child] in {"det", "neg", "preconj", "cc"}:
                # "no less a man", "no doubt", "no fewer than" deny nothing.
                return columns.lower[noun] not in {"doubt", "matter", "wonder", "question", "secret"} and columns.lower[
                    min(child + 1, len(columns) - 1)
                ] not in {"less", "fewer", "more"}
        return False

    def _denies(self, negation: int, node: int) -> bool:
        """Whether the word denies: "not only", "not just" and "no sooner" do not."""
        columns = self.columns
        if negation > 1 and columns.lower[negation - 2] == "or":
            # "may or may not"
            return False
        following = columns.lower[negation + 1] if negation + 1 < len(columns) else ""
        if following in {"only", "just", "merely", "simply", "even", "least"} and following not in {"even"}:
            return False
        if columns.lower[negation] in {"no", "neither", "nor"} and columns.dep[negation] == "cc" and negation > node:
            # "did not call, nor wrote" is denied by the "nor" in front of it only.
            return False
        return True

    def _beside_noun(self, noun: int, scope: Scope) -> None:
        """The attributes of a noun that is itself the relation: "no support", "an alleged payment"."""
        columns = self.columns
        if columns.pos[noun] in _VERBAL:
            return
        for child in columns.children[noun]:
            if columns.dep[child] in {"amod", "advmod"}:
                scope.add(self.words.attributes.get(columns.lower[child], ()))
                scope.add(self.words.adverbs.get(columns.lower[child], ()))
            elif columns.dep[child] == "det" and columns.lower[child] in self.words.negative_quantifiers:
                # A negative object or subject is found at its verb.
                if columns.dep[noun] not in {"dobj", "attr", "nsubj", "nsubjpass"}:
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
        if not scope.said and columns.tag[root] == "VB" and not any(
            columns.dep[child] in {"nsubj", "nsubjpass", "aux", "expl"} for child in columns.children[root]
        ):
            scope.strengthen(Modality.DEMANDED)

    # Small questions.

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
        """ "even if" and "as if" set no condition."""
        columns = self.columns
        for child in columns.children[node]:
            if columns.dep[child] == "mark" and columns.lower[child] == "if":
                return child > 0 and columns.lower[child - 1] in {"even", "as"}
        return False
