"""Descriptions, and the names that they may stand for: "Ann Lee’s husband", "the foundation"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sociogram.graph.values import Graph
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import LiteralObject, Polarity
from sociogram.resolve.names import bare_noun, name_key, person_name
from sociogram.suggest.pairs import Pair
from sociogram.suggest.profiles import Profile

_POSTS = frozenset({"holdsPost"})
"""Relations whose object, where it is words, says what somebody is."""


def relatives(graph: Graph, profiles: Mapping[str, Profile]) -> Iterator[Pair]:
    """Pair "Ann Lee’s husband" with whom a claim calls that."""
    kin = load_vocabulary("suggest").values("kin")
    by_name: dict[str, list[str]] = {}
    for profile in profiles.values():
        by_name.setdefault(profile.actor.name, []).append(profile.actor.id)
    relations = {str(value).split()[0] for value in kin.values()}
    related: dict[tuple[str, str, str], set[str]] = {}
    for tie in graph.ties:
        if tie.relation in relations and isinstance(tie.object, str) and tie.affirmed:
            for end, owner, relative in (
                ("subject", tie.object, tie.subject),
                ("object", tie.subject, tie.object),
            ):
                for key in (end, "either"):
                    related.setdefault((tie.relation, key, owner), set()).add(relative)
    for profile in profiles.values():
        word = profile.owned.split()[-1].lower() if profile.owned else ""
        owners = by_name.get(profile.owner, [])
        if word not in kin or len(owners) != 1:
            continue
        relation, role = str(kin[word]).split()
        others = [
            profiles[one]
            for one in sorted(related.get((relation, role, owners[0]), ()))
            if profiles[one].proper and _may_be(profiles[one], word)
        ]
        for other in others:
            reason = f"a claim calls {other.actor.name} the {word} of {profile.owner}"
            yield Pair(other, profile, "relative", 0.93 if len(others) == 1 else 0.5, reason)


def _may_be(person: Profile, word: str) -> bool:
    """Whether the first name lets a person be somebody's ``word``: "husband", "mother"."""
    wanted = load_vocabulary("suggest").values("genders").get(word)
    given = person_name(person.actor.name).given
    known = load_actor_lists().first_names.get(given[0].capitalize()) if given else None
    return wanted is None or known in {None, "unknown", wanted}


def owned_bodies(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pair "Ann Lee’s foundations" with a body that has the surname and that noun in its name: "Lee Foundation"."""
    named: dict[str, list[Profile]] = {}
    for profile in profiles:
        if profile.proper and profile.family == "Organization" and len(profile.words) > 1:
            named.setdefault(_singular(profile.words[-1]), []).append(profile)
    for profile in profiles:
        if not profile.owned or profile.family not in {"Organization", "Collective"}:
            continue
        surname = name_key(profile.owner).split("-")[-1]
        head = _singular(profile.owned.split()[-1].lower())
        found = [other for other in named.get(head, ()) if surname in other.words[:-1]]
        for other in found:
            reason = f"“{other.actor.name}” has the name of {profile.owner} and is a {head}"
            yield Pair(other, profile, "owned-body", 0.8 if len(found) == 1 else 0.5, reason)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def definite(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pair "the foundation" with the one body of its document whose name ends so."""
    named: dict[tuple[str, str], list[Profile]] = {}
    for profile in profiles:
        if profile.proper and profile.family in {"Organization", "Place"} and len(profile.words) > 1:
            for document in profile.documents:
                named.setdefault((document, profile.words[-1]), []).append(profile)
    for profile in profiles:
        name = profile.actor.name
        if (
            not name.startswith("the ")
            or profile.owned
            or len(profile.documents) != 1
            or len(profile.words) != 1
        ):
            continue
        (document,) = profile.documents
        found = named.get((document, profile.key), [])
        if len(found) == 1 and found[0].family == profile.family:
            reason = f"“{found[0].actor.name}” is the only one of its document that “{name}” can mean"
            yield Pair(found[0], profile, "definite", 0.78, reason)


def called_so(graph: Graph, profiles: Mapping[str, Profile]) -> Iterator[Pair]:
    """A description, and the only one whom claims of its document call so: "the former first lady"."""
    posts: dict[tuple[str, str], dict[str, set[str]]] = {}
    for claim in graph.claims:
        if (
            claim.relation in _POSTS
            and isinstance(claim.object, LiteralObject)
            and claim.polarity is Polarity.AFFIRMED
            and profiles[claim.subject].proper
        ):
            words = name_key(bare_noun(claim.object.value))
            key = (claim.evidence.document, words.rpartition("-")[2])
            posts.setdefault(key, {}).setdefault(claim.subject, set()).add(words)
    for profile in profiles.values():
        if profile.proper or profile.owned or profile.family != "Person" or len(profile.documents) != 1:
            continue
        (document,) = profile.documents
        words = name_key(bare_noun(profile.actor.name))
        found = posts.get((document, words.rpartition("-")[2]), {})
        exact = [each for each, called in found.items() if words in called]
        near = [each for each, called in found.items() if any(_within(words, one) for one in called)]
        chosen = exact if len(exact) == 1 else near
        if len(chosen) == 1:
            other = profiles[chosen[0]]
            score = (0.82 if "-" in words else 0.62) if exact else 0.7
            reason = (
                f"a claim of the same document calls {other.actor.name} “{bare_noun(profile.actor.name)}”"
            )
            yield Pair(
                other,
                profile,
                "called-so",
                score,
                reason if exact else reason.replace("calls", "all but calls"),
            )


def _within(one: str, other: str) -> bool:
    """Whether the words of one of the two are all among the other's, and more than one word."""
    left, right = set(one.split("-")), set(other.split("-"))
    return min(len(left), len(right)) > 1 and (left <= right or right <= left)


def officers(graph: Graph, profiles: Mapping[str, Profile]) -> Iterator[Pair]:
    """Pair "the Acme president" with who a claim says is that of Acme, in those words."""
    offices = load_vocabulary("suggest").words("offices")
    holders: dict[str, list[tuple[str, str, str]]] = {}
    for claim in graph.claims:
        if (
            claim.relation in offices
            and isinstance(claim.object, str)
            and claim.polarity is Polarity.AFFIRMED
        ):
            for person, body in ((claim.subject, claim.object), (claim.object, claim.subject)):
                if profiles[person].person is not None:
                    quote = claim.evidence.quote.lower()
                    holders.setdefault(body, []).append((person, quote, claim.evidence.document))
    bodies: dict[str, str] = {}
    for profile in profiles.values():
        if profile.proper and profile.family != "Person":
            for name in profile.names:
                bodies.setdefault(name, profile.actor.id)
    for profile in profiles.values():
        if profile.person is not None or profile.family != "Person":
            continue
        body, office = _body_and_office(profile, bodies)
        found = {
            person
            for person, quote, document in holders.get(body, ())
            if office in quote and document in profile.documents
        }
        if len(found) == 1:
            other = profiles[next(iter(found))]
            reason = f"a claim of the same document calls {other.actor.name} the {office} there"
            yield Pair(other, profile, "officer", 0.85, reason)


def _body_and_office(profile: Profile, bodies: Mapping[str, str]) -> tuple[str, str]:
    """The id of the body and the office in "Acme president" or "Acme’s president"; nothing without them."""
    if profile.owned:
        return bodies.get(profile.owner, ""), profile.owned.lower()
    words = profile.actor.name.removeprefix("the ").split()
    for size in range(min(len(words) - 1, 5), 0, -1):
        body = bodies.get(" ".join(words[:size]))
        if body is not None:
            return body, " ".join(words[size:]).lower()
    return "", ""
