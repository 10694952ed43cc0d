"""Relations that stand beside names: brackets, lives, nationality, places within places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.affiliations import is_legislator
from sociogram.extraction.nouns.bearers import NOUNS, find_bearers
from sociogram.extraction.nouns.phrases import Phrases
from sociogram.extraction.values.life_dates import DATE, iso_date
from sociogram.knowledge.confidence import (
    ATTITUDE,
    BASED,
    BRACKETED_BODY,
    LIFE_DATE,
    LIFE_PLACE,
    NATIONAL_BODY,
    NATIONALITY,
    PLACE_IN_PLACE,
    PLACED,
)
from sociogram.knowledge.ontology import FALLBACK
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Origin, RelationMention, Span
from sociogram.parse.tokens import FINITE

if TYPE_CHECKING:
    from sociogram.knowledge.ontology import Ontology

_WORDS = load_vocabulary("nouns")
ATTITUDES = _WORDS.values("attitudes")
DASH = re.compile(r"\s[-–—]\s|[–—]|(?<=\d)-(?=\d{4})")
_BIRTHS = alternatives(_WORDS.words("births"))
_DEATHS = alternatives(_WORDS.words("deaths"))
BORN = re.compile(rf"\b(?:{_BIRTHS})(?!\w)", re.IGNORECASE)
DIED = re.compile(rf"\b(?:{_DEATHS})(?!\w)|[†✝]", re.IGNORECASE)
WITHOUT_SITE = frozenset({"ArmedGroup", "PoliticalParty", "InternationalOrganization"})
MISSIONS = _WORDS.words("missions")
SUPERLATIVES = _WORDS.words("superlatives-in-bynames")
CLOSING = frozenset({"and", "or", "&"})
SEPARATING = CLOSING | {","}
LONGEST_PAIRS = 3
"""Places that commas and an "and" join without being a list: "Bonn, Germany, and Paris"."""
LONGEST_LIFE = 60
"""Tokens of brackets behind a name: two dates with their places and a name at birth."""


def find_name_relations(phrases: Phrases, ontology: Ontology) -> Iterator[RelationMention]:
    """Relations of all patterns around names, in no order."""
    for mention in phrases.mentions:
        if mention.head < 0 or mention.form == "pronoun":
            continue
        kind = phrases.kind(mention.index)
        yield from _attitude(phrases, ontology, mention.index)
        if mention.demonym:
            yield from _nationality(phrases, ontology, mention.index)
        elif mention.form == "named":
            if kind == "Person":
                yield from _bracket(phrases, ontology, mention.index)
            elif ontology.is_a(kind, "Place"):
                yield from _around_place(phrases, ontology, mention.index)


def _made(
    phrases: Phrases,
    rule: str,
    subject: int,
    relation: str,
    object_: int | None,
    trigger: Span,
    *,
    lemma: str,
    confidence: float,
    literal: tuple[str, str, Span] | None = None,
    origin: Origin = Origin.GRAMMAR,
) -> RelationMention:
    token = phrases.mentions[subject].head
    return RelationMention(
        subject=subject,
        relation=relation,
        object=object_,
        literal=literal,
        lemma=lemma,
        trigger=trigger,
        sentence=phrases.sentence(token),
        confidence=confidence,
        rule=rule,
        origin=origin,
    )


def _bracket(phrases: Phrases, ontology: Ontology, person: int) -> Iterator[RelationMention]:
    """What brackets say: "Jane Doe (born 3 May 1880 in Bonn)", "Jane Doe (1880 – 1944)", "Jane Doe (CDU)"."""
    tokens = phrases.tokens
    opening = phrases.mentions[person].tokens[1]
    limit = min(phrases.tokens.bounds(opening - 1)[1] + 8, len(tokens), opening + LONGEST_LIFE)
    if opening >= limit or tokens.text[opening] not in {"(", "["}:
        return
    depth, closing = 0, None
    for token in range(opening, limit):
        depth += tokens.text[token] in {"(", "["}
        depth -= tokens.text[token] in {")", "]"}
        if depth == 0:
            closing = token
            break
    if closing is None or closing == opening + 1:
        return
    inside = [
        mention
        for mention in sorted({phrases.covering[token] for token in range(opening + 1, closing)})
        if mention >= 0 and phrases.mentions[mention].form == "named"
    ]
    yield from _life(phrases, ontology, person, (opening + 1, closing), inside)
    if closing - opening <= 7:
        yield from _affiliation(phrases, ontology, person, inside)


def _life(
    phrases: Phrases, ontology: Ontology, person: int, between: tuple[int, int], inside: list[int]
) -> Iterator[RelationMention]:
    start, end = phrases.parsed.span(*between)
    text = phrases.parsed.document.text
    born, died = BORN.search(text, start, end), DIED.search(text, start, end)
    dates = [(match.span(), value) for match in DATE.finditer(text, start, end) if (value := iso_date(match))]
    if not dates or dates[0][0][0] - start > 200:
        return
    dash = next((match for match in DASH.finditer(text, dates[0][0][1], end)), None)
    if born is None and died is None and (dash is None or len(dates) != 2):
        return
    border = (
        died.start()
        if died and (born is None or died.start() > born.start())
        else (dash.start() if dash else end)
    )
    if born is None and died is not None:
        border = start if dash is None else border
    for span, value in dates[:3]:
        birth = span[0] < border
        if birth and born is not None and span[0] < born.start() and len(dates) > 1:
            continue
        relation = "bornOn" if birth else "diedOn"
        if not birth and born is not None and died is None and dash is None:
            continue
        yield _made(phrases, f"bracket.{relation}@1", person, relation, None, _words(born, died, span, birth=birth),
                    lemma="born" if birth else "die", confidence=LIFE_DATE, literal=("Date", value, span),
                    origin=Origin.BRACKET)  # fmt: skip
    for mention in inside:
        place = phrases.mentions[mention]
        if ontology.is_a(phrases.kind(mention), "Place") and not place.demonym:
            birth = place.start < border
            relation = "bornIn" if birth else "diedIn"
            yield _made(phrases, f"bracket.{relation}@1", person, relation, mention,
                        _words(born, died, (place.start, place.end), birth=birth),
                        lemma="born" if birth else "die", confidence=LIFE_PLACE, origin=Origin.BRACKET)  # fmt: skip


def _words(born: re.Match[str] | None, died: re.Match[str] | None, span: Span, *, birth: bool) -> Span:
    match = born if birth else died
    return match.span() if match is not None else span


def _affiliation(
    phrases: Phrases, ontology: Ontology, person: int, inside: list[int]
) -> Iterator[RelationMention]:
    for mention in inside:
        kind = phrases.kind(mention)
        found = phrases.mentions[mention]
        if ontology.is_a(kind, "PoliticalParty"):
            relation = "partyMemberOf"
        elif ontology.is_a(kind, "SportsTeam"):
            relation = "playsFor"
        elif ontology.is_a(kind, "Place") and _is_of_legislator(phrases, person, inside):
            relation = "represents"
        else:
            continue
        yield _made(phrases, f"bracket.{relation}@1", person, relation, mention, (found.start, found.end),
                    lemma="of", confidence=BRACKETED_BODY, origin=Origin.BRACKET)  # fmt: skip


def _is_of_legislator(phrases: Phrases, person: int, inside: list[int]) -> bool:
    """Whether a place in brackets is a constituency: "(D-Conn.)", or "(Conn.)" behind a legislator's name."""
    if len(inside) == 2:
        return phrases.kind(inside[0]) == "PoliticalParty"
    return len(inside) == 1 and is_legislator(phrases, person)


def _attitude(phrases: Phrases, ontology: Ontology, named: int) -> Iterator[RelationMention]:
    """For or against whom somebody is by a prefix: "the pro-Doe committee Our Bonn", "anti-Doe activist Jill Roe"."""
    tokens, mention = phrases.tokens, phrases.mentions[named]
    first = mention.tokens[0] + (tokens.text[mention.tokens[0]] == "-")
    relation = ATTITUDES.get(tokens.lower[first - 2]) if first > 1 and tokens.text[first - 1] == "-" else None
    noun = tokens.head[mention.head]
    if relation is None or mention.form != "named" or noun <= mention.head or tokens.pos[noun] not in NOUNS:
        return
    for bearer in find_bearers(phrases, noun):
        if phrases.mentions[bearer.mention].form == "named" and _acts(phrases, ontology, bearer.mention):
            yield _made(phrases, f"prefix.{relation}@1", bearer.mention, relation, named,
                        phrases.parsed.span(first - 2, first), lemma=tokens.lower[first - 2],
                        confidence=ATTITUDE)  # fmt: skip


def _acts(phrases: Phrases, ontology: Ontology, mention: int) -> bool:
    """Whether the mention is a person or a body, and no nation's adjective."""
    kind = phrases.kind(mention)
    return not phrases.mentions[mention].demonym and (kind == "Person" or ontology.is_a(kind, "Organization"))


def _nationality(phrases: Phrases, ontology: Ontology, demonym: int) -> Iterator[RelationMention]:
    """Adjectives of nations: "German company Acme", "the German chancellor", "Doe is German"."""
    tokens = phrases.tokens
    mention = phrases.mentions[demonym]
    head, dep = tokens.head[mention.head], tokens.dep[mention.head]
    span = (mention.start, mention.end)
    if dep == "acomp" and tokens.lemma[head] == "be":
        subject = phrases.subject(head)
        bearers = (
            [] if subject is None else [found for found in [phrases.mention(subject)] if found is not None]
        )
    elif dep in {"amod", "compound", "nmod"} and head > mention.head:
        bearers = [filler.mention for filler in find_bearers(phrases, head)]
    else:
        return
    for bearer in bearers:
        kind = phrases.kind(bearer)
        found = phrases.mentions[bearer]
        if bearer == demonym or found.demonym or mention.head in range(*found.tokens):
            continue
        if phrases.kind(demonym) != "Country":
            continue
        if kind == "Person":
            yield _made(phrases, "demonym.nationality@1", bearer, "nationality", demonym, span, lemma="citizen",
                        confidence=NATIONALITY)  # fmt: skip
        elif kind != "Platform" and ontology.is_a(kind, "Organization") and _is_body(phrases, ontology, head):
            relation = "agencyOf" if kind == "GovernmentBody" else "locatedIn"
            yield _made(phrases, f"demonym.{relation}@1", bearer, relation, demonym, span, lemma="of",
                        confidence=NATIONAL_BODY)  # fmt: skip


def _is_body(phrases: Phrases, ontology: Ontology, noun: int) -> bool:
    """Whether the noun of "a German company" is itself a body, and not "15 French nationals"."""
    mention = phrases.mention(noun)
    return mention is not None and ontology.is_a(phrases.kind(mention), "Organization")


def _around_place(phrases: Phrases, ontology: Ontology, place: int) -> Iterator[RelationMention]:
    tokens = phrases.tokens
    mention = phrases.mentions[place]
    head, dep = tokens.head[mention.head], tokens.dep[mention.head]
    span = (mention.start, mention.end)
    yield from _containment(phrases, ontology, place)
    if (
        tokens.lower[head] == "based"
        and head > mention.head
        and dep in {"npadvmod", "compound", "nmod", "advmod"}
    ):
        noun = tokens.head[head]
        if tokens.dep[head] in {"amod", "acl", "compound", "nmod"}:
            for filler in find_bearers(phrases, noun):
                kind = phrases.kind(filler.mention)
                relation = "residesIn" if kind == "Person" else "headquarteredIn"
                if kind == "Person" or ontology.is_a(kind, "Organization"):
                    yield _made(phrases, f"based.{relation}@1", filler.mention, relation, place,
                                phrases.parsed.span(head, head + 1), lemma="based", confidence=BASED)  # fmt: skip
    elif dep == "pobj" and tokens.lower[head] in {"in", "at", "near"}:
        owner = phrases.mention(tokens.head[head])
        near = tokens.lower[head] == "near"
        if owner is not None and head < phrases.mentions[owner].tokens[1]:
            return  # "in Britain, for example, the Dorle Project left": where it was done
        if owner is None or tokens.dep[head] != "prep" or not _has_site(phrases, ontology, owner):
            return
        if near or not _acts_anywhere(phrases, ontology, owner):
            # What is near a place lies not in it; that it is near is told in that word.
            relation = FALLBACK if near else "locatedIn"
            yield _made(phrases, f"{'near' if near else 'in'}.{relation}@1", owner, relation, place,
                        phrases.parsed.span(head, head + 1), lemma="near" if near else "in",
                        confidence=PLACED)  # fmt: skip
    elif dep == "poss":
        owned = phrases.mention(head)
        if (
            owned is not None
            and phrases.mentions[owned].form == "named"
            and _has_site(phrases, ontology, owned)
            and not _is_byname(phrases, owned)
        ):
            yield _made(phrases, "poss.locatedIn@1", owned, "locatedIn", place, span, lemma="of",
                        confidence=PLACED)  # fmt: skip


def _has_site(phrases: Phrases, ontology: Ontology, mention: int) -> bool:
    kind = phrases.kind(mention)
    if phrases.mentions[mention].form != "named" or phrases.mentions[mention].demonym:
        return False
    return ontology.is_a(kind, "Organization") or (ontology.is_a(kind, "Place") and kind != "Country")


def _acts_anywhere(phrases: Phrases, ontology: Ontology, body: int) -> bool:
    """Whether "in Mali" behind a body's name tells where it acts or is struck, and not where it has its site.

    So with troops, parties and bodies of many states, with missions, and with what is of a whole state: "ran for the
    Senate in Ohio".
    """
    kind, name = phrases.kind(body), phrases.mentions[body].name.lower().split()
    if any(ontology.is_a(kind, one) for one in WITHOUT_SITE) or not MISSIONS.isdisjoint(name):
        return True
    return ontology.is_a(kind, "GovernmentBody") and len(name) == 1


def _is_byname(phrases: Phrases, owned: int) -> bool:
    """Whether a name with a superlative is what somebody is called: "Ohio's Biggest Loser"."""
    tokens = phrases.tokens
    return any(tokens.tag[token] in {"JJS", "RBS"} or tokens.lower[token] in SUPERLATIVES
               for token in range(*phrases.mentions[owned].tokens))  # fmt: skip


def _containment(phrases: Phrases, ontology: Ontology, place: int) -> Iterator[RelationMention]:
    """Places in places, "Mainz, Germany": the second holds the first, unless both are members of a list."""
    tokens = phrases.tokens
    mention = phrases.mentions[place]
    comma = mention.tokens[0] - 1
    if comma < 1 or tokens.text[comma] != "," or tokens.sentence[comma - 1] != tokens.sentence[comma + 1]:
        return
    inner = phrases.covering[comma - 1]
    if inner < 0 or not _has_site(phrases, ontology, inner) or phrases.kind(inner) == "PoliticalParty":
        return  # "R., S.C.": a party and a state
    beside = tokens.dep[mention.head] in {"appos", "npadvmod"}
    if not beside and not ontology.is_a(phrases.kind(inner), "Place"):
        return
    after = mention.tokens[1]
    if after < len(tokens) and tokens.lower[after] == "of":
        return  # "the Gulf, Gulf of Oman": a name that goes on
    if (
        after < len(tokens)
        and tokens.lower[after] in {"and", "or", "&"}
        and tokens.dep[mention.head] == "conj"
    ):
        return
    if tokens.dep[mention.head] == "conj" or tokens.dep[phrases.mentions[inner].head] == "conj":
        return
    if _begins_clause(phrases, inner, place) or _is_listed(phrases, ontology, place):
        return
    yield _made(phrases, "comma.locatedIn@1", inner, "locatedIn", place,
                phrases.parsed.span(comma, comma + 1), lemma="in", confidence=PLACE_IN_PLACE)  # fmt: skip


def _begins_clause(phrases: Phrases, before: int, place: int) -> bool:
    """Whether the second place is a subject that the first does not belong to: "In Mainz, Germany beat France"."""
    tokens, head = phrases.tokens, phrases.mentions[place].head
    if _stands_before_verb(phrases, before, place):
        return True
    if tokens.dep[head] not in {"nsubj", "nsubjpass"}:
        return False
    return phrases.mentions[before].head not in range(tokens.left[head], tokens.right[head])


def _stands_before_verb(phrases: Phrases, before: int, place: int) -> bool:
    """Whether a fronted phrase ends with the first place, and a verb follows the second: "of all in Asia, Japan won".

    Whatever the parser takes the second for: a place within a place would have a comma behind it, too.
    """
    tokens, after = phrases.tokens, phrases.mentions[place].tokens[1]
    if after >= len(tokens) or tokens.tag[after] not in FINITE:
        return False
    first = tokens.bounds(phrases.mentions[place].head)[0]
    return any(
        tokens.dep[node] == "prep" and (node == first or tokens.text[node - 1] in {",", ";", "and", "but"})
        for node in tokens.climb(phrases.mentions[before].head)
    )


def _is_listed(phrases: Phrases, ontology: Ontology, place: int) -> bool:
    """Whether the place and the one before it are members of a list: "the Gulf, the Red Sea, Sinai and Aqaba".

    Four names are asked for, as "Bonn, Germany, and Paris" has three, and five where no "and" closes it; a country may
    hold what stands before it.
    """
    if ontology.is_a(phrases.kind(place), "Country"):
        return False
    tokens = phrases.tokens
    behind, closed = 0, False
    last = phrases.mentions[place].tokens[1]
    end = tokens.bounds(phrases.mentions[place].head)[1]
    while not closed and last < end and tokens.lower[last] in SEPARATING:
        while last < end and tokens.lower[last] in {*SEPARATING, "the"}:
            closed = closed or tokens.lower[last] in CLOSING
            last += 1
        following = phrases.covering[last] if last < end else -1
        if following < 0 or not ontology.is_a(phrases.kind(following), "Place"):
            break
        behind += 1
        last = phrases.mentions[following].tokens[1]
    return behind + 1 + _places_before(phrases, ontology, place) > LONGEST_PAIRS + (not closed)


def _places_before(phrases: Phrases, ontology: Ontology, place: int) -> int:
    """How many places stand right before, each behind a comma."""
    tokens, count = phrases.tokens, 0
    comma = phrases.mentions[place].tokens[0] - 1
    while comma > 0:
        comma -= tokens.lower[comma] == "the"
        before = phrases.covering[comma - 1] if tokens.text[comma] == "," else -1
        if before < 0 or not ontology.is_a(phrases.kind(before), "Place"):
            break
        count += 1
        comma = phrases.mentions[before].tokens[0] - 1
    return count
