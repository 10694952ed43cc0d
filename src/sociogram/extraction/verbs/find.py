"""Relations that verbs give by the lexicon: propositions matched with the frames of its senses.

The most specific sense that fits two mentions gives their relation; what no sense fits is for ``statements``. Polarity
and modality are set here only where the sense itself brings them; ``qualify`` reads the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extraction.values.life_dates import date_value
from sociogram.extraction.verbs.around import around
from sociogram.extraction.verbs.comparisons import compares_subjects
from sociogram.extraction.verbs.frames import Match, SenseFrames, find_matches
from sociogram.extraction.verbs.lemma import with_lemma_mended
from sociogram.extraction.verbs.posts import POST
from sociogram.extraction.verbs.roles import RoleReader, Roles
from sociogram.knowledge.confidence import GENERIC, GOVERNED, THING
from sociogram.knowledge.lexicon import Lexicon
from sociogram.knowledge.lexicon_checks import AROUND
from sociogram.knowledge.ontology import FALLBACK, LITERAL_OF_VALUE, Ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Chain, Mention, Modality, Polarity, Proposition, RelationMention, Span
from sociogram.parse.tokens import Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

CLAUSAL = frozenset({"verb", "governor", "copula"})


@dataclass(frozen=True, slots=True)
class Site:
    """Where a proposition stands: its sentence and its verb, in characters."""

    sentence: Span
    trigger: Span


OF_POSTS = frozenset({"of", "for", "at", "to"})
"""Prepositions behind a post that say of what it is."""
CLOSING = frozenset({",", ";", ":", "(", "[", "–", "—"})
OFFERING = load_vocabulary("verbs").words("offering-verbs")

FARTHEST_NOUN = 6
"""Tokens from a verb to the end of the noun that makes its relation: "had a rather frosty relationship"."""
PARTICLES = ("in", "off", "out", "over", "up", "down", "back", "on")


def find_verbal_relations(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    propositions: Sequence[Proposition],
    lexicon: Lexicon,
    ontology: Ontology,
) -> list[RelationMention]:
    """The relations of the clauses of ``parsed``, in text order, one a pair of mentions and verb."""
    if not propositions:
        return []
    tokens = parsed.tokens_raised
    reader = RoleReader(tokens, mentions, chains)
    sentences = _sentences(tokens)
    found: list[RelationMention] = []
    for one in propositions:
        if one.rule not in CLAUSAL:
            continue
        proposition = with_lemma_mended(one, parsed)
        roles = reader.roles(proposition)
        if sum(len(argument.participants) for arguments in roles.values() for argument in arguments) < 2:
            continue
        if compares_subjects(roles, proposition.head, tokens):
            continue
        site = Site(sentences[proposition.head], _trigger(proposition.head, tokens))
        frames = _candidates(proposition, lexicon)
        if any(not AROUND.isdisjoint(frame.needs) for _, frame in frames):
            roles = {**roles, **around(proposition.head, tokens)}
        matches = find_matches(frames, roles, tokens)
        matches = matches or _particle_matches(proposition, roles, tokens, lexicon)
        matches = [
            match
            for match in matches
            if not _is_vague_date(match, parsed.document.published)
            and not _is_offered(match, proposition.head, tokens)
        ]
        for match in matches:
            words = _words(match, proposition.head, tokens)
            if words is not None and not _is_repeated(match, matches, ontology):
                found.append(_relation(match, proposition, site, words, parsed))
    return found


def _words(match: Match, verb: int, tokens: Tokens) -> Span | None:
    """The words that name the relation; ``None`` where no run of words does: "gave Bob a chance".

    A relation of no known sense is told in them, and needs the noun that makes it: "has *close ties* to".
    """
    trigger = _trigger(verb, tokens)
    if match.sense.relation != FALLBACK or "object" not in match.frame.needs:
        return trigger
    noun = tokens.child(verb, "dobj")
    end = match.ends.object.mention
    if noun is None or not verb < noun < verb + FARTHEST_NOUN or verb < end.tokens[0] < noun:
        return None
    # Of "had no ties" the denial is read: without it, "ties".
    denied = any(tokens.lower[child] == "no" for child in tokens.children[noun])
    return tokens.span(noun if denied else verb, noun + 1)


def _is_offered(match: Match, verb: int, tokens: Tokens) -> bool:
    """Whether a post is only offered: who "was invited to serve as chairman" holds it not yet, if ever."""
    if match.sense.relation != "holdsPost" or tokens.dep[verb] != "xcomp":
        return False
    return tokens.lemma[tokens.head[verb]].lower() in OFFERING


def _is_vague_date(match: Match, published: str | None) -> bool:
    """Whether the object is a date of which the year is not known: "was killed yesterday" in an undated document."""
    return match.ends.object.kind == "Date" and date_value(match.ends.object.mention.text, published) is None


def _is_repeated(match: Match, matches: Sequence[Match], ontology: Ontology) -> bool:
    """Whether a symmetric relation is said the other way round as well; the first mention keeps it."""
    if match.pair[0] < match.pair[1] or not ontology.relation(match.sense.relation).symmetric:
        return False
    return any(other.pair == match.pair[::-1] for other in matches)


def _candidates(proposition: Proposition, lexicon: Lexicon) -> SenseFrames:
    """The frames of the verb; those of adjectives are read with the nouns."""
    frames: SenseFrames = ()
    for lemma in _spellings(proposition.lemma):
        frames = frames or lexicon.verb_frames.get(lemma, ())
    return frames


def _particle_matches(
    proposition: Proposition, roles: Roles, tokens: Tokens, lexicon: Lexicon
) -> list[Match]:
    """Matches of "swear in" where the parser took "in" for a preposition before the object."""
    if "object" in roles:
        return []
    for particle in PARTICLES:
        frames = lexicon.verb_frames.get(f"{proposition.lemma} {particle}", ())
        objects = [one for one in roles.get(f"prep:{particle}", ()) if not one.under]
        if frames and objects:
            return find_matches(frames, {**roles, "object": objects}, tokens)
    return []


def _spellings(lemma: str) -> tuple[str, ...]:
    """The lemma, what it may be where the lemmatizer guessed ("wag" of "waged", "defunde"), and without "co-"."""
    return (lemma, f"{lemma}e", lemma.removesuffix("e"), lemma.removeprefix("co-"))


def _relation(
    match: Match, proposition: Proposition, site: Site, words: Span, parsed: ParsedDocument
) -> RelationMention:
    mention = match.ends.object.mention
    literal = LITERAL_OF_VALUE.get(match.ends.object.kind)
    name, end = mention.name, mention.end
    if literal == "Date":
        name = date_value(mention.text, parsed.document.published) or name
    if match.ends.object.kind == POST and mention.form == "nominal":
        literal = "Text"
        end = _end_of_post(mention, parsed.tokens_raised)
        name = " ".join((mention.name + parsed.text((mention.end, end))).split())
    return RelationMention(
        subject=match.ends.subject.mention.index,
        relation=match.sense.relation,
        object=None if literal else mention.index,
        literal=(literal, name, (mention.start, end)) if literal else None,
        lemma=proposition.lemma,
        trigger=words,
        statement=None if words == site.trigger else site.trigger,
        sentence=site.sentence,
        polarity=match.sense.polarity or Polarity.AFFIRMED,
        modality=match.sense.modality or Modality.ASSERTED,
        confidence=_confidence(match, proposition),
        rule=match.frame.rule,
    )


def _end_of_post(mention: Mention, tokens: Tokens) -> int:
    """Where the words of a post end, with what it is of: "head of communications of the games"."""
    last = mention.tokens[1]
    for child in tokens.children[mention.head]:
        if tokens.dep[child] == "prep" and child == last and tokens.lower[child] in OF_POSTS:
            last = next(
                (
                    token
                    for token in range(last, tokens.right[child])
                    if tokens.text[token] in CLOSING
                    or tokens.dep[token] in {"relcl", "acl", "appos", "advcl"}
                ),
                tokens.right[child],
            )
    return max(mention.end, tokens.end[last - 1])


def _confidence(match: Match, proposition: Proposition) -> float:
    """The proposition's confidence, lowered by what is doubtful in its ends; two places."""
    ends = match.ends
    base = proposition.confidence if proposition.rule != "governor" else GOVERNED
    thing = THING if ends.object.kind == "Thing" else 1.0
    generic = 1.0 if ends.subject.known or ends.object.known else GENERIC
    return round(base * ends.weight * thing * generic * min(ends.subject.weight, ends.object.weight), 2)


def _sentences(tokens: Tokens) -> list[Span]:
    """The characters of each token's sentence."""
    spans = [tokens.span(first, last) for first, last in tokens.sentences]
    return [spans[number] for number in tokens.sentence]


def _trigger(verb: int, tokens: Tokens) -> Span:
    """The verb, with a particle that stands right behind it."""
    particle = tokens.child(verb, "prt")
    return tokens.span(verb, verb + (2 if particle == verb + 1 else 1))
