"""Posts, occupations and memberships: "Acme's chief executive", "a senator from Ohio", "German chancellor"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.bearers import all_behind, find_bearers, name_behind
from sociogram.extraction.nouns.joined import without_neighbours
from sociogram.extraction.nouns.phrases import ENDED, NOT_YET, Filler, Phrases
from sociogram.extraction.nouns.role_words import (
    HYPHENS,
    is_given_up,
    is_of_ended_list,
    is_to_come,
    prefix_of_name,
    words_before,
)
from sociogram.knowledge.confidence import POST, POST_OF_ITSELF, POST_OF_MANY
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.posts import Post, load_posts
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Origin, RelationMention
from sociogram.parse.tokens import PLURALS

if TYPE_CHECKING:
    from sociogram.knowledge.ontology import Ontology

_WORDS = load_vocabulary("nouns")
DEPUTIES = _WORDS.words("deputies")
LONGEST = 5
"""Words of a post on either side of its head; the longest of ``posts.yaml`` has five."""
HEADING = frozenset({"leads", "headOfState", "headOfGovernment"})
MEMBER = "partyMemberOf"
LEVELS = _WORDS.words("levels")
OFFERING = load_vocabulary("verbs").words("offering-verbs")
RIGHT_BEFORE = frozenset({"compound", "amod"})
OF_THE_WHOLE = _WORDS.words("of-the-whole")
TITLE_WORDS = _WORDS.words("title-words")
"""Words in capitals that may stand between a nation and a post and are no other body's name."""
BODIES = load_ontology().below("Organization")


@cache
def _last_words() -> frozenset[str]:
    """The words that may be a noun's head: the last of each phrase, and the first where "of" or "in" follows."""
    heads: set[str] = set()
    for phrase in load_posts():
        words = phrase.replace("-", " - ").split()
        heads.add(words[-1])
        heads.add(words[0])
    return frozenset(heads)


def find_post_relations(phrases: Phrases, ontology: Ontology) -> Iterator[RelationMention]:
    """What the posts in the document say of their bearers."""
    tokens = phrases.tokens
    heads = _last_words()
    done = len(tokens)
    # From the right, so that "executive" takes "chief" with it.
    for token in range(len(tokens) - 1, -1, -1):
        if token >= done or tokens.pos[token] not in {"NOUN", "PROPN", "ADJ"}:
            continue
        words = {tokens.lemma[token].lower(), tokens.lower[token]}
        if words.isdisjoint(heads) or phrases.in_name(token):
            continue
        found = post_phrase(phrases, token)
        if found is not None:
            first, last, posts = found
            done = first
            yield from _relations(
                phrases, ontology, root_of(phrases, (first, last), token), (first, last), posts
            )


def root_of(phrases: Phrases, words: tuple[int, int], token: int) -> int:
    """The head of the words of a post: "editor" of "editor in chief"."""
    tokens = phrases.tokens
    outside = (one for one in range(*words) if not words[0] <= tokens.head[one] < words[1])
    return next((one for one in outside if tokens.text[one] not in HYPHENS), token)


def post_phrase(phrases: Phrases, token: int) -> tuple[int, int, tuple[Post, ...]] | None:
    """The longest phrase of a post whose head is ``token``: its tokens and entries."""
    tokens = phrases.tokens
    posts = load_posts()
    best: tuple[int, int, tuple[Post, ...]] | None = None
    start = max(phrases.tokens.bounds(token)[0], token - LONGEST + 1)
    end = min(phrases.tokens.bounds(token)[1], token + LONGEST)
    for last in range(token + 1, end + 1):
        if last > token + 1 and tokens.head[last - 1] not in range(token, last):
            break
        for first in range(start, token + 1):
            words = [*tokens.lower[first : last - 1], tokens.lower[last - 1]]
            if last == token + 1:
                words[-1] = tokens.lemma[token].lower()
            key = " ".join(words).replace(" - ", "-")
            entries = posts.get(key) or (
                posts.get(tokens.lower[token]) if (first, last) == (token, token + 1) else None
            )
            if entries is not None and (best is None or last - first > best[1] - best[0]):
                best = (first, last, entries)
    return best


def _relations(
    phrases: Phrases, ontology: Ontology, token: int, words: tuple[int, int], posts: tuple[Post, ...]
) -> Iterator[RelationMention]:
    tokens = phrases.tokens
    holder = name_behind(phrases, words[1])
    if holder is not None and tokens.tag[token] in PLURALS:
        # "Presidents Doe of Acme and Roe of Umbrella": each has its own body
        for one in all_behind(phrases, holder):
            around = _around_name(phrases, one, words[0])
            yield from _said(phrases, ontology, token, words, posts, ([one], around))
        return
    if holder is not None:
        ends = [holder], _around_name(phrases, holder, words[0])
    else:
        ends = find_bearers(phrases, token), _fillers(phrases, token, words)
    yield from _said(phrases, ontology, token, words, posts, ends)


def _said(
    phrases: Phrases,
    ontology: Ontology,
    token: int,
    words: tuple[int, int],
    posts: tuple[Post, ...],
    ends: tuple[list[Filler], dict[str, list[Filler]]],
) -> Iterator[RelationMention]:
    """What the post at ``token`` says of its bearers and of what stands in its slots."""
    tokens, bearers, fillers = phrases.tokens, ends[0], without_neighbours(phrases.tokens, token, ends[1])
    if not bearers or _introduces_source(phrases, token):
        return
    about = any(
        phrases.tokens.dep[child] == "prep"
        and phrases.tokens.lower[child] == "of"
        and "prep:of" not in fillers
        for child in phrases.tokens.children[token]
    )
    if "prep:at" in fillers:
        # "professor of history at Bonn": what stands behind "of" is a subject, no employer
        about = about or "prep:of" in fillers
        fillers.pop("prep:of", None)
    if _is_offered(phrases, token):
        return
    before = set(tokens.lower[min(max(0, words[0] - 2), words_before(phrases, token)) : words[0]])
    before |= {tokens.lower[one] for one in tokens.children[token] if one < words[0]}  # "once a member"
    if before & NOT_YET or is_to_come(phrases, words[1]):
        return
    deputy = bool(before & DEPUTIES)
    before.add(prefix_of_name(phrases, words[0]))
    ended = bool(before & ENDED) or is_of_ended_list(phrases, token, ENDED) or is_given_up(phrases, token)
    said: set[tuple[int, int]] = set()
    for post in posts:
        for bearer in bearers:
            if not _bears(phrases, ontology, bearer, post) or _is_one_of_many(phrases, token, bearer):
                continue
            for slot in sorted(post.slots):
                for filler in fillers.get(slot, ()):
                    if words[0] <= filler.token < words[1] or _is_of_another(phrases, words[0], filler):
                        continue
                    relation = _relation(phrases, ontology, post, filler, slot, deputy=deputy)
                    if relation == "leads" and about and slot != "prep:of":
                        # "director of exhibits at the museum" leads the exhibits.
                        relation = "worksFor"
                    if relation == "leads" and _heads_a_part(phrases, token, words[0], filler, slot):
                        relation = "worksFor"
                    if (
                        relation is None
                        or (relation in HEADING and _heads_body_there(phrases, ontology, words[0], filler))
                        or (relation in HEADING and _is_of_a_part(phrases, words[0], filler))
                        or filler.mention == bearer.mention
                        or (bearer.mention, filler.mention) in said
                    ):
                        continue
                    said.add((bearer.mention, filler.mention))
                    # "a former Republican senator": who gave up a post is still of the party.
                    past = ended and not (relation == MEMBER and slot in RIGHT_BEFORE)
                    yield _made(phrases, token, words, bearer, filler, relation, post, ended=past)


def _around_name(phrases: Phrases, holder: Filler, first: int) -> dict[str, list[Filler]]:
    """What a title before a name is of: "Acme chief executive Doe", "Senator Doe of Ohio"."""
    fillers = {"compound": _names_before(phrases, first)}
    of = [one for one in phrases.fillers(holder.token).get("prep:of", ()) if one.token > holder.token]
    if of:
        fillers["prep:of"] = of
    return fillers


def _fillers(phrases: Phrases, token: int, words: tuple[int, int]) -> dict[str, list[Filler]]:
    """What hangs on a post, on whichever of its words: "editor in chief of Acme"."""
    fillers = phrases.fillers(token)
    for other in range(token + 1, words[1]):
        for slot, found in phrases.fillers(other).items():
            if slot.startswith("prep:"):
                fillers.setdefault(slot, found)
    behind = None if fillers else _body_behind_comma(phrases, token, words)
    return fillers if behind is None else {"prep:of": [behind]}


def _body_behind_comma(phrases: Phrases, token: int, words: tuple[int, int]) -> Filler | None:
    """The body of a bare post between commas: "Ann Lee, commander, 3rd Army, said"."""
    tokens, last = phrases.tokens, words[1]
    if tokens.dep[token] != "appos" or last + 1 >= len(tokens) or tokens.text[last] != ",":
        return None
    if tokens.text[words[0] - 1] != "," or tokens.pos[words[0] - 2] != "PROPN":
        return None
    first = last + 2 if tokens.lower[last + 1] == "the" else last + 1
    body = phrases.covering[first] if first < len(tokens) else -1
    if body < 0 or phrases.mentions[body].tokens[0] not in (first, first - 1):
        return None
    mention = phrases.mentions[body]
    end = mention.tokens[1]
    apart = end >= len(tokens) or tokens.text[end] in {",", ".", ")", "-", "–"}
    if mention.form != "named" or mention.kind not in BODIES or not apart:
        return None
    if end + 1 < len(tokens) and tokens.lower[end + 1] in {"and", "or"}:
        return None  # the last but one of a list: "Ann Lee, lawyer, Acme Corp, and Bob Ray met"
    return Filler(body, mention.head)


def _is_one_of_many(phrases: Phrases, token: int, bearer: Filler) -> bool:
    """Whether "as members of Acme" in Doe's clause speaks of others: a plural behind "as" is no lone person."""
    tokens = phrases.tokens
    if tokens.dep[token] not in {"pobj", "nsubj"} or tokens.tag[token] != "NNS" or bearer.token == token:
        return False
    return phrases.kind(bearer.mention) == "Person" and tokens.tag[bearer.token] != "NNPS"


def _introduces_source(phrases: Phrases, token: int) -> bool:
    """Whether "according to Doe, a detective …" starts a sentence of its own behind the comma."""
    tokens = phrases.tokens
    host = tokens.head[token]
    if tokens.dep[token] != "appos" or tokens.dep[host] != "pobj":
        return False
    preposition = tokens.head[host]
    opening = tokens.head[preposition]
    return tokens.lower[opening] == "according" and opening == phrases.tokens.bounds(opening)[0]


def _is_offered(phrases: Phrases, token: int) -> bool:
    """Whether the post is only offered: "was invited to serve as chairman of Acme"."""
    tokens = phrases.tokens
    verb = tokens.head[tokens.head[token]]
    if tokens.dep[token] != "pobj" or tokens.lower[tokens.head[token]] != "as" or tokens.dep[verb] != "xcomp":
        return False
    return tokens.lemma[tokens.head[verb]].lower() in OFFERING


def _heads_body_there(phrases: Phrases, ontology: Ontology, first: int, filler: Filler) -> bool:
    """Whether a body stands between a place or country and a post: "Britain's Labour leader" leads no Britain."""
    mention = phrases.mentions[filler.mention]
    kind = phrases.kind(filler.mention)
    if not (ontology.is_a(kind, "Place") or kind == "Country"):
        return False
    between = {phrases.covering[token] for token in range(mention.tokens[1], first)} - {-1, filler.mention}
    return any(ontology.is_a(phrases.kind(one), "Organization") for one in between)


def _is_of_a_part(phrases: Phrases, first: int, filler: Filler) -> bool:
    """Whether a part of the body before the post is headed: "Republican county chairman", "state Republican chief"."""
    tokens, span = phrases.tokens, phrases.mentions[filler.mention].tokens
    beside = (max(0, span[0] - 1), *range(span[1], first))
    return span[1] <= first and any(tokens.lower[token] in LEVELS for token in beside)


def _heads_a_part(phrases: Phrases, token: int, first: int, filler: Filler, slot: str) -> bool:
    """Whether the words before a post tell of a part, or of one of several: "White House drug policy director".

    So do "the reviews director at Acme", and "an Acme director", who is one of its directors.
    """
    tokens, start = phrases.tokens, words_before(phrases, token)
    if start > 0 and tokens.lower[start - 1] in {"a", "an"} and slot in RIGHT_BEFORE:
        return True
    end = phrases.mentions[filler.mention].tokens[1]
    begin = end if end <= first else start
    nouns = {tokens.lower[one] for one in range(begin, first) if tokens.pos[one] == "NOUN"}
    return not nouns <= OF_THE_WHOLE and (end <= first or slot in {"prep:at", "prep:for"})


def _is_of_another(phrases: Phrases, first: int, filler: Filler) -> bool:
    """Whether what stands before the post belongs to other words: "pro-Beijing", "American Bridge president"."""
    tokens = phrases.tokens
    token = phrases.mentions[filler.mention].tokens[0]
    token += tokens.text[token] in HYPHENS
    if tokens.lower[token].startswith(("pro-", "anti-")):
        return True
    if token > 1 and tokens.text[token - 1] == "-" and tokens.lower[token - 2] in {"pro", "anti"}:
        return True
    last = phrases.mentions[filler.mention].tokens[1]
    if not phrases.mentions[filler.mention].demonym or tokens.dep[filler.token] not in {"amod", "compound"}:
        return False
    if filler.token < tokens.head[filler.token] < first and tokens.pos[tokens.head[filler.token]] == "NOUN":
        return True  # "the Syrian refugees President Doe wants to help": the president is not Syrian
    return any(
        tokens.pos[one] == "PROPN" and tokens.lower[one] not in TITLE_WORDS and tokens.text[one][:1].isupper()
        for one in range(last, first)
    )


def _names_before(phrases: Phrases, token: int) -> list[Filler]:
    """The names that stand before a title: "Acme", "Acme and Umbrella", "Germany's", past lower-case modifiers."""
    tokens = phrases.tokens
    found: list[Filler] = []
    token -= 1
    modifiers = 0
    while token >= 0 and tokens.sentence[token] == tokens.sentence[token + 1]:
        mention = phrases.covering[token]
        named = mention >= 0 and phrases.mentions[mention].form == "named"
        if named and phrases.kind(mention) == "Person":
            break
        if named:
            found.append(Filler(mention, phrases.mentions[mention].head))
            token = phrases.mentions[mention].tokens[0] - 1
            if token < 1 or tokens.lower[token] not in {"and", "&", "/"}:
                break
            token -= 1
            if phrases.covering[token] < 0:
                break
        elif found or modifiers == 4:
            break
        elif tokens.pos[token] in {"ADJ", "NOUN", "PART", "PUNCT", "PROPN"} and tokens.text[token] not in {
            ",",
            ";",
            ".",
            ")",
            "”",
            '"',
            ":",
        }:
            modifiers += 1
            token -= 1
        else:
            break
    return found


def _bears(phrases: Phrases, ontology: Ontology, bearer: Filler, post: Post) -> bool:
    kind = phrases.kind(bearer.mention)
    mention = phrases.mentions[bearer.mention]
    if mention.demonym:
        return False
    if kind == "Thing":
        return mention.form != "named"
    return ontology.is_a(kind, post.bearer) or (post.bearer == "Person" and kind == "Collective")


def _relation(
    phrases: Phrases, ontology: Ontology, post: Post, filler: Filler, slot: str, *, deputy: bool
) -> str | None:
    kind = phrases.kind(filler.mention)
    if kind == "Collective" and phrases.tokens.dep[filler.token] == "amod":
        return None
    if kind == "Person" and not any(of == "Person" for of, _ in post.of):
        return None
    if slot in RIGHT_BEFORE:
        for of, relation in post.before:
            if ontology.is_a(kind, of):
                return relation
    for of, relation in post.of:
        if ontology.is_a(kind, of):
            return (post.deputy or "worksFor") if deputy and post.post else relation
    return None


def _made(
    phrases: Phrases,
    token: int,
    words: tuple[int, int],
    bearer: Filler,
    filler: Filler,
    relation: str,
    post: Post,
    *,
    ended: bool,
) -> RelationMention:
    subject, object_ = bearer.mention, filler.mention
    if post.inverse:
        subject, object_ = object_, subject
    direct = bearer.token != token
    crowd = not direct and phrases.tokens.tag[token] in {"NNS", "NNPS"}
    return RelationMention(
        subject=subject,
        relation=relation,
        object=object_,
        lemma=" ".join(
            [*phrases.tokens.lower[words[0] : words[1] - 1], phrases.tokens.lemma[words[1] - 1].lower()]
        ),
        trigger=phrases.parsed.span(*words),
        sentence=phrases.sentence(token),
        time=phrases.former() if ended else None,
        confidence=POST if direct else POST_OF_MANY if crowd else POST_OF_ITSELF,
        rule=f"post.{post.id}@1",
        origin=Origin.POST,
    )
