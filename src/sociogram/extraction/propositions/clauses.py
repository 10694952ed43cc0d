"""Clauses: which tokens are predicates, and who their grammatical subjects and objects are.

The subject of a clause is its own, or one shared by coordination, or the noun that a relative
clause or a participle stands behind, or the controller of an infinitive. The labels are those of
spaCy's English pipelines (CLEAR style).
"""

from __future__ import annotations

from dataclasses import dataclass

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens_tree import Tree

_WORDS = load_vocabulary("propositions")

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
COMPLEMENTS = ("attr", "acomp", "oprd")
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
RELATIVE_WORDS = frozenset({"who", "whom", "which", "that", "whose"})
CIRCUMSTANCE_NOUNS = _WORDS.words("circumstance-nouns")
"""Nouns whose bare relative clause says when, why or how: they are not its missing object."""

ADDRESSING = _WORDS.values("addressing-verbs")
"""Verbs and the prepositions of those who are to do the infinitive behind."""
SUBJECT_CONTROL = _WORDS.words("subject-control")
"""Verbs whose infinitive is done by their subject even where they have an object."""


OBJECT_GERUNDS = frozenset({"for", "of", "into"})
"""Prepositions behind an object whose gerund the object does: "accused Bob of lying"."""

AVERTED_GERUNDS = frozenset({"from", "against"})
"""Prepositions whose gerund nobody did: "kept Bob from leaving", "warned against lying"."""

APPOINTING = _WORDS.words("appointing-verbs")
KIN = _WORDS.words("kin")

FACTUAL_GERUNDS = frozenset({"by", "after", "since", "upon", "on", "in", "while"})
"""Prepositions whose gerund happened: "helped by agreeing to a truce"."""

TOUGH = _WORDS.words("tough-adjectives")
"""Adjectives whose infinitive is done by anybody: "the plan is easy to understand"."""

SPEECH = _WORDS.words("speech-verbs")
"""Verbs that may follow their clause: "prices fell, he said"."""


@dataclass(frozen=True, slots=True)
class Filler:
    """The token that fills a role, and how it was found: ``own`` words, or the name of an inference."""

    token: int
    how: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its grammatical roles; ``subject`` is the surface subject, also in a passive."""

    verb: int
    passive: bool
    subject: Filler | None
    object: Filler | None
    governor: int | None
    """The verb that controls or raises this infinitive ("promised" of "promised to fund")."""
    gap: tuple[int, int] | None
    """A stranded preposition and the noun that a relative clause moved away from it."""


class ClauseReader:
    """Finds the clauses of one tree; every verb's subject is looked for once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._subjects: dict[int, Filler | None] = {}
        self._passives: dict[int, bool] = {}

    def clauses(self) -> list[Clause]:
        """The clauses in the order of their verbs."""
        return [self._clause(token) for token in range(len(self.tree.deps)) if self.is_predicate(token)]

    def is_predicate(self, token: int) -> bool:
        """Whether ``token`` is a verb with a clause of its own."""
        tree = self.tree
        if tree.pos[token] not in ("VERB", "AUX"):
            return False
        dep = tree.deps[token]
        if dep in ("aux", "auxpass", "amod", "compound", "prep", "cc", "mark", "case", "punct", "det"):
            return False
        return tree.tags[token] != "MD" or bool(tree.children[token])

    def passive(self, verb: int) -> bool:
        """Whether ``verb`` is in the passive: by its auxiliary, or a participle that needs none."""
        known = self._passives.get(verb)
        if known is None:
            known = self._passives[verb] = self._is_passive(verb)
        return known

    def _is_passive(self, verb: int) -> bool:
        tree = self.tree
        deps = {tree.deps[child] for child in tree.children[verb]}
        if deps & {"auxpass", "nsubjpass", "csubjpass"}:
            return True
        if tree.tags[verb] not in ("VBN", "VBD") or "nsubj" in deps:
            return False
        if "agent" in deps:
            return True
        if tree.tags[verb] != "VBN":
            return False
        if tree.deps[verb] in ("acl", "advcl", "ccomp", "xcomp") and "aux" not in deps:
            return True
        head = tree.heads[verb]
        if tree.deps[verb] == "conj" and head != verb and "aux" not in deps:
            return tree.pos[head] in ("VERB", "AUX") and self.passive(head)
        return False

    def subject(self, verb: int) -> Filler | None:
        """The surface subject of ``verb``, relative pronouns resolved."""
        if verb not in self._subjects:
            self._subjects[verb] = None  # a malformed tree must not send us round in a circle
            self._subjects[verb] = self._find_subject(verb)
        return self._subjects[verb]

    def _find_subject(self, verb: int) -> Filler | None:
        tree = self.tree
        own = tree.child(verb, *SUBJECTS)
        if own is not None:
            return self.resolve(own, verb)
        if tree.child(verb, "expl") is not None:
            return None
        dep, head = tree.deps[verb], tree.heads[verb]
        if head == verb:
            return None
        if dep == "conj":
            return self._shared(self.subject(head) if self.is_predicate(head) else None, "shared")
        if dep == "relcl":
            return None if self._object_pronoun(verb) else Filler(head, "relative")
        if dep == "acl":
            if tree.tags[verb] == "VB":
                return self._holder(head)
            return Filler(head, "participle")
        if dep in ("xcomp", "oprd", "ccomp") and self.is_predicate(head):
            return self._controller(verb, head)
        if dep == "xcomp" and self.raises(head):
            return self._shared(self.subject(tree.heads[head]), "control")
        if dep == "advcl":
            addressed = self._addressed(verb, head)
            if addressed is not None:
                return self._shared(self.resolve(addressed, head), "control")
            return self._shared(self._clause_above(head), "adverbial")
        if dep == "pcomp":
            return self._gerund_subject(head)
        return None

    def _gerund_subject(self, preposition: int) -> Filler | None:
        """Who does what stands behind a preposition: "blamed Bob for leaving", "left by running"."""
        tree = self.tree
        above = tree.heads[preposition]
        if tree.words[preposition] in AVERTED_GERUNDS:
            return None
        if tree.words[preposition] in OBJECT_GERUNDS and self.is_predicate(above):
            bearer = tree.child(above, "dobj")
            if bearer is not None and bearer < preposition:
                return self._shared(self.resolve(bearer, above), "gerund")
        how = "means" if tree.words[preposition] in FACTUAL_GERUNDS else "gerund"
        return self._shared(self._clause_above(above), how)

    def _shared(self, filler: Filler | None, how: str) -> Filler | None:
        return (
            None
            if filler is None
            else Filler(filler.token, how if filler.how in ("own", how) else filler.how)
        )

    def _clause_above(self, token: int) -> Filler | None:
        """The subject of ``token``'s clause where ``token`` is a verb or the adjective of a copula."""
        if self.is_predicate(token):
            return self.subject(token)
        head = self.tree.heads[token]
        if self.tree.deps[token] in ("acomp", "attr") and self.is_predicate(head):
            return self.subject(head)
        return None

    def _addressed(self, verb: int, governor: int) -> int | None:
        """Who is to do the infinitive of "called on Bob to sign", "appealed to Bob to sign"."""
        tree = self.tree
        prepositions = ADDRESSING.get(tree.lemmas[governor])
        if prepositions is None or tree.tags[verb] != "VB":
            return None
        for child in tree.children[governor]:
            if child < verb and tree.deps[child] in ("prep", "prt") and tree.words[child] in prepositions:
                return tree.child(child, "pobj")
        return None

    def _controller(self, verb: int, governor: int) -> Filler | None:
        tree = self.tree
        addressed = self._addressed(verb, governor)
        if addressed is not None:
            return self._shared(self.resolve(addressed, governor), "control")
        # A clause with "that" or a question word has its own subject or none that we know.
        if tree.deps[verb] == "ccomp" and tree.tags[verb] not in ("VB", "VBG", "VBN"):
            return None
        bearer = tree.child(governor, "dobj", "dative")
        if bearer is not None and bearer < verb and tree.lemmas[governor] not in SUBJECT_CONTROL:
            return self._shared(self.resolve(bearer, governor), "control")
        if self.passive(governor) or tree.deps[verb] != "ccomp":
            return self._shared(self.subject(governor), "control")
        return None

    def raises(self, adjective: int) -> bool:
        """Whether the subject of the adjective does its infinitive: "was able to reinforce"."""
        tree = self.tree
        if tree.deps[adjective] != "acomp" or tree.lemmas[adjective].lower() in TOUGH:
            return False
        if not self.is_predicate(tree.heads[adjective]):
            return False
        return not any(tree.words[child] in ("too", "enough") for child in tree.children[adjective])

    def governor(self, verb: int) -> int | None:
        """The verb above an infinitive that has its subject: "promised" of "promised to fund"."""
        tree = self.tree
        dep, head = tree.deps[verb], tree.heads[verb]
        subject = self.subject(verb)
        if subject is None or subject.how == "own" or head == verb:
            return None
        if dep == "conj" and tree.tags[verb] in ("VB", "VBG") and tree.tags[head] == tree.tags[verb]:
            return self.governor(head)
        if dep == "xcomp":
            if self.is_predicate(head):
                # "urged Bob to sign": the signing is Bob's, the urging is not.
                return None if subject.token in tree.children[head] and subject.token > head else head
            if self.raises(head):
                return tree.heads[head]
        return None

    def _holder(self, noun: int) -> Filler | None:
        """Who holds the plan of "X's plan to …", or makes the effort of "X made an effort to …"."""
        tree = self.tree
        owner = tree.child(noun, "poss")
        if owner is not None:
            return Filler(self._same_owner(owner, noun), "holder")
        head = tree.heads[noun]
        if tree.deps[noun] in ("dobj", "attr") and self.is_predicate(head):
            return self._shared(self.subject(head), "holder")
        return None

    def _same_owner(self, owner: int, noun: int) -> int:
        """The first "his" of "his bond with Bob and his plan to …", hung on Bob: both are one man's."""
        tree = self.tree
        if tree.deps[noun] != "conj":
            return owner
        preposition = tree.heads[tree.heads[noun]]
        if tree.deps[preposition] != "prep":
            return owner
        first = tree.child(tree.heads[preposition], "poss")
        return owner if first is None or tree.words[first] != tree.words[owner] else first

    def _object_pronoun(self, verb: int) -> int | None:
        """The relative pronoun that is an object of ``verb`` or of one of its prepositions."""
        tree = self.tree
        for child in tree.children[verb]:
            if tree.deps[child] in ("dobj", "dative", "pobj") and tree.words[child] in RELATIVE_WORDS:
                return child
            if tree.deps[child] == "prep":
                inner = tree.child(child, "pobj")
                if inner is not None and tree.words[inner] in RELATIVE_WORDS:
                    return inner
        return None

    def antecedent(self, verb: int) -> int | None:
        """The noun that the relative clause of ``verb`` belongs to, through coordination and infinitives."""
        tree = self.tree
        for _ in range(8):
            if tree.deps[verb] == "relcl":
                return tree.heads[verb]
            if tree.deps[verb] not in ("conj", "xcomp", "ccomp", "aux") or tree.heads[verb] == verb:
                return None
            verb = tree.heads[verb]
        return None

    def resolve(self, token: int, verb: int) -> Filler | None:
        """``token`` itself, or the noun that a relative pronoun in the clause of ``verb`` stands for."""
        tree = self.tree
        if (
            tree.tags[token] in RELATIVE_TAGS
            and tree.words[token] in RELATIVE_WORDS
            and tree.words[token] != "whose"
        ):
            noun = self.antecedent(verb)
            return Filler(noun, "relative") if noun is not None and noun < token else None
        return Filler(token, "own")

    def _clause(self, verb: int) -> Clause:
        found, gap = self._object(verb)
        return Clause(verb, self.passive(verb), self.subject(verb), found, self.governor(verb), gap)

    def _appointee(self, verb: int, noun: int) -> int | None:
        """The one in "named her minister", whom the parser takes for the owner of a minister."""
        tree = self.tree
        first = tree.left[noun]
        if tree.lemmas[verb] not in APPOINTING or tree.words[first] != "her" or first == noun:
            return None
        return None if tree.deps[first] != "poss" or tree.lemmas[noun] in KIN else first

    def _object(self, verb: int) -> tuple[Filler | None, tuple[int, int] | None]:
        tree = self.tree
        own = tree.child(verb, "dobj")
        if own is not None:
            appointee = self._appointee(verb, own)
            return self.resolve(own if appointee is None else appointee, verb), None
        if self.passive(verb):
            return None, None
        noun = self._gap_noun(verb)
        if noun is not None:
            for child in tree.children[verb]:
                if tree.deps[child] == "prep" and not tree.children[child]:
                    return None, (child, noun)
            if not any(
                tree.deps[c] in ("ccomp", "xcomp", "acomp", "attr", "advcl") for c in tree.children[verb]
            ):
                return Filler(noun, "relative"), None
            return None, None
        return self._shared_object(verb), None

    def _gap_noun(self, verb: int) -> int | None:
        """The noun before a relative clause without a pronoun ("the house he built")."""
        tree = self.tree
        top = verb
        while tree.deps[top] == "xcomp" and tree.heads[top] != top:
            top = tree.heads[top]
        if tree.deps[top] != "relcl" or tree.child(top, "nsubj", "nsubjpass") is None:
            return None
        if top != verb and tree.child(top, "dobj") is not None:
            return None
        first = tree.left[top]
        noun = tree.heads[top]
        if tree.tags[first] in RELATIVE_TAGS and tree.words[first] not in ("who", "whom", "which", "that"):
            return None
        pronoun = self._object_pronoun(top)
        subject = tree.child(top, "nsubj", "nsubjpass")
        if pronoun is not None or (subject is not None and tree.words[subject] in RELATIVE_WORDS):
            return None
        return None if tree.lemmas[noun] in CIRCUMSTANCE_NOUNS else noun

    def _shared_object(self, verb: int) -> Filler | None:
        """The object of "buy and sell shares", which hangs on the last verb alone."""
        tree = self.tree
        following = [child for child in tree.children[verb] if child > verb]
        if not following or any(tree.deps[child] not in ("cc", "conj", "punct") for child in following):
            return None
        last = following[-1]
        if tree.deps[last] != "conj" or last - verb > 3 or tree.tags[last] != tree.tags[verb]:
            return None
        if any(child < last and tree.deps[child] in SUBJECTS for child in tree.children[last]):
            return None
        shared = tree.child(last, "dobj")
        return None if shared is None else Filler(shared, "shared")
