"""All ties between two actors as one, whichever way they point."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.model import LiteralObject
from sociogram.write.text.wording import relation_id_or_verb

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Tie


@dataclass(frozen=True, slots=True)
class Merged:
    """The ties of one pair of actors; ``left`` is the smaller id, both are equal in a loop."""

    left: str
    right: str
    ties: tuple[Tie, ...]

    @property
    def id(self) -> str:
        """Both ids; a blank cannot be in one."""
        return f"{self.left} {self.right}"

    @property
    def weight(self) -> float:
        """The sum of the ties' weights, which are the numbers of their claims."""
        return float(sum(max(1, tie.affirmed + tie.denied) for tie in self.ties))

    @property
    def relations(self) -> str:
        """Each relation with its number of claims, the most frequent first: ``funded 3; met 1``.

        A tie of the general relation goes by its lemma.
        """
        counts: Counter[str] = Counter()
        for tie in self.ties:
            counts[relation_id_or_verb(tie)] += tie.affirmed + tie.denied
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return "; ".join(f"{name} {count}" for name, count in ranked)


def merge_ties(graph: Graph) -> list[Merged]:
    """One for each pair of actors with a tie, in the order of their ids."""
    pairs: dict[tuple[str, str], list[Tie]] = {}
    for tie in graph.ties:
        if not isinstance(tie.object, LiteralObject):
            left, right = sorted((tie.subject, tie.object))
            pairs.setdefault((left, right), []).append(tie)
    return [Merged(*pair, tuple(ties)) for pair, ties in sorted(pairs.items())]
