"""The phrases of a clause: predicate words, and the arguments with their roles and characters."""

from __future__ import annotations

from sociogram.extraction.propositions.clauses import COMPLEMENTS, SPEECH, Clause, ClauseReader
from sociogram.model import Argument, Span
from sociogram.parse.tokens import PLACES, Tokens

CUT_BEFORE = frozenset({"relcl", "appos", "parataxis", "advcl"})
"""What stands behind a noun phrase and tells more than it needs to be known by."""

PREDICATE_WORDS = frozenset({"aux", "auxpass", "neg", "prt"})
REMARKS = frozenset({"relcl", "acl", "appos"})
"""What a comma sets off from a noun inside a phrase; a place behind a place ("Bonn, Ohio") is none."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
TRIMMED = frozenset({"punct", "cc", "preconj"})
TIME_WORDS = frozenset({"npadvmod", "tmod"})
MOST_GOVERNORS = 4
"""Of "wanted to try to begin to go" so many verbs above the last are told with it; a wrong parse may have more."""


class PhraseReader:
    """Reads the phrases around the verbs of one document."""

    def __init__(self, tokens: Tokens, reader: ClauseReader) -> None:
        self.tokens = tokens
        self.reader = reader
        self._phrases: dict[tuple[int, bool, int], tuple[int, int]] = {}
        self._members: dict[tuple[int, int, int], tuple[tuple[int, Span], ...]] = {}

    def span(self, first: int, last: int) -> Span:
        """The document's characters for the tokens ``first`` to ``last``, half-open."""
        return self.tokens.span(first, last)

    def phrase(self, head: int, *, whole: bool = False, outside: int = -1) -> Span:
        """The noun phrase of ``head`` without relative clauses and appositions, or ``whole``."""
        first, last = self.phrase_tokens(head, whole=whole, outside=outside)
        return self.span(first, last)

    def phrase_tokens(self, head: int, *, whole: bool = False, outside: int = -1) -> tuple[int, int]:
        """The tokens of the phrase of ``head``, loose punctuation trimmed.

        The clause that holds the token ``outside`` is left out: "the man" of "the man seen there".
        """
        # Each of a thousand names in a row asks for the phrase of the first.
        key = (head, whole, outside)
        if key not in self._phrases:
            self._phrases[key] = self._find_phrase(head, whole, outside)
        return self._phrases[key]

    def _find_phrase(self, head: int, whole: bool, outside: int) -> tuple[int, int]:
        tokens = self.tokens
        first, last = tokens.left[head], tokens.right[head]
        if not whole:
            for child in tokens.children[head]:
                if tokens.dep[child] in CUT_BEFORE or self._is_aside(child, outside):
                    if child > head:
                        last = min(last, tokens.left[child])
                    elif child < head:
                        first = max(first, tokens.right[child])
            last = min(last, self._first_remark(head, last, outside))
        while (
            last - 1 > head
            and tokens.dep[last - 1] in TRIMMED
            and tokens.lower[last - 1] not in ("''", '"', ")", "%", "'")
        ):
            last -= 1
        while (
            first < head
            and tokens.dep[first] in TRIMMED
            and tokens.lower[first] not in ("``", '"', "(", "$", "`")
        ):
            first += 1
        # Where arcs cross, what is cut off may hold the head itself.
        return (first, last) if first <= head < last else (head, head + 1)

    def argument(self, role: str, head: int, *, outside: int = -1) -> Argument:
        """The noun phrase of ``head`` in ``role``, with its members where it enumerates several."""
        first, last = self.phrase_tokens(head, outside=outside)
        key = (head, first, last)
        # Each of many verbs in a row asks for the members of the subject that they share.
        if key not in self._members:
            self._members[key] = self._find_members(head, first, last)
        return Argument(role=role, head=head, span=self.span(first, last), members=self._members[key])

    def _find_members(self, head: int, first: int, last: int) -> tuple[tuple[int, Span], ...]:
        """Each conjunct of ``head`` among the tokens ``first`` to ``last``, up to where the next one begins."""
        tokens = self.tokens
        heads = [one for one in tokens.conjuncts(head) if first <= one < last and tokens.pos[one] in NOMINAL]
        if len(heads) < 2 or heads[0] != head:
            return ()
        found: list[tuple[int, Span]] = []
        for number, one in enumerate(heads):
            start = first if number == 0 else tokens.left[one]
            stop = last if number + 1 == len(heads) else min(tokens.left[heads[number + 1]], last)
            while stop - 1 > one and tokens.dep[stop - 1] in TRIMMED:
                stop -= 1
            if not start <= one < stop:
                return ()
            found.append((one, self.span(start, stop)))
        return tuple(found)

    def _first_remark(self, head: int, last: int, outside: int) -> int:
        """Where a remark begins that a comma sets off from a noun inside the phrase, and that closes the phrase.

        "talks with Bob, who left" are the talks with Bob.
        """
        tokens = self.tokens
        closing = last - 2 if tokens.dep[last - 1] == "punct" and last - 2 > head else last - 1
        cut = last
        for token in tokens.climb(closing):
            if token <= head:
                break
            first = tokens.left[token]
            if (
                tokens.dep[token] in REMARKS
                and (tokens.dep[token] != "appos" or tokens.ent[token] not in PLACES)
                and head < first < cut
                and tokens.lower[first - 1] == ","
                and not first <= outside < tokens.right[token]
            ):
                cut = first
        return cut

    def _is_aside(self, child: int, outside: int) -> bool:
        """Whether ``child`` is a participle set off by a comma, or holds the token ``outside``."""
        tokens = self.tokens
        if tokens.left[child] <= outside < tokens.right[child]:
            return True
        first = tokens.left[child]
        return tokens.dep[child] == "acl" and first > 0 and tokens.lower[first - 1] == ","

    def predicate(self, clause: Clause) -> list[int]:
        """The predicate's tokens: auxiliaries, negation, particle, adverbs between, and its governor's."""
        tokens, verb = self.tokens, clause.verb
        words = [verb]
        helpers = [child for child in tokens.children[verb] if tokens.dep[child] in PREDICATE_WORDS]
        if tokens.dep[verb] == "conj" and clause.subject is not None and clause.subject.how != "own":
            helpers.extend(self._shared_helpers(verb, helpers))
        words.extend(helpers)
        first = min(words)
        words.extend(child for child in tokens.children[verb] if self._is_inner_adverb(child, verb, first))
        if clause.governor is not None:
            words.extend(self._governors(clause.governor))
        return sorted(set(words))

    def _is_inner_adverb(self, child: int, verb: int, first: int) -> bool:
        """Whether ``child`` is a lone adverb among the predicate's words, which begin at ``first``."""
        tokens = self.tokens
        if tokens.dep[child] != "advmod" or child > verb or tokens.right[child] != child + 1:
            return False
        return tokens.tag[child] != "WRB" and (child > first or child in (verb - 1, first - 1))

    def _shared_helpers(self, verb: int, own: list[int]) -> list[int]:
        """The auxiliaries before the first of coordinated verbs, where the later one needs them."""
        tokens = self.tokens
        if any(tokens.dep[child] in ("aux", "auxpass") for child in own):
            return []
        head = tokens.head[verb]
        if tokens.tag[head] != tokens.tag[verb] or tokens.tag[verb] not in ("VB", "VBN", "VBG"):
            return []
        return [c for c in tokens.children[head] if tokens.dep[c] in ("aux", "auxpass") and c < head]

    def _governors(self, governor: int) -> list[int]:
        tokens = self.tokens
        words: list[int] = []
        for _ in range(MOST_GOVERNORS):
            words.append(governor)
            words.extend(c for c in tokens.children[governor] if tokens.dep[c] in PREDICATE_WORDS | {"acomp"})
            above = self.reader.governor(governor)
            if above is None:
                break
            governor = above
        return words

    def spans_of(self, words: list[int]) -> tuple[Span, ...]:
        """Characters of ``words``, neighbours joined."""
        runs: list[list[int]] = []
        for token in words:
            if runs and runs[-1][1] == token:
                runs[-1][1] = token + 1
            else:
                runs.append([token, token + 1])
        return tuple(self.span(first, last) for first, last in runs)

    def lemma(self, verb: int) -> str:
        """The lemma with its particle: "cut off"."""
        particle = self.tokens.child(verb, "prt")
        lemma = self.tokens.lemma[verb].lower()
        return lemma if particle is None else f"{lemma} {self.tokens.lower[particle]}"

    def arguments(self, clause: Clause, used: set[int]) -> list[Argument]:
        """What depends on the verb besides subject and direct object; ``used`` are predicate tokens."""
        tokens = self.tokens
        found: list[Argument] = []
        for child in tokens.children[clause.verb]:
            dep = tokens.dep[child]
            if child in used or (dep in TIME_WORDS and self._is_distance(child)):
                continue
            if dep in COMPLEMENTS:
                found.append(self.argument("complement", child))
            elif dep == "dative" and tokens.pos[child] != "ADP":
                found.append(self.argument("indirect", child))
            elif dep in ("prep", "agent", "dative"):
                found.extend(self.prepositional(child, clause.verb))
            elif dep in ("ccomp", "xcomp") and not self._is_neighbour(child, clause.verb):
                found.append(self.clausal(child))
            elif dep in TIME_WORDS or (dep == "advmod" and tokens.tag[child] != "WRB"):
                found.append(Argument(role="adverb", head=child, span=self.phrase(child)))
            elif dep == "advcl" and self._says_more(child):
                found.append(Argument(role="adverb", head=child, span=self.phrase(child, whole=True)))
        if clause.gap is not None:
            preposition, noun = clause.gap
            role = f"prep:{tokens.lower[preposition]}"
            found.append(self.argument(role, noun))
        return found

    def _is_distance(self, time: int) -> bool:
        """Whether a time says how long before or after the clause something else is: "two weeks after she lost"."""
        behind = self.tokens.right[time]
        return behind < len(self.tokens) and self.tokens.dep[behind] == "mark"

    def _says_more(self, child: int) -> bool:
        """Whether an adverbial clause has a conjunction or a "to"; a bare participle is a proposition of its own."""
        tokens = self.tokens
        return any(tokens.dep[c] == "mark" or tokens.tag[c] in ("WRB", "TO") for c in tokens.children[child])

    def _is_neighbour(self, child: int, verb: int) -> bool:
        """Whether the parser took a sentence before a comma or semicolon for what the verb says."""
        tokens = self.tokens
        return child < verb and tokens.dep[child] == "ccomp" and tokens.lemma[verb].lower() not in SPEECH

    def clausal(self, child: int) -> Argument:
        """A clause as an argument; its span starts behind "that"."""
        tokens = self.tokens
        first, last = self.phrase_tokens(child, whole=True)
        if tokens.lower[first] == "that" and tokens.dep[first] == "mark":
            first += 1
        return Argument(role="clause", head=child, span=self.span(min(first, last - 1), last))

    def prepositional(self, preposition: int, verb: int, prefix: str = "") -> list[Argument]:
        """The object of ``preposition`` as one argument; "out of" and "because of" are one preposition."""
        tokens = self.tokens
        found: list[Argument] = []
        waiting: list[tuple[int, str, bool]] = [(preposition, prefix, False)]
        while waiting:
            token, before, is_filler = waiting.pop()
            if is_filler:
                found += self._filler_of(token, verb, before)
                continue
            word = f"{before}{tokens.lower[token]}"
            filled = any(tokens.dep[child] in ("pobj", "pcomp") for child in tokens.children[token])
            below: list[tuple[int, str, bool]] = []
            for child in tokens.children[token]:
                dep = tokens.dep[child]
                if dep == "pcomp" and tokens.pos[child] == "ADP":
                    below.append((child, f"{word} ", False))
                elif dep in ("pobj", "pcomp"):
                    below.append((child, word, True))
                elif dep == "prep" and not filled:
                    below.append((child, f"{word} ", False))
                elif dep == "prep" and child > token:
                    below.append((child, "", False))
            # What stands first is looked at first, whatever hangs on it.
            waiting += reversed(below)
        return found

    def _filler_of(self, child: int, verb: int, word: str) -> list[Argument]:
        filler = self.reader.resolve(child, verb)
        if filler is None:
            return []
        if self.tokens.dep[child] == "pcomp":
            span = self.phrase(child, whole=True)
            return [Argument(role=f"prep:{word}", head=filler.token, span=span)]
        return [self.argument(f"prep:{word}", filler.token)]
