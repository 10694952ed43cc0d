"""Which party, state or body stands beside a person's name without a post.

"Doe, a Republican from Ohio", "Democrat Jane Doe", "Doe, D-Texas,", "Doe of Acme".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.bearers import find_bearers, name_behind
from sociogram.extraction.nouns.phrases import ENDED, NOT_YET, Phrases
from sociogram.knowledge.confidence import BODY_BEHIND, BRACKETED_BODY, PARTY_MEMBER
from sociogram.knowledge.posts import load_posts
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Origin, RelationMention, Span

if TYPE_CHECKING:
    from sociogram.knowledge.ontology import Ontology

_WORDS = load_vocabulary("nouns")
BEHIND = _WORDS.words("belonging-prepositions")
MEMBERS = _WORDS.words("members-of-parties")
EMPLOYERS = _WORDS.words("employers-by-name")
LEGISLATOR = "legislator"
"""The post of ``posts.yaml`` by which a state is represented."""
BODIES = {
    "PoliticalParty": "partyMemberOf",
    "SportsTeam": "playsFor",
    "Company": "worksFor",
    "MediaOutlet": "worksFor",
    "EducationalInstitution": "worksFor",
    "GovernmentBody": "worksFor",
    "ArmedGroup": "memberOf",
    "InternationalOrganization": "worksFor",
}
"""What a person is to a body whose name stands behind his, where its kind tells."""
OF = frozenset({"letters", "party.owned", "party.owning"})
"""Rules whose trigger says nothing by itself."""
DASHES = frozenset({"-", "–", ","})


def find_affiliations(phrases: Phrases, ontology: Ontology) -> Iterator[RelationMention]:
    """The parties, states and bodies of named persons, in text order of parties and then of persons."""
    places = {begin: token for token, begin in enumerate(phrases.tokens.begin)}
    for mention in phrases.mentions:
        if mention.form != "named":
            continue
        kind = phrases.kind(mention.index)
        if kind in {"PoliticalParty", "Collective"} and mention.start in places:
            yield from _of_party(phrases, mention.index, places[mention.start])
            yield from _owned_party(phrases, mention.index)
            yield from _party_owning(phrases, mention.index)
        elif kind == "Person" and mention.head >= 0:
            yield from _letters(phrases, mention.index)
            yield from _body_behind(phrases, ontology, mention.index)


def _of_party(phrases: Phrases, party: int, token: int) -> Iterator[RelationMention]:
    """Whom a party, or a noun for its members, is said of: "Democrat Jane Doe", "two Democrats, Doe and Roe"."""
    tokens = phrases.tokens
    kind, direct = phrases.mentions[party].kind, name_behind(phrases, token + 1)
    if direct is not None and kind == "PoliticalParty" and phrases.mentions[party].end == tokens.end[token]:
        persons = [direct.mention]
    elif phrases.mentions[party].head < 0 or kind == "Collective" or tokens.dep[token] == "appos":
        persons = [one.mention for one in find_bearers(phrases, token) if one.mention != party]
    else:
        return
    before = set(tokens.lower[max(0, token - 2) : token])
    if tokens.lower[token] not in MEMBERS or not before.isdisjoint(NOT_YET):
        return
    for person in persons:
        if phrases.kind(person) == "Person" and phrases.mentions[person].head != token:
            relation = "partyMemberOf" if kind == "PoliticalParty" else "memberOf"
            ended = not before.isdisjoint(ENDED)
            yield _made(phrases, (person, relation, party), token, "party.member", PARTY_MEMBER, ended=ended)
            yield from _state_of(phrases, person, token)


def _owned_party(phrases: Phrases, party: int) -> Iterator[RelationMention]:
    """Whose party it is: "her National League", "Doe's Labour Party"."""
    tokens, mention = phrases.tokens, phrases.mentions[party]
    if mention.head < 0 or phrases.kind(party) != "PoliticalParty" or _modifies(phrases, party):
        return
    owner = tokens.child(mention.head, "poss")
    person = None if owner is None else phrases.mention(owner)
    if owner is not None and person is not None and phrases.kind(person) == "Person":
        yield _made(phrases, (person, "partyMemberOf", party), mention.head, "party.owned", BODY_BEHIND)


def _party_owning(phrases: Phrases, party: int) -> Iterator[RelationMention]:
    """Whom a party calls its own by name: "Labour's Doreen Askew"; "Labour's leader, Ann Lee" is told by the post."""
    tokens, mention = phrases.tokens, phrases.mentions[party]
    if mention.head < 0 or mention.kind != "PoliticalParty" or tokens.dep[mention.head] != "poss":
        return
    person = phrases.mention(tokens.head[mention.head])
    if person is None or phrases.mentions[person].form != "named" or phrases.kind(person) != "Person":
        return
    first = phrases.mentions[person].tokens[0]
    if mention.tokens[1] < first <= mention.tokens[1] + 1:
        ends = (person, "partyMemberOf", party)
        yield _made(phrases, ends, mention.head, "party.owning", BODY_BEHIND)


def _modifies(phrases: Phrases, party: int) -> bool:
    """Whether a party's name belongs to a noun behind it: "his GOP rivals", "his GOP would-be successors"."""
    tokens, last = phrases.tokens, phrases.mentions[party].tokens[1]
    if last >= len(tokens) or tokens.pos[last] in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return last < len(tokens)
    return last + 1 < len(tokens) and tokens.text[last + 1] == "-"


def _state_of(phrases: Phrases, person: int, member: int) -> Iterator[RelationMention]:
    """The state that a legislator represents: "Senator Doe, a Republican from Ohio"."""
    tokens = phrases.tokens
    if not is_legislator(phrases, person):
        return
    for child in tokens.children[member]:
        if tokens.dep[child] == "prep" and tokens.lower[child] in {"from", "of"}:
            for place in tokens.children[child]:
                mention = phrases.mention(place)
                if mention is not None and phrases.kind(mention) == "Place" and phrases.is_name(place):
                    yield _made(phrases, (person, "represents", mention), child, "party.state", PARTY_MEMBER)


def is_legislator(phrases: Phrases, person: int) -> bool:
    """Whether the person has a legislator's title anywhere in the document."""
    posts = load_posts()
    titles: Collection[str] = phrases.titles.get(phrases.chain_of[person], ())
    return any(post.id == LEGISLATOR for title in titles for post in posts.get(title, ()))


def _letters(phrases: Phrases, person: int) -> Iterator[RelationMention]:
    """Party and state between commas: "Jane Doe, D-Texas,"; those in brackets are for ``names``."""
    tokens = phrases.tokens
    comma = phrases.mentions[person].tokens[1]
    if comma + 3 >= len(tokens) or tokens.text[comma] != "," or tokens.text[comma + 2] not in DASHES:
        return
    party, state = phrases.covering[comma + 1], phrases.covering[comma + 3]
    if party < 0 or state < 0 or len(tokens.text[comma + 1].rstrip(".")) != 1:
        return
    if phrases.mentions[party].kind == "PoliticalParty" and phrases.mentions[state].kind == "Place":
        for relation, mention in (("partyMemberOf", party), ("represents", state)):
            token = phrases.mentions[mention].tokens[0]
            yield _made(phrases, (person, relation, mention), token, "letters", BRACKETED_BODY)


def _body_behind(phrases: Phrases, ontology: Ontology, person: int) -> Iterator[RelationMention]:
    """The body behind a name: "Jane Doe of Acme", "Jane Doe, of the Bonn Institute,"; who is of a court sits in it."""
    tokens, last = phrases.tokens, phrases.mentions[person].tokens[1]
    preposition = last + 1 if last < len(tokens) and tokens.text[last] == "," else last
    if preposition >= len(tokens) or tokens.lower[preposition] not in BEHIND:
        return
    if tokens.child(phrases.mentions[person].head, "det") is not None:
        return  # "the Chair of the committee" is no name
    if tokens.head[preposition] not in range(*phrases.mentions[person].tokens) or _is_apart(
        phrases, preposition, last
    ):
        return
    for child in tokens.children[preposition]:
        mention = phrases.mention(child)
        if mention is None or tokens.dep[child] != "pobj":
            continue
        kind = phrases.kind(mention)
        if phrases.mentions[mention].form == "named" and ontology.is_a(kind, "Organization"):
            court = "court" in phrases.mentions[mention].name.lower().split()
            relation = "memberOf" if court else BODIES.get(kind) or _by_name(phrases, mention)
            yield _made(phrases, (person, relation, mention), preposition, "body.behind", BODY_BEHIND)


def _by_name(phrases: Phrases, body: int) -> str:
    """Whether one works for a body or is a member of it, by what its name says it is: "Doe of the Bonn Institute"."""
    words = phrases.mentions[body].name.lower().replace(".", "").split()
    return "memberOf" if EMPLOYERS.isdisjoint(words) else "worksFor"


def _is_apart(phrases: Phrases, preposition: int, last: int) -> bool:
    """Whether a comma before any preposition but "of" begins something else: "Doe, with Acme, bought it"."""
    return preposition > last and phrases.tokens.lower[preposition] != "of"


def _made(
    phrases: Phrases,
    triple: tuple[int, str, int],
    token: int,
    rule: str,
    confidence: float,
    *,
    ended: bool = False,
) -> RelationMention:
    subject, relation, object_ = triple
    trigger: Span = phrases.tokens.span(token, token + 1)
    return RelationMention(
        subject=subject,
        relation=relation,
        object=object_,
        lemma="of" if rule in OF else phrases.tokens.lower[token],
        trigger=trigger,
        sentence=phrases.sentence(token),
        time=phrases.former() if ended else None,
        confidence=confidence,
        rule=f"{rule}@1",
        origin=Origin.GRAMMAR,
    )
