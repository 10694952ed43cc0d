"""Who and what may stand at an end of a statement."""

from __future__ import annotations

from collections.abc import Collection

from sociogram.extraction.verbs.roles import Participant, Roles
from sociogram.knowledge.ontology import VALUES, Ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import PLURALS, Range, Tokens

_WORDS = load_vocabulary("statements")
EMPTY_NOUNS = _WORDS.words("empty-nouns")
"""Nouns that say nothing without what stands behind them: "the way", "the fact"."""
POINTING = frozenset({
    "it", "this", "that", "these", "those", "them", "him", "her", "me", "us", "you", "so", "one", "ones", "itself",
    "himself", "herself", "themselves", "myself", "ourselves", "yourself", "there", "here", "something", "anything",
    "nothing", "everything", "things", "thing", "some", "all", "both", "not", "too", "also", "well", "others",
    "another", "do", "who", "what", "which", "same",
})  # fmt: skip
"""Words that say nothing without what stands before them."""
SOME = frozenset({
    "many", "some", "few", "most", "half", "one", "none", "several", "percent", "%", "part", "any", "each",
    "rest", "remainder", "bulk",
})  # fmt: skip
"""Words before "of" by which something is said of a part alone."""
MORE_OR_LESS = frozenset(
    {"least", "most", "more", "fewer", "less", "than", "about", "nearly", "almost", "only"}
)
DENYING = frozenset({"nothing", "nobody", "none", "neither", "nowhere"})
"""Words that deny by themselves, of which no polarity can be told apart."""
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
OTHERS = frozenset({"it", "they", "them", "he", "him", "she", "this", "these", "those"})
"""Pronouns of the third person that a sentence before must explain."""

PREFIXES = frozenset({"pro", "anti", "non", "ex", "post", "pre"})
"""Words before a hyphen that make an adjective of a name."""

TELLING = ("Work", "Law", "Event")
"""Kinds of things that do something to somebody without a name: "the ruling let them raise money"."""


class Ends:
    """Judges ends by their kind and their words."""

    def __init__(self, tokens: Tokens, ontology: Ontology) -> None:
        self._tokens = tokens
        self._ontology = ontology

    def is_actor(self, one: Participant) -> bool:
        """Whether its kind is one of actors."""
        return self._ontology.is_a(one.kind, "Actor")

    def is_subject(self, one: Participant) -> bool:
        """Whether ``one`` may be who a statement is about."""
        mention = one.mention
        if self.is_people(one) or one.kind in VALUES or self._is_prefixed(one):
            return False
        if not self.is_actor(one):
            telling = any(self._ontology.is_a(one.kind, kind) for kind in TELLING)
            return one.kind != "Thing" and (
                mention.form == "named" or (telling and mention.form == "nominal")
            )
        return mention.form != "pronoun" or one.known

    def why_no_subject(self, roles: Roles) -> str | None:
        """Why nobody who stands before the predicate may be its subject, where somebody does."""
        for argument in roles.get("subject", ()):
            for one in argument.participants:
                if one.mention.form == "pronoun":
                    return "its subject is a pronoun that stands for nobody known"
                if self.is_people(one):
                    return "it is said of people of a nation, who are not the nation"
                if not self.is_actor(one) and self._names_an_actor(roles):
                    return "its subject is a thing and no actor"
        return None

    def _names_an_actor(self, roles: Roles) -> bool:
        return any(
            self.is_actor(one)
            for arguments in roles.values()
            for argument in arguments
            for one in argument.participants
        )

    def is_some(self, one: Participant, head: int) -> bool:
        """Whether the phrase counts out some of those whom ``one`` names: "many of our people"."""
        tokens = self._tokens
        return one.mention.head not in tokens.conjuncts(head) and tokens.lower[head] in SOME

    def is_people(self, one: Participant) -> bool:
        """Whether a nation's name stands for some of its people or one of them: "Germans", "her fellow Texan"."""
        mention, tokens = one.mention, self._tokens
        if not mention.demonym:
            return False
        alone = tokens.pos[mention.head] in ("NOUN", "PROPN") and any(
            tokens.dep[child] == "poss" or tokens.lower[child] == "fellow"
            for child in tokens.children[mention.head]
        )
        return alone or tokens.tag[mention.head] in PLURALS

    def _is_prefixed(self, one: Participant) -> bool:
        """Whether its name is a part of a longer word: "the pro-Lee rally"."""
        tokens, first = self._tokens, one.mention.tokens[0]
        return first > 1 and tokens.text[first - 1] == "-" and tokens.lower[first - 2] in PREFIXES

    def _is_done_to(self, noun: int) -> bool:
        """Whether a gerund has it as object, which the parser took for an adjective: "barred from *leading* Acme"."""
        tokens = self._tokens
        first = tokens.left[noun]
        return (
            tokens.dep[noun] == "pobj"
            and tokens.tag[first] == "VBG"
            and tokens.dep[first] == "amod"
            and tokens.pos[noun] == "PROPN"
            and tokens.head[noun] == first - 1
        )

    def is_end(self, one: Participant, head: int, *, nested: bool) -> bool:
        """Whether ``one`` may be the other end, in the argument with the head ``head``.

        What hangs on a noun must have a name of its own; of "90 percent of the delegates" only the words tell how many.
        """
        mention = one.mention
        if not self.is_actor(one) or self.is_people(one) or self._is_prefixed(one):
            return False
        if self._is_done_to(mention.head):
            return False
        if nested or mention.form == "named":
            return mention.form == "named"
        if mention.form == "nominal":
            return one.known and mention.head in self._tokens.conjuncts(head)
        return one.known

    def why_empty(self, words: Range, own: Collection[int] = ()) -> str | None:
        """Why the words say nothing by themselves, or ``None``; ``own`` are pronouns that stand for the subject."""
        tokens = self._tokens
        first, last = words
        kept = [
            token
            for token in range(first, last)
            if tokens.pos[token] not in ("PUNCT", "DET", "ADP", "PART", "CCONJ", "SPACE", "ADV", "AUX")
        ]
        telling = [token for token in kept if tokens.lower[token] not in POINTING]
        if not any(tokens.lower[token][0].isalnum() for token in range(first, last)):
            return "its words break off"
        if not telling:
            return "its object is words that point at others"
        if tokens.lower[first] in DENYING:
            return "its object is nobody and nothing"
        if tokens.lower[first] in DEMONSTRATIVES and len(telling) == 1:
            return "its object is words that point at others"
        if self._stands_for_others(words, own):
            return "its object is words that point at others"
        if (
            len(telling) == 1
            and tokens.lemma[telling[0]].lower() in EMPTY_NOUNS
            and tokens.pos[telling[0]] != "VERB"
        ):
            return "its object is words that say nothing alone"
        clause = tokens.child(telling[0], "relcl") if tokens.lower[telling[0]] == "time" else None
        if clause is not None and tokens.lower[tokens.left[clause]] != "that":
            return "its object tells only when it is"  # "leading by the time we met"
        figures = [token for token in telling if tokens.lower[token] not in MORE_OR_LESS]
        if all(tokens.tag[token] == "CD" and tokens.ent[token] == "CARDINAL" for token in figures):
            return "its object is a number of what is not told"  # "won at least 52"
        if tokens.lower[first] == "any" and len(telling) == 1:
            return "its object is words that say nothing alone"  # "if Ohio is any indication"
        return None

    def _stands_for_others(self, words: Range, own: Collection[int]) -> bool:
        """Whether a pronoun, that is no owner, comes before any noun that it could stand for."""
        tokens = self._tokens
        for token in range(*words):
            if tokens.pos[token] in ("NOUN", "PROPN", "NUM") or tokens.lower[token] == "that":
                return False
            if token in own:
                continue
            if tokens.lower[token] in OTHERS and tokens.dep[token] not in ("poss", "det", "expl", "mark"):
                return True
        return False
