"""Pairs of actors that may be one: each rule looks within blocks of actors that share something, never at all pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby

from sociogram.ids import slug
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.everyday import is_everyday
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.resolve.names import acronym, acronyms_of, name_key, names_agree
from sociogram.suggest.profiles import Profile, has_capital
from sociogram.suggest.spelling import blocks_of, is_variant

MOST_IN_BLOCK = 40
"""Actors of a block beyond which what they share tells nothing of any two of them; chosen by hand."""
_COUNTRIES = frozenset({"us", "uk", "eu", "un"})
"""Acronyms that stand before the name of a body as a nation does."""
_MANY_WORDS = 9
"""Words from which a name is a sentence."""
_NAMED = frozenset({"Person", "Organization", "Place", "Collective", "Programme", "Event", "Law", "Product"})
"""Families whose names are compared; titles of works are alike for other reasons."""
_BODIES = frozenset({"Organization", "Place", "Programme", "Event", "Law"})
"""Families that texts mix up, as in `sociogram.resolve.link`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that may be one, by which rule, how likely that is, and why, in words."""

    left: Profile
    right: Profile
    rule: str
    score: float
    reason: str


Rule = Callable[[Sequence[Profile]], Iterator[Pair]]


def _blocks(keyed: Iterable[tuple[object, Profile]]) -> Iterator[list[Profile]]:
    """The actors that share a key, two of them at least and not too many, each once, in the order of the first."""
    first: dict[object, Profile] = {}
    blocks: dict[object, dict[str, Profile]] = {}
    for key, profile in keyed:
        known = first.setdefault(key, profile)
        if known is not profile:
            blocks.setdefault(key, {known.actor.id: known})[profile.actor.id] = profile
    for block in blocks.values():
        if len(block) <= MOST_IN_BLOCK:
            yield list(block.values())


def _fit(left: Profile, right: Profile) -> bool:
    """Whether their kinds let them be one."""
    return left.family == right.family or (left.family in _BODIES and right.family in _BODIES)


def _named(profiles: Iterable[Profile]) -> list[Profile]:
    return [profile for profile in profiles if profile.proper and profile.family in _NAMED]


def same_name(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Actors of one proper name, which kinds, countries or documents keep apart: each with the strongest."""
    nouns = load_actor_lists().nouns
    keyed = ((profile.key, profile) for profile in profiles if profile.proper and profile.key not in nouns)
    for block in _blocks(keyed):
        first = min(block, key=lambda one: (-one.claims, one.actor.id))
        for other in block:
            several = len(other.words) > 1
            if other is first or (other.family == "Collective" and not several):
                continue
            if _fit(first, other):
                score = (
                    0.86
                    if several and other.family != "Place" and not _of_some_country(first, other)
                    else 0.6
                )
                yield Pair(first, other, "same-name", score, "both have the same name")
            elif several and {first.family, other.family} <= _NAMED | {"Work"}:
                kinds = f"{first.actor.kind} and {other.actor.kind}"
                yield Pair(first, other, "same-name", 0.62, f"both have the same name, read as {kinds}")


def same_words(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """The same words in another order or form: "Israel’s air force" and "the Israeli Air Force"."""
    keyed = []
    for profile in profiles:
        if profile.family in _BODIES and (profile.proper or has_capital(profile.actor.name)):
            for name in profile.names:
                words = plain_words(name)
                if len(words) > 1:
                    keyed.append((words, profile))
    for block in _blocks(keyed):
        left = min(block, key=lambda one: (-one.claims, one.actor.id))
        for right in block:
            if right is left or left.family != right.family or (left.key == right.key and left.proper):
                continue
            yield Pair(
                left,
                right,
                "same-words",
                0.6 if _is_doubtful(left, right) else 0.9,
                "their names have the same words",
            )


def _is_doubtful(left: Profile, right: Profile) -> bool:
    """Whether one name may be two things': descriptions of two documents, or bodies that many countries have."""
    apart = left.documents.isdisjoint(right.documents)
    described = not (left.proper or right.proper or _names_country(left) or _names_country(right))
    return (apart and described) or _of_some_country(left, right)


def _names_country(side: Profile) -> bool:
    """Whether the name has a nation or a country in it, in whatever form."""
    return any(
        _country_of(word) for word in side.actor.name.replace("’s ", " ").replace("'s ", " ").split()
    ) or (side.owner in load_actor_lists().by_name)


def _country_of(word: str) -> str | None:
    """The id of the country of a nation's adjective, or of an acronym that the lists know."""
    lists = load_actor_lists()
    known = lists.by_name.get(word, ()) if word.isupper() else ()
    return lists.demonyms.get(word) or (known[0] if len(known) == 1 else None)


def _of_some_country(left: Profile, right: Profile) -> bool:
    """Whether many countries have a body of the name ("Interior Ministry"), and no document has both."""
    everyday = any(is_everyday(side.actor.name.lower().split()) for side in (left, right))
    return everyday and left.documents.isdisjoint(right.documents)


@lru_cache(maxsize=65536)
def plain_words(name: str) -> tuple[str, ...]:
    """The words of a name in alphabetical order, nations as countries, without small ones and marks of owning."""
    joining = load_vocabulary("suggest").words("joining")
    words: list[str] = []
    for word in name.replace("’s ", " ").replace("'s ", " ").replace("’ ", " ").replace("-", " ").split():
        plain = _country_of(word) or slug(word)
        if plain and plain not in joining:
            words.extend(plain.split("-"))
    return tuple(sorted(words))


def spelling(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Spellings that differ in a letter, or in how words are joined: "Hilary", "Hillary"."""
    keyed = ((key, profile) for profile in _named(profiles) for key in blocks_of(profile.words))
    for block in _blocks(keyed):
        for left, right in combinations(block, 2):
            if _fit(left, right) and is_variant(left.words, right.words):
                several = len(left.words) > 1 or len(right.words) > 1
                score = 0.84 if several and not _two_first_names(left, right) else 0.55
                yield Pair(left, right, "spelling", score, "their names are spelt almost alike")


def _two_first_names(left: Profile, right: Profile) -> bool:
    """Whether they differ in the first name, by more than a doubled letter, and both are names: "Ivana", "Ivanka"."""
    known = load_actor_lists().first_names
    if left.person is None or right.person is None or left.person.lone or right.person.lone:
        return False
    given = {left.person.given[0], right.person.given[0]}
    heard = {"".join(letter for letter, _ in groupby(name)) for name in given}
    return len(heard) == 2 and all(name.capitalize() in known for name in given)


def acronyms(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """An acronym and a long form: the only one that it can stand for in the same document, or anywhere."""
    long: dict[str, dict[str, Profile]] = {}
    bodies = [profile for profile in profiles if profile.proper and profile.family in _BODIES]
    for profile in bodies:
        for name in profile.names:
            for letters in acronyms_of(name):
                long.setdefault(letters, {})[profile.actor.id] = profile
    for short in bodies:
        own = acronym(short.actor.name) or ""
        others = [one for one in long.get(own, {}).values() if one is not short]
        near = [one for one in others if not one.documents.isdisjoint(short.documents)]
        words = f"“{short.actor.name}” can stand for “{{}}”"
        if len(near) == 1:
            reason = f"{words.format(near[0].actor.name)}, in one document"
            yield Pair(near[0], short, "acronym", 0.85, reason)
        elif len(others) == 1 and not near and len(own) > 2:
            yield Pair(others[0], short, "acronym", 0.6, words.format(others[0].actor.name))


def longer_name(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """A name with a word more that it may lack: "the ruling Acme Front party", "Acme Front"."""
    modifiers = load_vocabulary("suggest").words("modifiers")
    nouns = load_actor_lists().nouns
    keyed = []
    for profile in profiles:
        kept = tuple(word for word in profile.words if word not in modifiers)
        telling = len(kept) > 1 or (kept and kept[0] not in nouns)
        if (
            profile.family in _BODIES
            and telling
            and (profile.proper or profile.owned or has_capital(profile.actor.name))
        ):
            keyed.append((kept, profile))
    for block in _blocks(keyed):
        for left, right in combinations(block, 2):
            if (
                left.key != right.key
                and left.family == right.family
                and (left.proper or right.proper or left.owned == right.owned or left.owner)
            ):
                extra = " ".join(sorted(set(left.words) ^ set(right.words)))
                together = not left.documents.isdisjoint(right.documents)
                several = len(left.words) + len(right.words) > 3
                score = 0.84 if several or together else 0.55
                yield Pair(left, right, "longer-name", score, f"their names differ in “{extra}” alone")


def first_word(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """A body by the first word of its name, where its document has one whole name: "Acme", "Acme Energy"."""
    parts = load_vocabulary("suggest").words("parts")
    nouns = load_actor_lists().nouns
    whole: dict[tuple[str, str], list[Profile]] = {}
    for profile in profiles:
        words = profile.words
        if (
            profile.proper
            and profile.family == "Organization"
            and 1 < len(words) < 4
            and words[-1] not in parts
        ):
            for document in profile.documents:
                whole.setdefault((document, words[0]), []).append(profile)
    for short in profiles:
        if not short.proper or short.family != "Organization" or len(short.words) != 1 or short.key in nouns:
            continue
        if short.actor.identifiers or acronym(short.actor.name) is not None:
            # What the lists know by one word is whole.
            continue
        found = {
            one.actor.id: one for document in short.documents for one in whole.get((document, short.key), ())
        }
        if len(found) == 1:
            (other,) = found.values()
            yield Pair(
                other,
                short,
                "first-word",
                0.78,
                f"“{short.actor.name}” begins “{other.actor.name}”, in one document",
            )


def with_country(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """A body with its country before its name and without: "US Supreme Court", "Supreme Court"."""
    lists = load_actor_lists()
    bodies = {one.key: one for one in profiles if one.proper and one.family == "Organization"}
    longer: dict[str, list[tuple[str, Profile]]] = {}
    for profile in profiles:
        first, _, rest = profile.actor.name.partition(" ")
        if (
            rest
            and profile.family == "Organization"
            and (first in lists.demonyms or acronym(first) in _COUNTRIES)
        ):
            longer.setdefault(name_key(rest), []).append((first, profile))
    for key, found in longer.items():
        other = bodies.get(key)
        if other is None:
            continue
        near = [one for one in found if not one[1].documents.isdisjoint(other.documents)]
        for first, profile in near or (found if len(found) == 1 else []):
            if profile is not other:
                reason = f"one name is the other with “{first}” before it"
                yield Pair(other, profile, "with-country", 0.8 if near else 0.62, reason)


def with_office(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """A person's name that ends in the whole name of another: "Attorney Ann Lee", "Ann Lee"."""
    full = {one.actor.name: one for one in profiles if one.person is not None and not one.person.lone}
    for profile in profiles:
        words = profile.actor.name.split()
        if profile.family != "Person" or not 2 < len(words) < _MANY_WORDS or profile.owned or "and" in words:
            continue
        for place in range(1, len(words) - 1):
            other = full.get(" ".join(words[place:]))
            if other is not None and other is not profile:
                before = " ".join(words[:place])
                yield Pair(
                    other, profile, "with-office", 0.8, f"one name is the other with “{before}” before it"
                )
                break


def family_name(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """A first name, and who has it with the surname of one it is tied to: "Laura", tied to "Jim Roe"."""
    by_id = {profile.actor.id: profile for profile in profiles}
    full: dict[tuple[str, str], list[Profile]] = {}
    for profile in profiles:
        if profile.person is not None and not profile.person.lone:
            full.setdefault((profile.person.given[0], profile.person.surname), []).append(profile)
    for lone in profiles:
        if lone.person is None or not lone.person.lone:
            continue
        for neighbour in sorted(lone.neighbours):
            person = by_id[neighbour].person
            for other in full.get((lone.key, person.surname), ()) if person is not None else ():
                tied = by_id[neighbour].actor.name
                reason = f"“{other.actor.name}” has this first name and the surname of {tied}, to whom a claim ties it"
                yield Pair(other, lone, "family-name", 0.86, reason)


def one_word(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """A surname or first name, and the full names that it may mean, with the same neighbours or documents."""
    bearers: dict[str, list[Profile]] = {}
    for profile in profiles:
        if profile.person is not None and not profile.person.lone:
            for word in {profile.person.surname, profile.person.given[0]}:
                bearers.setdefault(word, []).append(profile)
    for lone in profiles:
        if lone.person is None or not lone.person.lone:
            continue
        found = bearers.get(lone.person.surname, [])
        if len(found) > MOST_IN_BLOCK:
            continue
        for full in found:
            together = not lone.documents.isdisjoint(full.documents)
            shared = len(lone.neighbours & full.neighbours)
            if not together and not shared:
                continue
            score = (0.5 if together else 0.42) + min(0.2, 0.1 * shared) + (0.15 if len(found) == 1 else 0.0)
            reason = f"“{lone.actor.name}” is a part of “{full.actor.name}”"
            yield Pair(full, lone, "one-word", score, reason)


def agreeing(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Full names that nicknames or initials may make one, and that the rules left apart."""
    people = [one for one in profiles if one.person is not None and not one.person.lone]
    for block in _blocks((one.person and one.person.surname, one) for one in people):
        for left, right in combinations(block, 2):
            if (
                left.key != right.key
                and left.person
                and right.person
                and names_agree(left.person, right.person)
            ):
                yield Pair(left, right, "agreeing", 0.6, "first names, initials or nicknames agree")


NAME_RULES: tuple[Rule, ...] = (
    same_name, same_words, spelling, acronyms, longer_name, first_word, with_country, with_office, family_name,
    one_word,
    agreeing,
)  # fmt: skip
"""What compares names alone."""


def best_pairs(pairs: Iterable[Pair]) -> Mapping[tuple[str, str], Pair]:
    """Of the pairs of the same two the likeliest one, then that of the first rule in the alphabet."""
    best: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        one, other = sorted((pair.left.actor.id, pair.right.actor.id))
        known = best.get((one, other))
        if one != other and (known is None or (-pair.score, pair.rule) < (-known.score, known.rule)):
            best[one, other] = pair
    return best
