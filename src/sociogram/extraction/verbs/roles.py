"""Who stands in the roles of a proposition: from argument phrases to mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sociogram.extraction.verbs.lists import included, joined, names_behind
from sociogram.extraction.verbs.posts import POST, POST_ROLES, names_post
from sociogram.knowledge.confidence import CONJUNCT, FORM
from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Argument, Chain, Mention, Proposition
from sociogram.parse.tokens import HIGHEST, PLURALS, Tokens

_WORDS = load_vocabulary("verbs")
PARTITIVES = _WORDS.words("partitives")
"""Nouns and quantifiers that stand before "of" for some of those behind it."""

NOT_MEMBERS = _WORDS.words("parts-that-act-alone")
"""Of these only a part acts, which is not the whole: "a member of Congress" is not Congress."""

TIMES = _WORDS.words("time-nouns")
"""Where they are no dates they are at best when something happened."""

LONGEST_LIST = 30
"""Of longer enumerations the pairs would outgrow the text."""

NAMED_BY_OF = _WORDS.words("nouns-named-by-of")
"""Nouns that "of" gives a name."""

CALLED = frozenset({"named", "called"})
"""Participles behind a noun that give it a name."""

NOT_ACTORS = frozenset({
    "myself", "yourself", "himself", "herself", "itself", "oneself", "ourselves", "yourselves", "themselves",
    "mine", "yours", "hers", "ours", "theirs", "nobody", "no one", "none", "nothing", "anybody", "anyone",
    "anything", "somebody", "someone", "something", "everybody", "everyone", "everything", "who", "whom",
    "which", "what", "that", "this", "those", "these", "whoever", "whatever",
})  # fmt: skip
"""Pronouns that repeat the subject, stand for nobody in particular, or ask."""

PEOPLED = frozenset({"Country", "PoliticalParty", "Collective"})
"""Kinds whose names may stand for some of their people."""


ASKING = frozenset({
    "what", "who", "whom", "whose", "which", "where", "when", "why", "how", "whether", "whatever", "if",
})  # fmt: skip
"""Words that open a clause that asks."""
OFFSPRING = frozenset({"prep", "agent", "dative"})


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention in a role, its kind by its chain, and how sure it is that the phrase means it."""

    mention: Mention
    kind: str
    chain: int
    weight: float
    known: bool
    """Whether the reader learns who it is: its chain has a name, or it is the speaker."""


@dataclass(frozen=True, slots=True)
class RoleArgument:
    """The participants of one argument; ``head`` is its token, ``kind`` that of its own mention, if any.

    ``under`` is the role of the noun that it hangs on instead of the verb, if any; ``mutual``
    marks "each other".
    """

    head: int
    participants: tuple[Participant, ...]
    kind: str = ""
    under: str = ""
    mutual: bool = False


Roles = dict[str, list[RoleArgument]]


class RoleReader:
    """Finds the mentions of argument heads in one document."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self.tokens = tokens
        self._chain_of: dict[int, Chain] = {index: chain for chain in chains for index in chain.mentions}
        self._at: dict[int, Mention] = {}
        self._within: dict[int, Mention] = {}
        named = {mention.index for mention in mentions if mention.form == "named"}
        self._named = {
            index for chain in chains if named.intersection(chain.mentions) for index in chain.mentions
        }
        for mention in mentions:
            if mention.head < 0 or mention.tokens[0] >= mention.tokens[1]:
                continue
            kept = self._at.get(mention.head)
            if kept is None or _rank(mention) > _rank(kept):
                self._at[mention.head] = mention
            if mention.form == "named":
                for token in range(*mention.tokens):
                    self._within.setdefault(token, mention)

    def roles(self, proposition: Proposition) -> Roles:
        """The participants of every role of ``proposition``, the prepositions of its object included."""
        roles: Roles = {}
        for argument in proposition.arguments:
            token = self._clause_subject(argument) if argument.role == "clause" else argument.head
            if argument.role != "clause" and argument.head < proposition.head:
                token = self._who_is(argument.head, proposition.head)
            participants = () if token is None else self.participants(token)
            if argument.head < proposition.head:
                participants = self._without_others(participants, argument.head, proposition.head)
            if argument.role in POST_ROLES:
                participants = self._with_posts(participants)
            kind = POST if any(one.kind == POST for one in participants) else self._kind_at(argument.head)
            filled = RoleArgument(argument.head, participants, kind, mutual=self._is_mutual(argument.head))
            roles.setdefault(argument.role, []).append(filled)
            if argument.role == "clause" and self._asks(argument.head):
                roles.setdefault("question", []).append(RoleArgument(argument.head, ()))
        for argument in proposition.arguments:
            if argument.role in ("object", "complement") or argument.role.startswith("prep:"):
                self._add_nested(argument, roles)
        if proposition.passive and "subject" not in roles and "prep:by" in roles:
            # "was named chairwoman by Acme": the parser hung the agent on "chairwoman".
            roles["subject"] = [
                replace(filled, under="")
                for filled in roles["prep:by"]
                if filled.head > proposition.head and filled.under[:5] != "prep:"
            ]
        return roles

    def _asks(self, verb: int) -> bool:
        """Whether a clause is a question: "asked Bob whether he had left", "told him why she did"."""
        tokens = self.tokens
        marks = (child for child in tokens.children[verb] if tokens.dep[child] == "mark")
        # "asked Bob during a chat if he had left": the parser may hang Bob, or the chat, on the clause.
        return tokens.lower[tokens.left[verb]] in ASKING or any(
            tokens.lower[mark] in ASKING for mark in marks
        )

    def _without_others(
        self, participants: tuple[Participant, ...], noun: int, verb: int
    ) -> tuple[Participant, ...]:
        """Those of a list of whom a relative clause is said: "Ann and Bob, who left, and Cem, who stayed".

        It is said of those before it, and where there are two such clauses, of those behind the first.
        """
        tokens = self.tokens
        node = next((one for one in tokens.climb(verb) if tokens.dep[one] == "relcl"), None)
        if node is None or len(participants) < 2 or tokens.head[node] not in tokens.conjuncts(noun):
            return participants
        top, first = tokens.head[node], tokens.left[node]
        others = (
            child for child in tokens.children[top] if tokens.dep[child] == "relcl" and top < child < node
        )
        listed = [one for one in tokens.conjuncts(top) if one < first]
        begin = max((tokens.right[one] for one in others), default=0)
        if not any(begin <= one for one in listed):
            begin = 0
        return tuple(one for one in participants if begin <= one.mention.head < first)

    def _who_is(self, noun: int, verb: int) -> int:
        """Of "Doe is a lawyer who led it" and "Doe, a lawyer who led it" the token of Doe; else the noun itself."""
        tokens, copula = self.tokens, self.tokens.head[noun]
        if tokens.dep[noun] == "appos" and self._is_apposed(noun, copula):
            return copula
        if tokens.dep[noun] != "attr" or tokens.lemma[copula] != "be":
            return noun
        behind = any(
            tokens.dep[node] in ("relcl", "acl") and tokens.head[node] == noun for node in tokens.climb(verb)
        )
        denied = tokens.child(copula, "neg") is not None or tokens.child(copula, "expl") is not None
        subject = tokens.child(copula, "nsubj")
        if not behind or denied or subject is None or tokens.tag[subject] in ("WP", "WDT", "DT", "EX"):
            return noun
        return subject

    def _is_apposed(self, noun: int, name: int) -> bool:
        """Whether a noun without a name stands right behind the person whom it describes."""
        tokens, own = self.tokens, self._at.get(noun)
        person = self._at.get(name)
        if person is None or person.form != "named" or person.kind != "Person" or name > noun:
            return False
        named = own is not None and own.form == "named"
        return not named and tokens.pos[noun] == "NOUN" and tokens.left[noun] - name == 2  # the comma

    def participant(self, mention: Mention) -> Participant:
        """``mention`` as one who takes part, wherever it stands."""
        chain = self._chain_of.get(mention.index)
        known = mention.form == "named" or mention.index in self._named
        return Participant(
            mention, self.kind(mention), -1 if chain is None else chain.index, mention.confidence, known
        )

    def participants(self, head: int) -> tuple[Participant, ...]:
        """The mentions that the phrase of ``head`` and its coordination stand for."""
        found: list[Participant] = []
        listed = [
            one for token in self._coordinated(head) for one in names_behind(token, self.tokens, self._at)
        ]
        others = (*included(listed, self.tokens, self._at), *joined(listed, self.tokens, self._at))
        for token in list(dict.fromkeys((*listed, *others)))[:LONGEST_LIST]:
            participant = self._participant(token)
            if participant is not None and all(
                participant.mention.index != other.mention.index for other in found
            ):
                found.append(participant)
        if len(found) > 2 and found[0].kind == found[-1].kind == "Person":
            # "Ann Lee and Acme adviser, Beta and Gamma chief Bob Stone": the firms are in Bob's title.
            found = [participant for participant in found if participant.kind in ("Person", "Collective")]
        if len(found) == 2 and found[1].kind == "Person" != found[0].kind and self._is_one(head, found[1]):
            found = found[1:]
        return tuple(found)

    def _is_one(self, head: int, person: Participant) -> bool:
        """Whether a verb in the singular makes "Acme and former Beta chief Ann Lee" one person."""
        tokens = self.tokens
        if tokens.dep[head] not in ("nsubj", "nsubjpass"):
            return False
        titled = any(tokens.pos[child] == "NOUN" for child in tokens.children[person.mention.head])
        verb = tokens.head[head]
        finite = tokens.finite(verb)
        return titled and (tokens.tag[finite] == "VBZ" or tokens.lower[finite] == "was")

    def _coordinated(self, head: int) -> list[int]:
        """The conjuncts of ``head``, and the names coordinated with what stands in apposition to it.

        In "Ann Lee, the chair, and Bob Stone, her deputy" the parser hangs Bob on the chair.
        """
        tokens = self.tokens
        heads = tokens.conjuncts(head)
        preposition = tokens.head[head]
        if tokens.dep[head] == "pobj":
            # "endorsed by Doe and by Roe"
            further = [
                one
                for one in tokens.conjuncts(preposition)[1:]
                if tokens.lower[one] == tokens.lower[preposition]
            ]
            heads += [filler for one in further if (filler := tokens.child(one, "pobj")) is not None]
        for token in tuple(heads):
            for child in tokens.children[token]:
                name = self._at.get(child) if tokens.dep[child] == "appos" else None
                if name is not None and name.form == "named" and self._is_named_by(token, name):
                    # "the carmaker Acme and the bank Beta": the parser hangs the bank on Acme.
                    heads.extend(one for one in tokens.conjuncts(child)[1:] if one not in heads)
                    continue
                if tokens.dep[child] != "appos" or tokens.pos[token] != "PROPN":
                    continue
                beside = [one for one in tokens.conjuncts(child)[1:] if tokens.pos[one] == "PROPN"]
                if beside and self._is_list(token, child, beside):
                    heads.append(child)
                if tokens.pos[child] == "NOUN" or child in heads:
                    heads.extend(beside)
        return heads

    def _is_list(self, first: int, second: int, others: list[int]) -> bool:
        """Whether "Biden, Trump and Obama" is a list, though the parser took Trump for an apposition."""
        named = [self._at.get(token) for token in (first, second, *others)]
        kinds = {mention.kind if mention is not None and mention.form == "named" else "" for mention in named}
        return len(kinds) == 1 and "" not in kinds

    def kind(self, mention: Mention) -> str:
        """The kind of ``mention``, where it has none of its own that of its chain."""
        chain = self._chain_of.get(mention.index)
        if chain is not None and (mention.form == "pronoun" or mention.kind == "Thing"):
            return chain.kind
        return mention.kind

    def _is_mutual(self, token: int) -> bool:
        """Whether the phrase is "each other" or "one another"."""
        before = self.tokens.lower[token - 1] if token else ""
        return (before, self.tokens.lower[token]) in {("each", "other"), ("one", "another")}

    def _kind_at(self, token: int) -> str:
        mention = self._at.get(token)
        return "" if mention is None else self.kind(mention)

    def _participant(self, token: int, depth: int = 0) -> Participant | None:
        mention = self._at.get(token) or self._within.get(token)
        tokens = self.tokens
        if mention is None or self.kind(mention) in ("Thing", "Quantity"):
            inner = self._partitive(token, depth)
            if inner is not None:
                return inner
        if mention is None or mention.text.lower() in NOT_ACTORS or self._is_none(token):
            return None
        if self._is_some(token, mention):
            return None
        named = self._named_beside(token, mention)
        mention = named or mention
        chain = self._chain_of.get(mention.index)
        kind = self.kind(mention)
        if kind == "Thing" and tokens.lemma[token] in TIMES:
            return None
        weight = mention.confidence * FORM[mention.form]
        if tokens.dep[token] == "conj":
            weight *= CONJUNCT
        known = mention.form == "named" or mention.person == 1 or mention.index in self._named
        return Participant(mention, kind, -1 if chain is None else chain.index, weight, known)

    def _is_some(self, token: int, mention: Mention) -> bool:
        """Whether a name stands for some of its people: "a Republican", "five Americans", "Republicans who refused"."""
        tokens = self.tokens
        if mention.form != "named" or mention.head != token or mention.kind not in PEOPLED:
            return False
        for child in tokens.children[token]:
            behind = tokens.dep[child] == "relcl" and child > token and tokens.tag[token] in PLURALS
            of_party = mention.kind != "Collective" or tokens.ent[token] == "NORP"
            if behind and of_party and tokens.text[tokens.left[child] - 1] != ",":
                return True
            if tokens.lower[child] in ("a", "an", "every", "each"):
                return True
            counted = tokens.dep[child] in ("amod", "nummod") and child < mention.tokens[0]
            if counted and mention.demonym and tokens.tag[token] in PLURALS:
                return True
        return False

    def _is_none(self, token: int) -> bool:
        """Whether the phrase is about nobody: "no senator"."""
        return any(self.tokens.lower[child] == "no" for child in self.tokens.children[token])

    def _partitive(self, token: int, depth: int) -> Participant | None:
        tokens = self.tokens
        if depth > HIGHEST or tokens.lemma[token] not in PARTITIVES or tokens.lemma[token] in NOT_MEMBERS:
            return None
        for child in tokens.children[token]:
            if tokens.dep[child] == "prep" and tokens.lower[child] == "of":
                inner = tokens.child(child, "pobj")
                if inner is not None and inner != token:
                    found = self._participant(inner, depth + 1)
                    # "thousands of Germans" are not Germany.
                    people = found is not None and found.mention.demonym and tokens.tag[inner] in PLURALS
                    return None if people else found
        return None

    def _named_beside(self, token: int, mention: Mention) -> Mention | None:
        """The name of a nominal: "the senator, Jim Himes,", "the city of Kharkiv", "a man called Jim Himes"."""
        if mention.form != "nominal":
            return None
        tokens = self.tokens
        for child in tokens.children[token]:
            inner = child if tokens.dep[child] == "appos" else None
            if tokens.lower[child] == "of" and tokens.lemma[token] in NAMED_BY_OF:
                inner = tokens.child(child, "pobj")
            elif tokens.dep[child] == "acl" and tokens.lower[child] in CALLED:
                inner = tokens.child(child, "oprd", "dobj", "attr")
            other = None if inner is None else self._at.get(inner)
            if other is None or other.form != "named":
                continue
            if inner == child and other.kind not in VALUES and self._is_named_by(token, other):
                return other
            post = mention.kind in ("Post", "Thing") and other.kind == "Person"  # "his assistant, Ms. Fenn,"
            if post or other.kind == mention.kind or (inner != child and other.kind in ("Place", "Country")):
                return other
        return None

    def _is_named_by(self, token: int, name: Mention) -> bool:
        """Whether a name right behind a noun says which one is meant: "the carmaker Acme", "her brother Tom Lee"."""
        tokens = self.tokens
        definite = any(
            tokens.lower[child] == "the" or tokens.dep[child] == "poss" for child in tokens.children[token]
        )
        return definite and name.tokens[0] == token + 1

    def _clause_subject(self, argument: Argument) -> int | None:
        tokens = self.tokens
        own = tokens.child(argument.head, "nsubj")
        if own is not None or tokens.pos[argument.head] in ("VERB", "AUX"):
            # Who demands that Ann be fired asks nothing of Ann.
            return own
        return argument.head

    def _with_posts(self, participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """``participants``, those that may name a post once more as that."""
        return (*participants, *(replace(one, kind=POST) for one in participants if names_post(one.mention)))

    def _add_nested(self, argument: Argument, roles: Roles) -> None:
        """Prepositions that the parser hung on a noun: "spend a fortune on the campaign"."""
        tokens = self.tokens
        for child in tokens.children[argument.head]:
            if tokens.dep[child] in OFFSPRING and child > argument.head:
                inner = tokens.child(child, "pobj")
                if inner is not None:
                    role = f"prep:{tokens.lower[child]}"
                    nested = RoleArgument(
                        inner, self.participants(inner), self._kind_at(inner), argument.role
                    )
                    roles.setdefault(role, []).append(nested)


def _rank(mention: Mention) -> tuple[int, int]:
    return ({"named": 2, "nominal": 1, "pronoun": 0}[mention.form], mention.end - mention.start)
