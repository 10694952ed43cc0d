"""Mentions: the words of a document that stand for actors, things, dates and quantities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, name_kind
from sociogram.extraction.mentions.letters import find_untitled_letter
from sociogram.extraction.mentions.names import find_names, without_negated
from sociogram.extraction.mentions.namesakes import lend_surnames, share_surnames, with_maiden_names
from sociogram.extraction.mentions.phrases import nominal_mention, phrase_end, pronoun_mention
from sociogram.extraction.mentions.politics import party_of_member, settle_party_members
from sociogram.extraction.mentions.titles import find_titles, own_titles, title_gender, wife_of
from sociogram.extraction.mentions.votes import settle
from sociogram.knowledge.confidence import NAME
from sociogram.knowledge.ontology import VALUES
from sociogram.model import Credit, Document, Gender, Mention, Naming, Turn
from sociogram.parse.couples import WIFE
from sociogram.parse.tokens import Tokens

if TYPE_CHECKING:
    from sociogram.extraction.mentions.titles import Title
    from sociogram.knowledge.actor_lists import ActorLists, KnownActor
    from sociogram.parse.parsed import ParsedDocument

ACTORS = ORGANIZATIONS | {"Person", "Country"}
_PEOPLE = frozenset({"Person", "Collective"})


def find_mentions(parsed: ParsedDocument, lists: ActorLists) -> tuple[Mention, ...]:
    """All mentions of ``parsed``, sorted by start and then the longer first; no two share a span."""
    tokens = parsed.tokens
    settled = settle(find_names(parsed.view.text, tokens, lists), tokens, lists)
    names = lend_surnames(without_negated(settle_party_members(settled, tokens), tokens), tokens)
    names = with_maiden_names(share_surnames(names, tokens, lists), tokens)
    titles = find_titles(names, tokens, lists)
    taken = [False] * len(tokens)
    for name in names:
        for token in range(name.first, name.last):
            taken[token] = True
    found: dict[tuple[int, int], Mention] = {}
    titled: dict[int, list[Title]] = {}
    for title in titles:
        titled.setdefault(title.name.first, []).append(title)
    for name in names:
        before = sorted(titled.get(name.first, ()), key=lambda one: one.first)
        own = tuple(_words(parsed, title.first, title.last) for title in own_titles(before, tokens))
        named = _named(parsed, tokens, name, own, lists)
        wife = _wife(parsed, named, wife_of(before, tokens))
        _add(found, named if wife is None else replace(named, gender="male"))
        _add(found, wife)
    for title in titles:
        for token in range(title.first, title.last):
            taken[token] = True
        _add(found, _post(parsed, title))
    for token in range(len(tokens)):
        if taken[token]:
            continue
        mention = pronoun_mention(parsed, tokens, token) or nominal_mention(parsed, tokens, token, lists)
        if mention is not None:
            party = _party(parsed, tokens, token, mention)
            # A bare "Republican" beside a name stands for the party alone.
            _add(found, party if party is not None and party.start == mention.start else mention)
            _add(found, party)
    kinds = {name.name: name.kind for name in reversed(found.values()) if name.kind in ACTORS}
    for credit, kind in [*_credits(parsed), *_speakers(parsed.document, found.values(), lists)]:
        mention = _credited(parsed, credit, kind, lists, kinds)
        _add(found, mention)
        if mention is not None and mention.kind in ACTORS:
            kinds.setdefault(mention.name, mention.kind)
    for mention in _offices(parsed, lists):
        _add(found, mention)
    ordered = sorted(found.values(), key=lambda mention: (mention.start, -mention.end))
    return tuple(replace(mention, index=index) for index, mention in enumerate(ordered))


def _add(found: dict[tuple[int, int], Mention], mention: Mention | None) -> None:
    if mention is not None and mention.start < mention.end:
        found.setdefault((mention.start, mention.end), mention)


def _words(parsed: ParsedDocument, first: int, last: int) -> str:
    start, end = parsed.span(first, last)
    return " ".join(parsed.document.text[start:end].split())


def _head(tokens: Tokens, first: int, last: int) -> int:
    """The last token of the span whose governor lies outside it."""
    for token in range(last - 1, first - 1, -1):
        governor = tokens.head[token]
        if governor == token or not first <= governor < last:
            return token
    return last - 1


def _named(
    parsed: ParsedDocument, tokens: Tokens, name: Name, titles: tuple[str, ...], lists: ActorLists
) -> Mention:
    head = _head(tokens, name.first, name.last)
    start, end = parsed.span(name.first, name.last)
    while start + 1 < end and parsed.document.text[start] in "-–— ":
        start += 1
    text = parsed.document.text[start:end]
    words = name.full or " ".join(text.split())
    plural = name.kind == "Collective" or (
        tokens.tag[head] in {"NNPS", "NNS"} and name.kind in {"Person", "Thing", "Product"}
    )
    if name.demonym:
        plural = tokens.tag[head] in {"NNPS", "NNS"}
    return Mention(
        index=0,
        start=start,
        end=end,
        text=text,
        phrase=parsed.span(min(name.first, tokens.left[head]), max(name.last, phrase_end(tokens, head))),
        tokens=(name.first, name.last),
        head=head,
        form="named",
        kind=name.kind,
        name=words,
        number="plural" if plural else "singular",
        gender=name_gender(full_name(words, name, lists), name.kind, titles, lists),
        titles=titles,
        known=None if _is_of_other_gender(name, titles, lists) else name.known,
        demonym=name.demonym,
        confidence=NAME[name.source],
        candidates=name.candidates,
    )


def _is_of_other_gender(name: Name, titles: tuple[str, ...], lists: ActorLists) -> bool:
    """Whether the title is of another gender than the listed bearer: "Ms. Trump" is a namesake of the president."""
    entry = lists.entry(name.known) if name.known and name.kind == "Person" else None
    if entry is None:
        return False
    genders = {title_gender(titles, lists), name_gender(entry.name, entry.kind, (), lists)}
    return genders == {"male", "female"}


def _wife(parsed: ParsedDocument, husband: Mention, title: Title | None) -> Mention | None:
    """The wife of "Mr. and *Mrs.* John Roe", where only her title stands; the name is a husband's."""
    if title is None or husband.kind != "Person" or husband.gender == "female":
        return None
    start, end = span = parsed.span(title.first, title.last)
    words = parsed.document.text[start:end]
    lone = " " not in husband.name
    return replace(
        husband,
        start=start,
        end=end,
        text=words,
        phrase=span,
        tokens=(title.first, title.last),
        head=title.first,
        name=husband.name if lone else f"{words} {husband.name}",
        gender="female",
        titles=(words,) if lone else (),
        known=None,
        candidates=(),
    )


def full_name(words: str, name: Name, lists: ActorLists) -> str:
    """The name that the lists have for a known person of whom only the surname stands here, else ``words``."""
    entry = lists.entry(name.known) if name.known and name.kind == "Person" else None
    return entry.name if entry is not None and " " not in words else words


def name_gender(words: str, kind: str, titles: tuple[str, ...], lists: ActorLists) -> Gender:
    """The gender that titles, then the first name say; neuter for what is no person."""
    if kind in VALUES or kind == "Thing":
        return "unknown"
    if kind not in _PEOPLE:
        return "neuter"
    by_title = title_gender(titles, lists)
    if by_title != "unknown":
        return by_title
    first, _, rest = words.partition(" ")
    if rest and first in WIFE:
        return "female"
    first = first.capitalize() if first.isupper() else first
    return lists.first_names.get(first, "unknown") if rest else "unknown"


def _post(parsed: ParsedDocument, title: Title) -> Mention:
    start, end = parsed.span(title.first, title.last)
    text = parsed.document.text[start:end]
    return Mention(
        index=0,
        start=start,
        end=end,
        text=text,
        phrase=(start, end),
        tokens=(title.first, title.last),
        head=title.last - 1,
        form="nominal",
        kind="Post",
        name=" ".join(text.split()),
        number="singular",
        gender="neuter",
    )


def _party(parsed: ParsedDocument, tokens: Tokens, token: int, member: Mention) -> Mention | None:
    """The party that a noun for a member names beside him: "a Republican"; it heads no phrase of its own."""
    known = party_of_member(token, tokens) if member.kind == "Person" else None
    if known is None:
        return None
    start, end = parsed.span(token, token + 1)
    bare = member.start == start
    if bare and tokens.dep[token] != "appos":
        return None
    word = parsed.document.text[start:end]
    return replace(
        member, start=start, end=end, text=word, phrase=(start, end), tokens=(token, token + 1) if bare else (0, 0),
        head=token if bare else -1, form="named", kind="PoliticalParty", name=word, gender="neuter", known=known,
    )  # fmt: skip


def _credits(parsed: ParsedDocument) -> list[tuple[Credit, str]]:
    document = parsed.document
    listed = [(credit, "Person") for credit in document.authors]
    listed += [(credit, "Person") for credit in (*document.recipients, *document.copied)]
    if document.publisher is not None:
        listed.append((document.publisher, "MediaOutlet"))
    work = document.title or find_untitled_letter(document)
    if work is not None:
        listed.append((work, "Work"))
    return listed


def _speakers(
    document: Document, found: Iterable[Mention], lists: ActorLists
) -> Iterator[tuple[Credit, str]]:
    """Who speaks in turns by name: a person, if no word of the name says otherwise.

    But one bare word that only asks, and is no part of a person's name, is the outlet that interviews.
    """
    spoken: dict[str, list[Turn]] = {}
    for turn in document.turns:
        if turn.speaker is not None and turn.naming is Naming.NAME:
            spoken.setdefault(turn.speaker.value, []).append(turn)
    if not spoken:
        return
    people = {mention.name for mention in found if mention.kind == "Person" and mention.form == "named"}
    surnames = {word for name in (*spoken, *people) if " " in name for word in name.split()}
    for name, turns in spoken.items():
        words = name.split()
        bare = all(_is_bare(document, turn) for turn in turns)
        asks = bare and all(document.text[turn.spans[-1][1] - 1] == "?" for turn in turns if turn.spans)
        if asks and len(words) == 1 and name not in surnames:
            kind = "MediaOutlet"
        else:
            outlet = asks and words[0] not in lists.first_names
            kind = name_kind(words, "MediaOutlet" if outlet else "Person", lists) or "Person"
        yield from ((turn.speaker, kind) for turn in turns if turn.speaker)


def _is_bare(document: Document, turn: Turn) -> bool:
    """Whether a label is a name without a title before it, and no handle."""
    start = turn.speaker.start if turn.speaker and turn.speaker.start is not None else turn.label[0]
    before = document.text[turn.label[0] : start]
    return document.text[start] != "@" and not any(character.isalpha() for character in before)


def _offices(parsed: ParsedDocument, lists: ActorLists) -> Iterator[Mention]:
    """Who speaks in turns by an office or a number alone: "Moderator", "Speaker 2"."""
    for turn in parsed.document.turns:
        credit = turn.speaker
        if credit is None or turn.naming is Naming.NAME or credit.start is None or credit.end is None:
            continue
        kind = lists.nouns.get(credit.value.split()[-1].lower(), "Person")
        place = (credit.start, credit.end)
        yield Mention(
            index=0, start=place[0], end=place[1], text=parsed.document.text[slice(*place)], phrase=place,
            tokens=(0, 0), head=-1, form="nominal", kind=kind if kind in ORGANIZATIONS else "Person",
            name=credit.value, number="singular", gender="unknown",
        )  # fmt: skip


def credit_kind(name: str, kind: str, known: KnownActor | None, found: Mapping[str, str]) -> str:
    """The kind of a credit: the list's, else that of the same name in the text, else ``kind``, by its place."""
    if kind == "Work":
        return kind
    if known is not None:
        return known.kind
    return found.get(name, kind)


def _credited(
    parsed: ParsedDocument, credit: Credit, kind: str, lists: ActorLists, found: Mapping[str, str]
) -> Mention | None:
    if credit.start is None or credit.end is None or credit.start >= credit.end:
        return None
    start = credit.start
    text = parsed.document.text[start : credit.end]
    while kind == "Person" and " " in text and text.split(" ", 1)[0] in lists.words["title"]:
        rest = text.split(" ", 1)[1].lstrip()
        start += len(text) - len(rest)
        text = rest
    name = " ".join(text.split()) if start != credit.start else " ".join(credit.value.split())
    found_in_list = lists.find(name)
    # A byline tells no office: whoever shares a legislator's name may have written it.
    known = None if found_in_list is not None and found_in_list.context else found_in_list
    return Mention(
        index=0,
        start=start,
        end=credit.end,
        text=text,
        phrase=(start, credit.end),
        tokens=(0, 0),
        head=-1,
        form="named",
        kind=credit_kind(name, kind, known, found),
        name=name,
        number="singular",
        gender=name_gender(name, kind, (), lists),
        known=known.id if known is not None and kind != "Work" else None,
        candidates=(found_in_list.id,)
        if found_in_list is not None and known is None and kind != "Work"
        else (),
    )
