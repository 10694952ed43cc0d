"""Mentions: the words of a document that stand for actors, things, dates and quantities."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extract.mention_names import VALUES, Name, find_names
from sociogram.extract.mention_tokens import TokenColumns, token_columns
from sociogram.model import Credit, Gender, Mention, Number

if TYPE_CHECKING:
    from sociogram.actor_lists import ActorLists
    from sociogram.parse import ParsedDocument

NOMINAL_ROLES = frozenset(
    "nsubj nsubjpass dobj pobj dative attr appos conj ROOT oprd poss agent csubj npadvmod nmod pcomp acomp dep advcl relcl ccomp".split()
)
BEFORE_HEAD = frozenset("det amod compound poss nummod predet nmod quantmod advmod punct neg case nnp".split())
PRONOUNS: dict[str, tuple[Number, Gender, int]] = {
    **dict.fromkeys(["i", "me", "my", "mine", "myself"], ("singular", "unknown", 1)),
    **dict.fromkeys(["we", "us", "our", "ours", "ourselves"], ("plural", "unknown", 1)),
    **dict.fromkeys(["you", "your", "yours", "yourself"], ("unknown", "unknown", 2)),
    "yourselves": ("plural", "unknown", 2),
    **dict.fromkeys(["he", "him", "his", "himself"], ("singular", "male", 3)),
    **dict.fromkeys(["she", "her", "hers", "herself"], ("singular", "female", 3)),
    **dict.fromkeys(["it", "its", "itself"], ("singular", "neuter", 3)),
    **dict.fromkeys(["they", "them", "their", "theirs", "themselves"], ("plural", "unknown", 3)),
    **dict.fromkeys(["who", "whom", "whose", "which"], ("unknown", "unknown", 3)),
    **dict.fromkeys(["this", "that"], ("singular", "neuter", 3)),
    **dict.fromkeys(["these", "those"], ("plural", "unknown", 3)),
}
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those"})


def find_mentions(parsed: ParsedDocument, lists: ActorLists) -> tuple[Mention, ...]:
    """All mentions of ``parsed``, sorted by start and then the longer first; no two share a span."""
    columns = token_columns(parsed.doc)
    names = find_names(parsed.doc, columns)
    taken = [-1] * len(columns)
    for number, name in enumerate(names):
        for token in range(name.first, name.last):
            taken[token] = number
    found: dict[tuple[int, int], Mention] = {}
    for name in names:
        _add(found, _named(parsed, columns, name))
    for token in range(len(columns)):
        if taken[token] >= 0:
            continue
        mention = _pronoun(parsed, columns, token) or _nominal(parsed, columns, token)
        if mention is not None:
            _add(found, mention)
    for credit, kind in _credits(parsed):
        _add(found, _credited(parsed, credit, kind))
    ordered = sorted(found.values(), key=lambda mention: (mention.start, -mention.end))
    return tuple(replace(mention, index=index) for index, mention in enumerate(ordered))


def _add(found: dict[tuple[int, int], Mention], mention: Mention | None) -> None:
    if mention is not None:
        found.setdefault((mention.start, mention.end), mention)


def _head(columns: TokenColumns, first: int, last: int) -> int:
    """The token of the span whose head lies outside it; the last such."""
    head = last - 1
    for token in range(last - 1, first - 1, -1):
        governor = columns.head[token]
        if governor == token or not first <= governor < last:
            head = token
            break
    return head


def _named(parsed: ParsedDocument, columns: TokenColumns, name: Name) -> Mention:
    head = _head(columns, name.first, name.last)
    start, end = parsed.span(name.first, name.last)
    text = parsed.document.text[start:end]
    first = min(name.first, columns.left[head])
    last = max(name.last, _trimmed(columns, head))
    return Mention(
        index=0,
        start=start,
        end=end,
        text=text,
        phrase=parsed.span(first, last),
        tokens=(name.first, name.last),
        head=head,
        form="named",
        kind=name.kind,
        name=" ".join(text.split()),
        number="plural" if name.kind == "Collective" or columns.tag[head] in {"NNPS", "NNS"} else "singular",
        gender="unknown" if name.kind == "Person" or name.kind in VALUES else "neuter",
        known=name.known,
        demonym=name.demonym,
    )


def _trimmed(columns: TokenColumns, head: int) -> int:
    """The right end of the subtree of ``head`` without coordinated phrases and closing punctuation."""
    last = columns.right[head]
    for child in columns.children[head]:
        if child > head and columns.dep[child] in {"cc", "conj"}:
            last = min(last, columns.left[child])
            break
    while last - 1 > head and columns.lower[last - 1] in {",", ";", "'s", "’s", "'", "’", ".", ":"}:
        last -= 1
    return max(last, head + 1)


def _pronoun(parsed: ParsedDocument, columns: TokenColumns, token: int) -> Mention | None:
    lower = columns.lower[token]
    if lower not in PRONOUNS or columns.pos[token] not in {"PRON", "DET", "PROPN"}:
        return None
    if lower in {"this", "that", "these", "those"} and columns.dep[token] not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return None
    if lower == "us" and columns.text[token] == "US":
        return None
    number, gender, person = PRONOUNS[lower]
    start, end = parsed.span(token, token + 1)
    kind = "Person" if gender in {"male", "female"} or person < 3 or lower in {"who", "whom"} else "Thing"
    return Mention(
        index=0,
        start=start,
        end=end,
        text=parsed.document.text[start:end],
        phrase=(start, end),
        tokens=(token, token + 1),
        head=token,
        form="pronoun",
        kind=kind,
        name=lower,
        number=number,
        gender=gender,
        person=person,
    )


def _nominal(parsed: ParsedDocument, columns: TokenColumns, head: int) -> Mention | None:
    if columns.pos[head] not in {"NOUN", "PROPN"} or columns.dep[head] not in NOMINAL_ROLES:
        return None
    first = head
    for child in columns.children[head]:
        if child < head and columns.dep[child] in BEFORE_HEAD:
            first = min(first, columns.left[child])
    while first < head and columns.pos[first] == "PUNCT":
        first += 1
    if columns.sentence[first] != columns.sentence[head]:
        first = head
    start, end = parsed.span(first, head + 1)
    bare = first + 1 if first < head and columns.lower[first] in DETERMINERS else first
    name_start, name_end = parsed.span(bare, head + 1)
    plural = columns.tag[head] in {"NNS", "NNPS"}
    return Mention(
        index=0,
        start=start,
        end=end,
        text=parsed.document.text[start:end],
        phrase=parsed.span(min(first, columns.left[head]), _trimmed(columns, head)),
        tokens=(first, head + 1),
        head=head,
        form="nominal",
        kind="Thing",
        name=" ".join(parsed.document.text[name_start:name_end].split()),
        number="plural" if plural else "singular",
    )


def _credits(parsed: ParsedDocument) -> list[tuple[Credit, str]]:
    document = parsed.document
    listed = [(credit, "Person") for credit in document.authors]
    listed += [(credit, "Person") for credit in document.recipients]
    if document.publisher is not None:
        listed.append((document.publisher, "MediaOutlet"))
    if document.title is not None:
        listed.append((document.title, "Work"))
    return listed


def _credited(parsed: ParsedDocument, credit: Credit, kind: str) -> Mention | None:
    if credit.start is None or credit.end is None or credit.start >= credit.end:
        return None
    text = parsed.document.text[credit.start : credit.end]
    return Mention(
        index=0,
        start=credit.start,
        end=credit.end,
        text=text,
        phrase=(credit.start, credit.end),
        tokens=(0, 0),
        head=-1,
        form="named",
        kind=kind,
        name=" ".join(credit.value.split()),
        number="singular",
    )
