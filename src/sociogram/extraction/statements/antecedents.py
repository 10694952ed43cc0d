"""Which pronouns surely stand for whom coreference takes them for: where nobody else is near who could be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from sociogram.extraction.statements.clauses import is_counted_out
from sociogram.extraction.verbs.roles import Participant
from sociogram.knowledge.ontology import Ontology
from sociogram.model import Chain, Mention
from sociogram.parse.tokens import Tokens

MOST = 40
"""Names before a pronoun that are looked at; in a longer list nobody stands out."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PERSONAL = frozenset({"he", "she", "him", "her", "his"})
DESCRIBED = PERSONAL | {"they", "them", "it"}
"""Pronouns that may stand for who has no name: "the mayor", "the residents", "the company"."""


class Antecedents:
    """The named actors of each sentence of one document."""

    def __init__(
        self, tokens: Tokens, mentions: Sequence[Mention], chains: Sequence[Chain], ontology: Ontology
    ) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._chains = {chain.index: chain for chain in chains}
        self._chain_of = {index: chain for chain in chains for index in chain.mentions}
        self._described = self._find_described()
        self._named: dict[int, list[tuple[int, Chain]]] = {}
        for mention in sorted(mentions, key=lambda one: one.head):
            chain = self._chain_of.get(mention.index)
            if chain is None or mention.form != "named" or mention.demonym or mention.head < 0:
                continue
            if ontology.is_a(chain.kind, "Actor"):
                self._named.setdefault(tokens.sentence[mention.head], []).append((mention.head, chain))
        self._spoken_of: dict[int, list[tuple[int, Chain]]] = {}
        self._find_spoken_of()

    def _find_spoken_of(self) -> None:
        """For each sentence the heads of "he" and "she" that are subjects and surely stand for a person."""
        for mention in sorted(self._mentions, key=lambda one: one.head):
            if mention.form != "pronoun" or mention.name not in ("he", "she") or mention.head < 0:
                continue
            chain = self._chain_of.get(mention.index)
            if chain is None or chain.kind != "Person" or self._tokens.dep[mention.head] not in SUBJECTS:
                continue
            if self._is_alone(mention, chain):
                place = self._tokens.sentence[mention.head]
                self._spoken_of.setdefault(place, []).append((mention.head, chain))

    def _find_described(self) -> dict[int, list[int]]:
        """For each chain without a name the heads of its nouns that are subjects: "the mayor said"."""
        named = {
            self._chain_of[one.index].index
            for one in self._mentions
            if one.form == "named" and one.index in self._chain_of
        }
        found: dict[int, list[int]] = {}
        for mention in sorted(self._mentions, key=lambda one: one.head):
            chain = self._chain_of.get(mention.index)
            if chain is None or chain.index in named or mention.form != "nominal" or mention.head < 0:
                continue
            if self._tokens.dep[mention.head] in SUBJECTS and not is_counted_out(mention.head, self._tokens):
                found.setdefault(chain.index, []).append(mention.head)
        return found

    def is_described(self, one: Participant) -> bool:
        """Whether ``one`` is "he", "it" or "they" of whom the sentence or the one before speaks as "the mayor"."""
        if one.known or one.mention.form != "pronoun" or one.mention.name not in DESCRIBED:
            return False
        heads = self._described.get(one.chain, [])
        last = bisect_left(heads, one.mention.head)
        sentences = self._tokens.sentence
        return last > 0 and sentences[one.mention.head] - sentences[heads[last - 1]] <= 1

    def is_sure(self, one: Participant) -> bool:
        """Whether ``one`` is no pronoun, or one that can stand for nobody else in its sentence and the one before."""
        mention = one.mention
        if mention.form != "pronoun" or mention.person != 3:
            return True
        own = self._chain_of.get(mention.index)
        if own is None:
            return False
        if self.is_described(one) or self._is_of_speaker(mention, own):
            return True
        return self._is_alone(mention, own)

    def _is_alone(self, mention: Mention, own: Chain) -> bool:
        """Whether nobody else is named near before ``mention`` who could be meant, or nothing is said of who is."""
        word = mention.name
        sentence = self._tokens.sentence[mention.head]
        for place in (sentence, sentence - 1):
            near = self._near(self._named, place, mention.head, word, own)
            if near:
                near += self._near(self._spoken_of, place, mention.head, word, own)
                return self._stands_out(own, near, strict=word not in PERSONAL)
        return word in PERSONAL

    def _near(
        self, listed: Mapping[int, list[tuple[int, Chain]]], place: int, head: int, word: str, own: Chain
    ) -> list[tuple[int, Chain]]:
        """Those of ``listed`` in the sentence ``place`` before the token ``head`` for whom ``word`` could stand."""
        found = listed.get(place, [])
        last = bisect_left(found, head, key=lambda each: each[0])
        return [
            (at, chain) for at, chain in found[max(0, last - MOST) : last] if self._fits(chain, word, own)
        ]

    def _is_of_speaker(self, mention: Mention, own: Chain) -> bool:
        """Whether it is the subject of what its own chain says to nobody in particular: "the bank said it had paid"."""
        tokens = self._tokens
        clause = tokens.head[mention.head]
        verb = tokens.head[clause]
        if tokens.dep[mention.head] not in SUBJECTS or tokens.dep[clause] != "ccomp" or verb == clause:
            return False
        if tokens.child(verb, "dobj", "dative", "nsubjpass") is not None:
            return False
        subject = tokens.child(verb, "nsubj")
        return subject is not None and subject in {self._mentions[index].head for index in own.mentions}

    def pronouns(self, one: Participant) -> frozenset[int]:
        """The tokens of the pronouns of the third person that stand for ``one``."""
        own = self._chain_of.get(one.mention.index)
        if own is None:
            return frozenset()
        members = (self._mentions[index] for index in own.mentions)
        return frozenset(member.head for member in members if member.form == "pronoun")

    def _stands_out(self, own: Chain, near: Sequence[tuple[int, Chain]], *, strict: bool) -> bool:
        """Whether ``own`` is the only one near, or the only one that something is said of; ``strict`` asks for both."""
        subjects = {chain.index for head, chain in near if self._tokens.dep[head] in SUBJECTS}
        if strict and subjects != {own.index}:
            return False
        if all(chain.index == own.index for _, chain in near):
            return True
        return not strict and subjects == {own.index}

    def _fits(self, chain: Chain, word: str, own: Chain) -> bool:
        """Whether the pronoun ``word`` could stand for ``chain``."""
        if word in PERSONAL:
            wanted = "male" if word in ("he", "him", "his") else "female"
            return chain.kind == "Person" and chain.gender in ("unknown", wanted)
        if word == "it":
            return chain.kind not in ("Person", "Collective") and chain.number != "plural"
        return chain.kind != "Person" and (chain.kind == own.kind or chain.number == "plural")
