"""Which people of one surname may be one: those whose given names agree, found without a look at each two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sociogram.resolve.names import PersonName
from sociogram.resolve.words import load_identity_words


@dataclass(slots=True)
class _Node:
    """The people whose given names begin alike: those who have no more of them, and the next names of the others."""

    here: list[int] = field(default_factory=list)
    next: dict[str, _Node] = field(default_factory=dict)
    by_letter: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The next names by their first letter."""
    by_group: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Those with nicknames, by each group of names that are one another's."""

    def child(self, given: str) -> _Node:
        if given not in self.next:
            self.next[given] = _Node()
            self.by_letter[given[0]].append(given)
            for group in load_identity_words().nicknames.get(given, ()):
                self.by_group[group].append(given)
        return self.next[given]

    def agreeing(self, given: str) -> Iterator[_Node]:
        """The nodes behind the names that agree with ``given``."""
        names = {given}
        if len(given) == 1:
            names.update(self.by_letter.get(given, ()))
        else:
            names.add(given[0])
            for group in load_identity_words().nicknames.get(given, ()):
                names.update(self.by_group.get(group, ()))
        for name in sorted(names & self.next.keys()):
            yield self.next[name]


class Namesakes:
    """People of one surname, by their places in ``names``."""

    def __init__(self, names: Sequence[PersonName]) -> None:
        self._names = names
        self._top = _Node()
        self._by_nickname: dict[str, list[int]] = defaultdict(list)
        self._by_given: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            node = self._top
            for given in name.given:
                node = node.child(given)
            node.here.append(place)
            self._by_given[name.given[0]].append(place)
            if name.nickname:
                self._by_nickname[name.nickname].append(place)

    def agreeing(self, place: int) -> Iterator[int]:
        """The places of the others whose given names agree with those at ``place``, as for ``names_agree``; each once.

        Their suffixes may differ.
        """
        name = self._names[place]
        seen = {place}
        found = (
            self._by_nickname.get(name.given[0], ()),
            self._by_given.get(name.nickname, ()),
            self._walk(name),
        )
        for places in found:
            for other in places:
                if other not in seen:
                    seen.add(other)
                    yield other

    def _walk(self, name: PersonName) -> Iterator[int]:
        """The places of the names that agree with ``name`` as far as both go."""
        waiting = [(self._top, 0)]
        while waiting:
            node, depth = waiting.pop()
            yield from node.here
            if depth < len(name.given):
                waiting.extend((each, depth + 1) for each in node.agreeing(name.given[depth]))
            else:
                waiting.extend((each, depth) for each in node.next.values())
