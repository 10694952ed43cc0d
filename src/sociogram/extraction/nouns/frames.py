"""Relations by the lexicon's nouns and adjectives: "Acme's funding of the campaign", "hostile to Acme"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.bearers import find_bearers
from sociogram.extraction.nouns.joined import find_joined, without_neighbours
from sociogram.extraction.nouns.phrases import ENDED, NOT_YET, Filler, Phrases
from sociogram.extraction.nouns.posts import BODIES, MEMBER, post_phrase, root_of
from sociogram.knowledge.confidence import NOUN
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.posts import load_posts
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality, Origin, Polarity, RelationMention

if TYPE_CHECKING:
    from sociogram.knowledge.lexicon import Frame, Lexicon, Sense, SensesOfLemma

    SenseFrames = tuple[tuple[Sense, Frame], ...]

PLACES = load_ontology().below("Place") | {"Country"}
SHIFTS = load_vocabulary("nouns").words("shifts")
IDENTITY = load_vocabulary("nouns").words("same-as-behind-of")
"""Nouns that are the same as what follows "of": "the city of Mainz" lies not in Mainz."""
OF_NATIONS = frozenset(
    {"leads", "headOfState", "headOfGovernment", "ministerOf", "represents", "agencyOf", "locatedIn"}
    | {"nationality", "spokespersonFor", "partOf", "headquarteredIn"}
)
"""What an adjective of a nation says of the noun behind it; a Russian fan is none of Russia."""
Roles = dict[str, list[Filler]]
Pair = tuple[Filler, Filler]


def find_frame_relations(phrases: Phrases, lexicon: Lexicon) -> Iterator[RelationMention]:
    """What the nouns and adjectives of the lexicon say, for each word by the first frame that fits."""
    tokens = phrases.tokens
    nouns, adjectives = lexicon.noun_frames, lexicon.adjective_frames
    for token in range(len(tokens)):
        pos = tokens.pos[token]
        if pos in {"NOUN", "PROPN"}:
            first, senses = _joined(phrases, token, nouns) or _longest(phrases, token, nouns)
            if senses and NOT_YET.intersection(tokens.lower[max(0, first - 2) : first]):
                # A would-be ally may be one; a would-be chairman is none.
                senses = () if tokens.lemma[token].lower() in load_posts() else senses
            if senses and not phrases.in_name(token) and not _longer_post(phrases, token):
                yield from _first_fit(phrases, (first, token), senses, _noun_roles(phrases, token))
        elif pos in {"ADJ", "VERB"} and tokens.dep[token] in {
            "acomp",
            "amod",
            "attr",
            "oprd",
            "acl",
            "conj",
        }:
            senses = adjectives.get(tokens.lemma[token].lower()) or adjectives.get(tokens.lower[token]) or ()
            if senses:
                yield from _first_fit(phrases, (token, token), senses, _adjective_roles(phrases, token))


def _longer_post(phrases: Phrases, token: int) -> bool:
    """Whether ``token`` is part of a longer name of a post: "head of state" is no head of a state."""
    found = post_phrase(phrases, token)
    return found is not None and (found[1] > token + 1 or root_of(phrases, found[:2], token) != token)


def _joined(phrases: Phrases, token: int, frames: SensesOfLemma) -> tuple[int, SenseFrames] | None:
    """The entries of a word that goes on behind two hyphens, "son-in-law"; such a one says nothing of a son."""
    last = _last_joined(phrases, token)
    return None if last == token else (token, frames.get("".join(phrases.tokens.lower[token : last + 1]), ()))


def _last_joined(phrases: Phrases, token: int) -> int:
    """The last token of a word of three that hyphens join from ``token`` on, else ``token``."""
    tokens = phrases.tokens
    words = range(token, min(token + 4, len(tokens) - 1))
    joined = len(words) == 4 and all(tokens.end[one] == tokens.begin[one + 1] for one in words)
    return token + 4 if joined and tokens.text[token + 1] == tokens.text[token + 3] == "-" else token


def _longest(phrases: Phrases, token: int, frames: SensesOfLemma) -> tuple[int, SenseFrames]:
    """The entries of the longest phrase that ends in ``token``, and where it begins."""
    tokens = phrases.tokens
    lemma = tokens.lemma[token].lower()
    words = lemma
    found: tuple[int, SenseFrames] = (token, frames.get(lemma, ()))
    for first in range(token - 1, max(-1, token - 4), -1):
        if tokens.sentence[first] != tokens.sentence[token]:
            break
        words = f"{tokens.lower[first]} {words}"
        entries = frames.get(words.replace(" - ", "-"))
        if entries:
            found = (first, entries)
    return found


def _noun_roles(phrases: Phrases, token: int) -> Roles:
    tokens = phrases.tokens
    roles = without_neighbours(phrases.tokens, token, phrases.fillers(token))
    if "prep:from" in roles and _is_shifted(phrases, token):
        # "the shift in support from Doe to Roe": Doe is whom others left for Roe.
        roles.pop("prep:from")
        roles.pop("prep:to", None)
    if tokens.lemma[token].lower() in IDENTITY:
        roles.pop("prep:of", None)
        roles.pop("compound", None)
    singular = tokens.tag[token] in {"NN", "NNP"}
    adjectives = [
        filler
        for filler in roles.pop("amod", [])
        if singular
        and filler.token + 1 in {token, _first_word(phrases, token)}
        and not _is_of_a_kind(phrases, filler)
    ]
    if adjectives:
        roles["compound"] = [*adjectives, *roles.get("compound", [])]
    roles["self"] = find_bearers(phrases, token)
    if "poss" in roles and all(phrases.kind(one.mention) == "Person" for one in roles["self"]):
        roles["poss"] = [one for one in roles["poss"] if not _is_past_body(phrases, one, token)]
    joined = [] if "prep:between" in roles else find_joined(phrases, token)
    if joined:
        roles["prep:between"] = joined
    return roles


def _is_of_a_kind(phrases: Phrases, filler: Filler) -> bool:
    """Whether an adjective names no one body or country: "the Islamic conquest" is of some Muslims."""
    mention = phrases.mentions[filler.mention]
    return mention.kind == "Collective" and not mention.demonym and mention.known is None


def _is_past_body(phrases: Phrases, owner: Filler, token: int) -> bool:
    """Whether a body stands between the country that owns and the noun: "Britain's Labour leader" leads no Britain."""
    if phrases.kind(owner.mention) not in PLACES:
        return False
    between = {phrases.covering[one] for one in range(owner.token + 1, token)} - {-1, owner.mention}
    return any(phrases.kind(one) in BODIES and phrases.mentions[one].form == "named" for one in between)


def _is_shifted(phrases: Phrases, token: int) -> bool:
    """Whether the noun is what goes from one to another: "a shift in support", "a swing of loyalty"."""
    tokens, above = phrases.tokens, phrases.tokens.head[token]
    return (
        tokens.dep[token] == "pobj"
        and tokens.lower[above] in ("in", "of")
        and tokens.lemma[tokens.head[above]].lower() in SHIFTS
    )


def _first_word(phrases: Phrases, token: int) -> int:
    """The first of the nouns compounded right before ``token``: "foreign policy adviser"."""
    tokens = phrases.tokens
    while token > 0 and tokens.head[token - 1] == token and tokens.dep[token - 1] == "compound":
        token -= 1
    return token


def _adjective_roles(phrases: Phrases, token: int) -> Roles:
    tokens = phrases.tokens
    head, dep = tokens.head[token], tokens.dep[token]
    if dep == "conj":
        dep, head = tokens.dep[head], tokens.head[head]
    bearer = head if dep in {"amod", "acl"} else phrases.subject(head)
    roles = phrases.fillers(token)
    if bearer is not None:
        roles["subject"] = [
            Filler(mention, member)
            for member in phrases.coordinated(bearer)
            if (mention := phrases.mention(member)) is not None
        ]
    return roles


def _first_fit(
    phrases: Phrases, words: tuple[int, int], senses: SenseFrames, roles: Roles
) -> Iterator[RelationMention]:
    for sense, frame in senses:
        if not _needs_met(phrases, frame, roles):
            continue
        pairs = [
            (subject, object_)
            for subject, object_ in _pairs(frame, roles)
            if subject.mention != object_.mention
            and (sense.relation in OF_NATIONS or not _is_nation(phrases, frame, object_))
            and sense.admits(phrases.kind(subject.mention), phrases.kind(object_.mention))
        ]
        if pairs:
            for pair in pairs:
                yield _made(phrases, words, sense, frame, pair)
            return


def _is_nation(phrases: Phrases, frame: Frame, object_: Filler) -> bool:
    """Whether a noun that says something of itself has but a nation's adjective for its object: "a Russian fan"."""
    return "self" in frame.subject and phrases.mentions[object_.mention].demonym


def _needs_met(phrases: Phrases, frame: Frame, roles: Roles) -> bool:
    for role, wanted in frame.needs.items():
        fillers = roles.get(role, [])
        if not any(
            phrases.tokens.lemma[filler.token] in wanted or f"${phrases.kind(filler.mention)}" in wanted
            for filler in fillers
        ):
            return False
    return True


def _pairs(frame: Frame, roles: Roles) -> Iterator[Pair]:
    subjects = next((roles[role] for role in frame.subject if roles.get(role)), [])
    if "mutual" in frame.object or "mutual" in frame.subject:
        members = subjects or next((roles[role] for role in frame.object if roles.get(role)), [])
        if len(members) > 1:
            yield from ((members[0], other) for other in members[1:])
        return
    objects = next((roles[role] for role in frame.object if roles.get(role)), [])
    for subject in subjects:
        for object_ in objects:
            yield subject, object_


def _made(
    phrases: Phrases, words: tuple[int, int], sense: Sense, frame: Frame, pair: Pair
) -> RelationMention:
    tokens = phrases.tokens
    first, token = words
    subject, object_ = pair
    last = _last_joined(phrases, token)
    before = set(tokens.lower[max(0, first - 2) : first])
    # "once a close adviser"
    before |= {tokens.lower[one] for one in tokens.children[token] if one < first}
    ended = bool(before & ENDED) or tokens.lower[first].partition("-")[0] in ENDED
    # Who gave up a post is still of the party: "a former Republican senator".
    ended = ended and not (sense.relation == MEMBER and object_.token < token)
    modality = sense.modality or Modality.ASSERTED
    return RelationMention(
        subject=subject.mention,
        relation=sense.relation,
        object=object_.mention,
        lemma=" ".join([*tokens.lower[first:last], tokens.lemma[last].lower()]).replace(" - ", "-"),
        trigger=phrases.parsed.span(first, last + 1),
        sentence=phrases.sentence(token),
        polarity=sense.polarity or Polarity.AFFIRMED,
        modality=Modality.POSSIBLE if before & NOT_YET and sense.modality is None else modality,
        time=phrases.former() if ended else None,
        confidence=NOUN,
        rule=frame.rule,
        origin=Origin.NOUN if frame.form == "noun" else Origin.GRAMMAR,
    )
