"""Clauses: which tokens are predicates, and who their grammatical subjects and objects are.

The subject of a clause is its own, or one shared by coordination, or the noun that a relative
clause or a participle stands behind, or the controller of an infinitive. The labels are those of
spaCy's English pipelines (CLEAR style).
"""

from __future__ import annotations

from dataclasses import dataclass

from sociogram.extraction.propositions.objects import (
    RELATIVE_TAGS,
    RELATIVE_WORDS,
    SUBJECTS,
    ObjectReader,
    RoleToken,
    object_pronoun,
)
from sociogram.extraction.propositions.subjects import (
    addressee,
    antecedent,
    first_owner,
    gerund_topic,
    is_aside_of,
    is_call,
    is_charge,
    is_fronted,
    is_predicate,
    own_subject,
    starts,
    whom_it_describes,
)
from sociogram.knowledge.scope_words import load_scope_words
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import PERSONAL, Tokens

_WORDS = load_vocabulary("propositions")

COMPLEMENTS = ("attr", "acomp", "oprd")
SUBJECT_CONTROL = _WORDS.words("subject-control")
"""Verbs whose infinitive is done by their subject even where they have an object."""


OBJECT_GERUNDS = frozenset({"for", "of", "into"})
"""Prepositions behind an object whose gerund the object does: "accused Bob of lying"."""

REPROACHING = _WORDS.words("reproaching-verbs")
AVERTED_GERUNDS = frozenset({"from", "against"})
"""Prepositions whose gerund nobody did: "kept Bob from leaving", "warned against lying"."""
CHOICES = load_vocabulary("qualification").words("choices")
"""Verbs whose subject does not do the gerund behind "against": "decided against leaving"."""

PRAISING = _WORDS.words("praising-verbs")

FACTUAL_GERUNDS = frozenset({"by", "after", "since", "upon", "on", "in", "while"})
"""Prepositions whose gerund happened: "helped by agreeing to a truce"."""

JOINED_PREPOSITIONS = frozenset(
    {("prior", "to"), ("previous", "to"), ("subsequent", "to"), ("ahead", "of"), ("addition", "to")}
)
"""The last two words of what is one preposition before a gerund: "prior to", "in addition to"."""
SUBJECT_PREPOSITIONS = frozenset({("instead", "of"), ("ahead", "of"), ("short", "of")})
"""Prepositions of two words whose gerund the subject does or leaves undone, whatever object stands before."""

UNDERTAKING = _WORDS.words("undertaking-verbs")
"""Verbs whose subject does the infinitive of their object: "made an effort to stop"."""
UNDERTAKEN = frozenset({"intended", "denied", "possible"})
"""Effects of the nouns whose owner does, or does not do, their infinitive: "plan", "refusal", "right"."""

CANDIDACY = _WORDS.words("candidacy-nouns")
PLEADING = _WORDS.words("pleading-participles")
TELLING = _WORDS.words("telling-nouns")
"""Nouns whose infinitive is not for who gives them: "his order to Bob to pay"."""
TOLD_BY = frozenset({"to", "on", "upon", "for", "of", "with", "at"})
"""Prepositions of whom an order is for."""

TOUGH = _WORDS.words("tough-adjectives")
"""Adjectives whose infinitive is done by anybody: "the plan is easy to understand"."""

RATING = frozenset({"make", "call", "find", "deem", "consider"})
"""Verbs that say of a gerund what it is: "made saving it a priority"."""

SPEECH = _WORDS.words("speech-verbs")
"""Verbs that may follow their clause: "prices fell, he said"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its grammatical roles; ``subject`` is the surface subject, also in a passive."""

    verb: int
    passive: bool
    subject: RoleToken | None
    object: RoleToken | None
    governor: int | None
    """The verb that controls or raises this infinitive ("promised" of "promised to fund")."""
    gap: tuple[int, int] | None
    """A stranded preposition and the noun that a relative clause moved away from it."""


class ClauseReader:
    """Finds the clauses of one parse; every verb's subject is looked for once."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._objects = ObjectReader(tokens, self.resolve, self.passive)
        self._subjects: dict[int, RoleToken | None] = {}
        self._passives: dict[int, bool] = {}

    def clauses(self) -> list[Clause]:
        """The clauses in the order of their verbs."""
        return [
            self._clause(token) for token in range(len(self.tokens.dep)) if is_predicate(self.tokens, token)
        ]

    def passive(self, verb: int) -> bool:
        """Whether ``verb`` is in the passive: by its auxiliary, or a participle that needs none."""
        known = self._passives.get(verb)
        if known is None:
            for above in self.tokens.far_above(verb, self._passives):
                self._passives[above] = self._is_passive(above)
            known = self._passives[verb] = self._is_passive(verb)
        return known

    def _is_passive(self, verb: int) -> bool:
        tokens = self.tokens
        deps = {tokens.dep[child] for child in tokens.children[verb]}
        if deps & {"auxpass", "nsubjpass", "csubjpass"}:
            return True
        if tokens.tag[verb] not in ("VBN", "VBD") or "nsubj" in deps:
            return False
        if "agent" in deps:
            return True
        if tokens.tag[verb] != "VBN":
            return False
        if tokens.dep[verb] in ("acl", "advcl", "ccomp", "xcomp") and "aux" not in deps:
            return True
        head = tokens.head[verb]
        if tokens.dep[verb] == "conj" and head != verb and "aux" not in deps:
            return tokens.pos[head] in ("VERB", "AUX") and self.passive(head)
        return False

    def subject(self, verb: int) -> RoleToken | None:
        """The surface subject of ``verb``, relative pronouns resolved."""
        if verb not in self._subjects:
            for above in self.tokens.far_above(verb, self._subjects):
                if above not in self._subjects:
                    self._subjects[above] = None
                    self._subjects[above] = self._find_subject(above)
            self._subjects[verb] = None  # a malformed tree must not send us round in a circle
            self._subjects[verb] = self._find_subject(verb)
        return self._subjects[verb]

    def _find_subject(self, verb: int) -> RoleToken | None:
        tokens = self.tokens
        if (writer := self._writer(verb)) is not None:
            return writer
        own, there = own_subject(tokens, verb), tokens.child(verb, "expl")
        if own is not None and (there is None or tokens.tag[there] != "EX" or own > there):
            return self.resolve(own, verb)
        if there is not None:
            return None
        dep, head = tokens.dep[verb], tokens.head[verb]
        if head == verb:
            return None
        if dep == "conj":
            return self._shared(self.subject(head) if is_predicate(tokens, head) else None, "shared")
        if dep == "relcl":
            if object_pronoun(tokens, verb):
                return None
            return RoleToken(whom_it_describes(tokens, head), "relative")
        if dep == "acl":
            if tokens.tag[verb] == "VB":
                if tokens.lemma[head].lower() in CANDIDACY:
                    return RoleToken(whom_it_describes(tokens, head), "relative")
                return self._holder(head)
            return RoleToken(head, "participle")
        if dep in ("xcomp", "oprd", "ccomp") and is_predicate(tokens, head):
            return None if is_call(tokens, verb, head) else self._controller(verb, head)
        if dep == "xcomp" and self.raises(head):
            return self._shared(self.subject(tokens.head[head]), "control")
        if dep == "advcl":
            topic = gerund_topic(tokens, verb, head)
            if topic is not None:
                return self._shared(self.resolve(topic, head), "participle")
            named = tokens.child(head, "dobj")
            if named is not None and is_charge(tokens, verb, named):
                return self._shared(self.resolve(named, head), "participle")
            if named is not None and tokens.lemma[tokens.left[verb] - 1].lower() in CANDIDACY:
                # "named Ann as his choice to lead Acme"
                return self._shared(self.resolve(named, head), "control")
            order = self._order_above(verb, head)
            if order is not None:
                return self._told(order, verb)
            if is_aside_of(tokens, verb, head):
                return self._shared(self.subject(tokens.head[head]), "adverbial")
            addressed = addressee(tokens, verb, head)
            if addressed is not None:
                return self._shared(self.resolve(addressed, head), "control")
            how = "participle" if is_fronted(tokens, verb, head) else "adverbial"
            return self._shared(self._clause_above(head), how)
        if dep == "pcomp":
            return self._gerund_subject(head)
        return None

    def _gerund_subject(self, preposition: int) -> RoleToken | None:
        """Who does what stands behind a preposition: "blamed Bob for leaving", "left by running"."""
        tokens = self.tokens
        above = tokens.head[preposition]
        word = tokens.lower[preposition]
        chosen = word == "against" and tokens.lemma[above].lower() in CHOICES
        if (word in AVERTED_GERUNDS and not chosen) or tokens.lower[above] == "instead":
            return None
        inner, before = tokens.lower[above], tokens.lower[preposition - 1] if preposition else ""
        if (inner, word) in JOINED_PREPOSITIONS:
            # "prior to leaving", "in addition to leaving": two or three words that are one preposition.
            outer = tokens.head[above] if tokens.dep[above] == "pobj" else above
            return self._shared(self._clause_above(tokens.head[outer]), "gerund")
        clause = self._clause_around(preposition, above)
        if clause is not None:
            return self._shared(self.subject(clause), "gerund")
        praised = word == "on" and tokens.lemma[above] in PRAISING
        of_object = praised or (word in OBJECT_GERUNDS and (before, word) not in SUBJECT_PREPOSITIONS)
        if of_object and is_predicate(tokens, above):
            bearer = tokens.child(above, "nsubjpass" if self.passive(above) else "dobj")
            if bearer is not None and bearer < preposition:
                # Whom somebody "accused of lying" is he who lied, if anybody did.
                how = "control" if tokens.lemma[above] in REPROACHING else "gerund"
                return self._shared(self.resolve(bearer, above), how)
        how = "means" if tokens.lower[preposition] in FACTUAL_GERUNDS else "gerund"
        return self._shared(self._clause_above(above), how)

    def _clause_around(self, preposition: int, saying: int) -> int | None:
        """The clause of a fronted gerund where "she said" stands between: "After leaving, she said, Bob fell"."""
        tokens = self.tokens
        subject = tokens.child(saying, *SUBJECTS)
        if tokens.lemma[saying] not in SPEECH or subject is None or not preposition < subject < saying:
            return None
        above = tokens.head[saying]
        if tokens.dep[saying] in ("parataxis", "ccomp", "advcl") and above > saying:
            clause = above
        else:
            found = (c for c in tokens.children[saying] if c > saying and tokens.dep[c] == "ccomp")
            clause = next(found, saying)
        apart = tokens.text[tokens.right[subject] - 1] != "," and "," in tokens.text[saying + 1 : clause]
        return (
            clause
            if apart and tokens.child(clause, "mark") is None and starts(tokens, clause, saying)
            else None
        )

    def _shared(self, shared: RoleToken | None, how: str) -> RoleToken | None:
        return (
            None
            if shared is None
            else RoleToken(shared.token, how if shared.how in ("own", how) else shared.how)
        )

    def _clause_above(self, token: int) -> RoleToken | None:
        """The subject of ``token``'s clause where ``token`` is a verb or the adjective of a copula."""
        if is_predicate(self.tokens, token):
            return self.subject(token)
        head = self.tokens.head[token]
        if self.tokens.dep[token] in ("acomp", "attr") and is_predicate(self.tokens, head):
            return self.subject(head)
        return None

    def _order_above(self, verb: int, governor: int) -> int | None:
        """The order that an infinitive hung on the verb is of: "gave an order to Bob to pay"."""
        tokens = self.tokens
        noun = tokens.child(governor, "dobj")
        if noun is None or tokens.tag[verb] != "VB" or not noun < verb:
            return None
        if tokens.lemma[noun].lower() not in TELLING or self._told(noun, verb) is None:
            return None
        return noun

    def _controller(self, verb: int, governor: int) -> RoleToken | None:
        tokens = self.tokens
        addressed = addressee(tokens, verb, governor)
        if addressed is not None:
            return self._shared(self.resolve(addressed, governor), "control")
        if tokens.tag[verb] == "VBG" and tokens.lemma[governor] in RATING:
            return None  # "made saving it a priority": that it is saved nobody says
        # A clause with "that" or a question word has its own subject or none that we know.
        if tokens.dep[verb] == "ccomp" and tokens.tag[verb] not in ("VB", "VBG", "VBN"):
            return None
        bearer = tokens.child(governor, "dobj", "dative")
        if bearer is not None and bearer < verb and tokens.lemma[governor] not in SUBJECT_CONTROL:
            return self._shared(self.resolve(bearer, governor), "control")
        if self.passive(governor) or tokens.dep[verb] != "ccomp":
            return self._shared(self.subject(governor), "control")
        return None

    def raises(self, adjective: int) -> bool:
        """Whether the subject of the adjective does its infinitive: "was able to reinforce"."""
        tokens = self.tokens
        if tokens.dep[adjective] != "acomp" or tokens.lemma[adjective].lower() in TOUGH:
            return False
        if not is_predicate(tokens, tokens.head[adjective]):
            return False
        return not any(tokens.lower[child] in ("too", "enough") for child in tokens.children[adjective])

    def governor(self, verb: int) -> int | None:
        """The verb above an infinitive that has its subject: "promised" of "promised to fund"."""
        tokens = self.tokens
        while True:
            dep, head = tokens.dep[verb], tokens.head[verb]
            subject = self.subject(verb)
            if subject is None or subject.how == "own" or head == verb:
                return None
            if dep != "conj" or tokens.tag[verb] not in ("VB", "VBG") or tokens.tag[head] != tokens.tag[verb]:
                break
            verb = head
        if dep == "xcomp":
            if is_predicate(tokens, head):
                # "urged Bob to sign": the signing is Bob's, the urging is not.
                return None if subject.token in tokens.children[head] and subject.token > head else head
            if self.raises(head):
                return tokens.head[head]
        return None

    def _holder(self, noun: int) -> RoleToken | None:
        """Who holds the plan of "X's plan to …", or makes the effort of "X made an effort to …"."""
        tokens = self.tokens
        if tokens.lemma[noun].lower() in TELLING:
            # "his order to Bob to pay": Bob is to pay; of "his order to pay" nobody says who is.
            return self._told(noun, noun)
        # Whose plan, right or refusal it is does what stands behind it; of "his idea to …" another may.
        own = not UNDERTAKEN.isdisjoint(load_scope_words().nouns.get(tokens.lemma[noun].lower(), ()))
        owner = tokens.child(noun, "poss")
        if owner is not None:
            return RoleToken(first_owner(tokens, owner, noun), "control" if own else "holder")
        head = tokens.head[noun]
        undertaken = tokens.lemma[head].lower() in UNDERTAKING and tokens.dep[noun] == "dobj"
        if (undertaken or tokens.dep[noun] == "attr") and is_predicate(tokens, head):
            return self._shared(self.subject(head), "control" if own and undertaken else "holder")
        return None

    def _writer(self, participle: int) -> RoleToken | None:
        """Who wrote, of "wrote to Acme demanding answers", where the parser hangs the demand on Acme."""
        tokens = self.tokens
        if tokens.tag[participle] != "VBG" or tokens.lemma[participle] not in PLEADING:
            return None
        noun = tokens.head[participle] if tokens.dep[participle] == "acl" else participle
        preposition = tokens.head[noun]
        saying = tokens.head[preposition]
        named = noun != participle or tokens.child(participle, "nsubj") is not None
        if not named or tokens.lower[preposition] != "to" or tokens.lemma[saying] not in SPEECH:
            return None
        return self._shared(self.subject(saying), "adverbial")

    def _told(self, noun: int, clause: int) -> RoleToken | None:
        """Whom the order, request or advice ``noun`` above ``clause`` is for."""
        tokens = self.tokens
        place = tokens.head[noun] if tokens.dep[noun] == "dobj" else noun
        for above in dict.fromkeys((noun, place)):
            for child in tokens.children[above]:
                if tokens.dep[child] == "dative" and tokens.pos[child] in ("NOUN", "PROPN", "PRON"):
                    return self._shared(self.resolve(child, clause), "control")
                if (
                    child > noun
                    and tokens.dep[child] in ("prep", "dative")
                    and tokens.lower[child] in TOLD_BY
                ):
                    told = tokens.child(child, "pobj")
                    if told is not None:
                        return self._shared(self.resolve(told, clause), "control")
        return None

    def resolve(self, token: int, verb: int) -> RoleToken | None:
        """``token`` itself, or the noun that a relative pronoun in the clause of ``verb`` stands for."""
        tokens = self.tokens
        if (
            tokens.tag[token] in RELATIVE_TAGS
            and tokens.lower[token] in RELATIVE_WORDS
            and tokens.lower[token] != "whose"
        ):
            noun = antecedent(tokens, verb)
            if noun is not None and tokens.lower[token] in PERSONAL:
                noun = tokens.person_before(noun)
            if noun is not None:
                noun = whom_it_describes(tokens, noun)
            return RoleToken(noun, "relative") if noun is not None and noun < token else None
        return RoleToken(token, "own")

    def _clause(self, verb: int) -> Clause:
        found, gap = self._objects.find(verb)
        return Clause(verb, self.passive(verb), self.subject(verb), found, self.governor(verb), gap)
