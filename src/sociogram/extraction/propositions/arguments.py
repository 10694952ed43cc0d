"""The phrases of a clause: predicate words, and the arguments with their roles and characters."""

from __future__ import annotations

from sociogram.extraction.propositions.clauses import COMPLEMENTS, SPEECH, Clause, ClauseReader
from sociogram.model import Argument, Span
from sociogram.parse.tokens import Tokens

CUT_BEFORE = frozenset({"relcl", "appos", "parataxis", "advcl"})
"""What stands behind a noun phrase and tells more than it needs to be known by."""

PREDICATE_WORDS = frozenset({"aux", "auxpass", "neg", "prt"})
TRIMMED = frozenset({"punct", "cc", "preconj"})
TIME_WORDS = frozenset({"npadvmod", "tmod"})
MOST_GOVERNORS = 4
"""Of "wanted to try to begin to go" so many verbs above the last are told with it; a wrong parse may have more."""


class PhraseReader:
    """Reads the phrases around the verbs of one document."""

    def __init__(self, tree: Tokens, reader: ClauseReader) -> None:
        self.tree = tree
        self.reader = reader

    def span(self, first: int, last: int) -> Span:
        """The document's characters for the tokens ``first`` to ``last``, half-open."""
        return self.tree.span(first, last)

    def phrase(self, head: int, *, whole: bool = False, outside: int = -1) -> Span:
        """The noun phrase of ``head`` without relative clauses and appositions, or ``whole``."""
        first, last = self.phrase_tokens(head, whole=whole, outside=outside)
        return self.span(first, last)

    def phrase_tokens(self, head: int, *, whole: bool = False, outside: int = -1) -> tuple[int, int]:
        """The tokens of the phrase of ``head``, loose punctuation trimmed.

        The clause that holds the token ``outside`` is left out: "the man" of "the man seen there".
        """
        tree = self.tree
        first, last = tree.left[head], tree.right[head]
        if not whole:
            for child in tree.children[head]:
                if tree.dep[child] in CUT_BEFORE or self._is_aside(child, outside):
                    if child > head:
                        last = min(last, tree.left[child])
                    elif child < head:
                        first = max(first, tree.right[child])
        while (
            last - 1 > head
            and tree.dep[last - 1] in TRIMMED
            and tree.lower[last - 1] not in ("''", '"', ")", "%", "'")
        ):
            last -= 1
        while (
            first < head
            and tree.dep[first] in TRIMMED
            and tree.lower[first] not in ("``", '"', "(", "$", "`")
        ):
            first += 1
        return first, last

    def _is_aside(self, child: int, outside: int) -> bool:
        """Whether ``child`` is a participle set off by a comma, or holds the token ``outside``."""
        tree = self.tree
        if tree.left[child] <= outside < tree.right[child]:
            return True
        first = tree.left[child]
        return tree.dep[child] == "acl" and first > 0 and tree.lower[first - 1] == ","

    def predicate(self, clause: Clause) -> list[int]:
        """The predicate's tokens: auxiliaries, negation, particle, adverbs between, and its governor's."""
        tree, verb = self.tree, clause.verb
        words = [verb]
        helpers = [child for child in tree.children[verb] if tree.dep[child] in PREDICATE_WORDS]
        if tree.dep[verb] == "conj" and clause.subject is not None and clause.subject.how != "own":
            helpers.extend(self._shared_helpers(verb, helpers))
        words.extend(helpers)
        first = min(words)
        words.extend(child for child in tree.children[verb] if self._is_inner_adverb(child, verb, first))
        if clause.governor is not None:
            words.extend(self._governors(clause.governor))
        return sorted(set(words))

    def _is_inner_adverb(self, child: int, verb: int, first: int) -> bool:
        """Whether ``child`` is a lone adverb among the predicate's words, which begin at ``first``."""
        tree = self.tree
        if tree.dep[child] != "advmod" or child > verb or tree.right[child] != child + 1:
            return False
        return tree.tag[child] != "WRB" and (child > first or child in (verb - 1, first - 1))

    def _shared_helpers(self, verb: int, own: list[int]) -> list[int]:
        """The auxiliaries before the first of coordinated verbs, where the later one needs them."""
        tree = self.tree
        if any(tree.dep[child] in ("aux", "auxpass") for child in own):
            return []
        head = tree.head[verb]
        if tree.tag[head] != tree.tag[verb] or tree.tag[verb] not in ("VB", "VBN", "VBG"):
            return []
        return [c for c in tree.children[head] if tree.dep[c] in ("aux", "auxpass") and c < head]

    def _governors(self, governor: int) -> list[int]:
        tree = self.tree
        words: list[int] = []
        for _ in range(MOST_GOVERNORS):
            words.append(governor)
            words.extend(c for c in tree.children[governor] if tree.dep[c] in PREDICATE_WORDS | {"acomp"})
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
        particle = self.tree.child(verb, "prt")
        lemma = self.tree.lemma[verb].lower()
        return lemma if particle is None else f"{lemma} {self.tree.lower[particle]}"

    def arguments(self, clause: Clause, used: set[int]) -> list[Argument]:
        """What depends on the verb besides subject and direct object; ``used`` are predicate tokens."""
        tree = self.tree
        found: list[Argument] = []
        for child in tree.children[clause.verb]:
            if child in used:
                continue
            dep = tree.dep[child]
            if dep in COMPLEMENTS:
                found.append(Argument(role="complement", head=child, span=self.phrase(child)))
            elif dep == "dative" and tree.pos[child] != "ADP":
                found.append(Argument(role="indirect", head=child, span=self.phrase(child)))
            elif dep in ("prep", "agent", "dative"):
                found.extend(self.prepositional(child, clause.verb))
            elif dep in ("ccomp", "xcomp") and not self._is_neighbour(child, clause.verb):
                found.append(self.clausal(child))
            elif dep in TIME_WORDS or (dep == "advmod" and tree.tag[child] != "WRB"):
                found.append(Argument(role="adverb", head=child, span=self.phrase(child)))
            elif dep == "advcl" and self._says_more(child):
                found.append(Argument(role="adverb", head=child, span=self.phrase(child, whole=True)))
        if clause.gap is not None:
            preposition, noun = clause.gap
            role = f"prep:{tree.lower[preposition]}"
            found.append(Argument(role=role, head=noun, span=self.phrase(noun)))
        return found

    def _says_more(self, child: int) -> bool:
        """Whether an adverbial clause has a conjunction; a bare participle is a proposition of its own."""
        tree = self.tree
        return any(tree.dep[c] == "mark" or tree.tag[c] == "WRB" for c in tree.children[child])

    def _is_neighbour(self, child: int, verb: int) -> bool:
        """Whether the parser took a sentence before a comma or semicolon for what the verb says."""
        tree = self.tree
        return child < verb and tree.dep[child] == "ccomp" and tree.lemma[verb].lower() not in SPEECH

    def clausal(self, child: int) -> Argument:
        """A clause as an argument; its span starts behind "that"."""
        tree = self.tree
        first, last = self.phrase_tokens(child, whole=True)
        if tree.lower[first] == "that" and tree.dep[first] == "mark":
            first += 1
        return Argument(role="clause", head=child, span=self.span(min(first, last - 1), last))

    def prepositional(self, preposition: int, verb: int, prefix: str = "") -> list[Argument]:
        """The object of ``preposition`` as one argument; "out of" and "because of" are one preposition."""
        tree = self.tree
        word = f"{prefix}{tree.lower[preposition]}"
        found: list[Argument] = []
        for child in tree.children[preposition]:
            dep = tree.dep[child]
            if dep in ("pobj", "pcomp"):
                if dep == "pcomp" and tree.dep[child] == "pcomp" and tree.pos[child] == "ADP":
                    found.extend(self.prepositional(child, verb, f"{word} "))
                    continue
                filler = self.reader.resolve(child, verb)
                if filler is None:
                    continue
                span = self.phrase(filler.token) if dep == "pobj" else self.phrase(child, whole=True)
                found.append(Argument(role=f"prep:{word}", head=filler.token, span=span))
            elif dep == "prep" and not any(
                tree.dep[c] in ("pobj", "pcomp") for c in tree.children[preposition]
            ):
                found.extend(self.prepositional(child, verb, f"{word} "))
            elif dep == "prep" and child > preposition:
                found.extend(self.prepositional(child, verb))
        return found
