"""Whether what somebody says reaches a word that stands in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sociogram.extraction.qualification.sources import attribution_class
from sociogram.knowledge.cues import ACCORDING, Cues
from sociogram.knowledge.scope_words import ScopeWords
from sociogram.model import Attribution, Modality
from sociogram.parse.tokens import Tokens

WILLED = frozenset({"promise", "demand"})
"""Classes of cues of what somebody wants to be."""
_TOLD = frozenset({"say", "claim", "deny"})
_OPENING = frozenset({"“", '"', "''", "``", "‘", "«", "„"})


@dataclass(frozen=True, slots=True)
class Reach:
    """Asks of one document how far its attributions reach."""

    tokens: Tokens
    cues: Cues
    words: ScopeWords

    def of_itself(self, attribution: Attribution, token: int) -> bool:
        """Whether the trigger is what the source itself would do: "tried to …", "its plan to …"."""
        tokens, cue = self.tokens, attribution.cue_head
        spoken = attribution_class(attribution, self.cues) in _TOLD
        for node in tokens.climb(token):
            head, dep = tokens.head[node], tokens.dep[node]
            if head == cue:
                if spoken and tokens.tag[node] == "VBG":
                    # "described meeting him" is told, as "admitted meeting him" is.
                    return False
                if dep in {"xcomp", "acl", "pcomp"}:
                    return not any(
                        child < node and tokens.dep[child] in {"dobj", "dative"}
                        for child in tokens.children[head]
                    )
                return False
            if dep not in {"xcomp", "conj", "acl", "dobj", "pobj", "prep", "attr"}:
                return False
        return False

    def is_dismissed(self, attribution: Attribution, token: int) -> bool:
        """Whether the source rejects a thing, and no claim: "dismissed the *lawsuit* against Acme"."""
        tokens = self.tokens
        told = tokens.head[token] == attribution.cue_head and tokens.dep[token] in {"dobj", "nsubjpass"}
        denied = told and not attribution.direct and attribution_class(attribution, self.cues) == "deny"
        return denied and tokens.lemma[token].lower() not in self.cues.nouns

    def is_loose(self, attribution: Attribution) -> bool:
        """Whether it is an adverb or an "according to", which may stand anywhere in the clause it is meant for."""
        return attribution.verb in self.cues.adverbs or (
            attribution.verb == ACCORDING and not attribution.direct
        )

    def is_aside(self, attribution: Attribution, token: int) -> bool:
        """Whether what stands above a relative clause between commas, as "reportedly", does not reach into it."""
        tokens, cue = self.tokens, attribution.cue_head
        clause = next((node for node in tokens.climb(token) if tokens.dep[node] == "relcl"), None)
        if cue is None or clause is None:
            return False
        first, last = tokens.left[clause], tokens.right[clause]
        # Right behind it, "who died in Rome, according to a relative", the source is the clause's as well; an adverb
        # there, "who is married, allegedly left", is of what follows.
        behind = last < len(tokens) and tokens.text[last] == "," and tokens.left[cue] == last + 1
        behind = behind and attribution.verb not in self.cues.adverbs
        return first > 0 and tokens.text[first - 1] == "," and not first <= cue < last and not behind

    def is_outside(self, attribution: Attribution, token: int) -> bool:
        """Whether the trigger stands before the marks of a mixed quotation: 'Roe said Senator Doe was "a crook"'."""
        tokens = self.tokens
        if attribution.cue_head is None or attribution.verb == ":":
            return False  # behind a speaker's label all is his
        for start, end in attribution.content:
            first, last = bisect_left(tokens.begin, start), bisect_left(tokens.begin, end)
            mark = next((each for each in range(first, last) if tokens.text[each] in _OPENING), None)
            if first <= token < last:
                return mark is not None and token < mark
        return False

    def judges_deed(self, attribution: Attribution, token: int) -> bool:
        """Whether the source only judges what the noun says somebody did: "denounced *Roe's call* for it"."""
        tokens = self.tokens
        judges = "attitude" in self.cues.verbs.get(attribution.verb, {}).values()
        object_ = tokens.head[token] == attribution.cue_head and tokens.dep[token] == "dobj"
        return judges and object_ and tokens.child(token, "poss") is not None

    def about_a_thing(self, attribution: Attribution, token: int) -> bool:
        """Whether the trigger stands in a clause of a noun that the source rejects or plans: "rejected a plan to …".

        Or in what the writer adds of it: "blamed Roe, an officer who led Acme", "admitted fraud at Acme, where he led".
        """
        tokens, clause, added = self.tokens, False, False
        cue, willed = attribution.cue_head, attribution_class(attribution, self.cues) in WILLED
        for node in tokens.climb(token):
            dep = tokens.dep[node]
            added = added or (dep in {"relcl", "appos"} and tokens.text[tokens.left[node] - 1] == ",")
            if tokens.head[node] == cue:
                if added and dep in {"dobj", "nsubjpass"}:
                    return True
                if clause and willed:
                    # "promised to close the camp that X built": the building is nobody's promise.
                    return True
                effects = self.words.nouns.get(tokens.lemma[node].lower(), ())
                return clause and dep in {"dobj", "nsubjpass"} and Modality.INTENDED.value in effects
            clause = clause or dep in {"acl", "relcl"}
            if dep in {"ccomp", "parataxis"}:
                return False
        return False
