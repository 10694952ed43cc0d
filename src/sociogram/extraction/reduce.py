"""From all that was found in one document to its reading: the words that are kept, the chains that are needed."""

from __future__ import annotations

import re
from dataclasses import replace

from sociogram.extraction.capitals import name_governments
from sociogram.extraction.owners import find_owners
from sociogram.extraction.pronoun_names import name_pronoun
from sociogram.extraction.reading import ChainReading, DocumentRecord, Reading, RelationReading
from sociogram.extraction.sentences import find_sentences
from sociogram.ids import content_hash
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import (
    ActorMention,
    BlockKind,
    Chain,
    ClaimRole,
    Document,
    Extraction,
    Mention,
    Origin,
    RelationMention,
    Skipped,
    Span,
)

CONTEXT_CHARACTERS = 32
"""Length of ``prefix`` and ``suffix``, enough to tell a quote's places apart in a changed text."""

_CLAUSE = re.compile(
    r"[,;:()–—“”]|\n\s*\n|\s-\s|\s(?:who|whom|whose|which|that|where|when|while|because|if|after|before|until)\s"
    r"|(?<!\bsuch)\sas\s"
)
"""Where the words behind a noun begin to say more than which one it is."""
_LOOSE_END = re.compile(
    r"(?<!\s)(?:\s+(?:of|in|to|for|on|with|by|from|at|and|or|the|a|an|about|against|over|without|who|whom|whose|which|that))+\s*$"
)
"""Words at the end of a cut phrase that lead to what was cut off."""
_MANY = 4
_LISTING = re.compile(r"\s(?:between|featuring|including|involving|like|such as|using)\s[^,]*$")
"""Words that open a list, of which only the first stands before a comma: "strikes using attack, bomber and …"."""
_DESCRIBED = re.compile(r"\s+(?:an?|the)\s+(?!\S+\s+and\b)", re.IGNORECASE)
"""What follows the comma behind the one example of a list, where it is described: "like Acme, a maker of cars"."""
_WHO = frozenset({"who"})
"""Pronoun that, without a comma before them, say which ones are meant: "voters who own guns"."""
_APART = re.compile(r"[,;:()“”\"—–]|\s-\s")
_EXAMPLES = re.compile(
    r"\s+(?:like|such as)\s(?:(?!\s(?:who|which|that)\s)[^;:()“”\"—–])*\s(?:and|or)\s[^,;:()“”\"—–]+"
)
"""A whole list of examples, which say of what kind those are: "firms such as Acme, Beta and Gamma"."""
_STOP = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+")
_NO_BODY = frozenset(
    {BlockKind.METADATA, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.SIGNATURE, BlockKind.FURNITURE}
)
"""Blocks of a mail that a quotation of it may have otherwise, or not at all."""
LONGEST_PHRASE = 80
"""Characters behind a noun that still help to say which one it is."""
LONGEST_CLAUSE = 240
"""The same behind a noun that is nothing without its clause: "the notion that taxes must fall"."""
LEAST_OWN = 2
"""Words of a noun before a clause, more of which tell what it is: "the house he built" is told by that alone."""
_OF_CLAUSES = load_vocabulary("statements").words("clause-nouns")
_CONTENT = re.compile(r"\s+(?:that|to)\s")
"""Words that open such a clause."""
_WHICH = re.compile(r"\s+(?:that|which|who)\s")
"""Words that, without a comma before them, tell which one of several a short noun means."""
_AFTERTHOUGHT = re.compile(r",\s(?:which|who|whom|whose|a|an|the)\s[^,]*$|\s[–—]\s[^–—]*$|;.*", re.DOTALL)
"""What a mark sets off at its end and is no part of it."""


def reduce_extraction(extraction: Extraction) -> Reading:
    """``extraction`` without text, parse, propositions and the chains that nothing needs.

    Kept are chains with a name, a role or a part in a relation, and the owners of those.
    """
    extraction = name_governments(extraction)
    chain_of = {mention: chain.index for chain in extraction.chains for mention in chain.mentions}
    quotes: dict[Span, tuple[Span, str, str, str]] = {}
    names = {chain.index: chain.name for chain in extraction.chains}
    relations = tuple(
        _read_relation(relation, extraction, chain_of, names, quotes) for relation in extraction.relations
    )
    used = {end for relation in relations for end in (relation.subject, relation.object, *relation.asserters)}
    owners = find_owners(extraction, chain_of)
    chains = {chain.index: chain for chain in extraction.chains}
    kept = {
        index
        for index, chain in chains.items()
        if index in used or chain.role or any(extraction.mentions[m].form == "named" for m in chain.mentions)
    }
    pending = list(kept)
    while pending:
        owner = owners.get(pending.pop(), (None, ""))[0]
        if owner is not None and owner not in kept:
            kept.add(owner)
            pending.append(owner)
    return Reading(
        document=_record(extraction.document),
        chains=tuple(
            _read_chain(chains[index], extraction, owners.get(index, (None, ""))) for index in sorted(kept)
        ),
        relations=relations,
        skipped=extraction.skipped,
        sentences=find_sentences(extraction, {span for span, *_ in quotes.values()}),
    )


def reduce_failure(document: Document, failure: Skipped) -> Reading:
    """The reading of a document that a stage failed on: nothing but what is told of it."""
    bare = replace(document, title=None, authors=(), publisher=None, recipients=(), genre="")
    return Reading(document=_record(bare), chains=(), relations=(), failure=failure)


def _record(document: Document) -> DocumentRecord:
    words = " ".join(document.text[document.start : document.end].split())
    return DocumentRecord(
        id=document.id,
        source=document.source,
        title=document.title.value if document.title else None,
        authors=tuple(credit.value for credit in document.authors),
        publisher=document.publisher.value if document.publisher else None,
        recipients=tuple(credit.value for credit in document.recipients),
        published=document.published,
        genre=document.genre,
        start=document.start,
        end=document.end,
        characters=document.end - document.start,
        digest=content_hash(words),
        quoted=document.quoted,
        passages=_passages(document),
        recognised=document.recognised,
        from_name=document.from_name,
    )


def _passages(document: Document) -> tuple[str, ...]:
    """A hash of each sentence of a mail's body, with its author if he is known and without.

    So a quotation that nobody is said to have written is found again in whosever mail it stands.
    """
    if document.genre != "email":
        return ()
    author = "; ".join(sorted(credit.value.casefold() for credit in document.authors))
    title = document.title.start if document.title is not None else None
    bodies = (
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind not in _NO_BODY and block.start != title
    )
    sentences = (each for body in bodies for each in _STOP.split(body.casefold()))
    words = [found for each in sentences if (found := " ".join(_WORD.findall(each)))]
    writers = dict.fromkeys((author, ""))
    return tuple(dict.fromkeys(content_hash(writer, each) for writer in writers for each in words))


def _read_chain(chain: Chain, extraction: Extraction, owner: tuple[int | None, str]) -> ChainReading:
    mentions = [extraction.mentions[index] for index in chain.mentions]
    forms = {mention.form for mention in mentions}
    names: dict[str, int] = {}
    for mention in mentions:
        if mention.form == "named":
            names[mention.name] = names.get(mention.name, 0) + 1
    named = "named" in forms
    return ChainReading(
        index=chain.index,
        name=chain.name,
        kind=chain.kind,
        form="named" if named else "nominal" if "nominal" in forms else "pronoun",
        number=chain.number,
        gender=chain.gender,
        known=chain.known or _known(mentions),
        role=chain.role,
        demonym=named and all(mention.demonym for mention in mentions if mention.form == "named"),
        names=tuple(sorted(names.items())),
        owner=None if named else owner[0],
        owned="" if named else owner[1],
        mentions=tuple(
            ActorMention(
                document=extraction.document.id,
                start=mention.start,
                end=mention.end,
                text=mention.text,
                pronoun=mention.form == "pronoun",
            )
            for mention in mentions
        ),
        phrase="" if named else _chain_phrase(chain, extraction),
        candidates=tuple(sorted({known for mention in mentions for known in mention.candidates})),
    )


def _chain_phrase(chain: Chain, extraction: Extraction) -> str:
    """The phrase of the noun that names the chain: "a group of Afghan teenagers" for "group"."""
    for index in chain.mentions:
        mention = extraction.mentions[index]
        if mention.form == "nominal" and mention.name == chain.name:
            return " ".join(_phrase(extraction.document.text, mention).split())
    return ""


def _known(mentions: list[Mention]) -> str | None:
    found = {mention.known for mention in mentions if mention.form == "named" and mention.known}
    return found.pop() if len(found) == 1 else None


def _read_relation(
    relation: RelationMention,
    extraction: Extraction,
    chain_of: dict[int, int],
    names: dict[int, str],
    quotes: dict[Span, tuple[Span, str, str, str]],
) -> RelationReading:
    document, mentions = extraction.document, extraction.mentions
    subject = mentions[relation.subject]
    if relation.object is not None:
        target = mentions[relation.object]
        value = target.text
        if target.form == "pronoun":
            value = names.get(chain_of[target.index], value)
        kind, span = target.kind, (target.start, target.end)
    elif relation.literal is not None:
        kind, value, span = relation.literal
        if relation.origin is Origin.OPEN:
            value = name_pronoun(value, span, relation, extraction, chain_of)
    else:
        kind, value, span = "Text", "", relation.trigger
    if relation.sentence not in quotes:
        quotes[relation.sentence] = _quote(document.text, relation.sentence)
    (start, end), quote, prefix, suffix = quotes[relation.sentence]
    return RelationReading(
        subject=chain_of[relation.subject],
        object=None if relation.object is None else chain_of[relation.object],
        object_kind=kind,
        object_text=value,
        subject_span=(subject.start, subject.end),
        object_span=span,
        trigger_span=relation.trigger,
        relation=relation.relation,
        lemma=relation.lemma,
        trigger=document.text[relation.trigger[0] : relation.trigger[1]],
        start=start,
        end=end,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        polarity=relation.polarity,
        modality=relation.modality,
        asserters=tuple(chain_of[index] for index in relation.asserters),
        time=relation.time,
        amount=relation.amount,
        confidence=relation.confidence,
        rule=relation.rule,
        origin=relation.origin,
        object_phrase="" if relation.object is None else _named_phrase(relation, extraction, chain_of),
        statement_span=None if relation.statement == relation.trigger else relation.statement,
        roles=_read_roles(relation, document.text),
    )


def _read_roles(relation: RelationMention, text: str) -> tuple[ClaimRole, ...]:
    """The roles with their words, in text order, each once."""
    ordered = sorted({(*role.span, role.name) for role in relation.roles})
    return tuple(
        ClaimRole(name=name, text=text[start:end], start=start, end=end) for start, end, name in ordered
    )


def _named_phrase(relation: RelationMention, extraction: Extraction, chain_of: dict[int, int]) -> str:
    """The words of the object, with names for its pronouns."""
    mentions = extraction.mentions
    target = mentions[relation.object or 0]
    text = extraction.document.text
    circular = _without_own_clause(relation, target, mentions[relation.subject], text)
    words = circular or _with_clause(text, target) or _phrase(text, target)
    span = (target.start, target.end)
    return name_pronoun(words, span, relation, extraction, chain_of) if words else ""


def _without_own_clause(relation: RelationMention, target: Mention, subject: Mention, text: str) -> str:
    """The words of an object of which its own relation is told in the clause behind it: "a large firm he bashed".

    A short definite noun keeps the clause, which tells which one is meant: "the state she represented".
    """
    first = min(relation.trigger[0], subject.start if subject.start > target.end else relation.trigger[0])
    inside = target.form == "nominal" and target.end < first < target.phrase[1]
    behind = text[target.end : first] if inside else ""
    if not inside or _APART.search(behind) or "\n" in behind:
        return ""
    cut = _CLAUSE.search(behind)
    behind = _LOOSE_END.sub("", f"{behind[: cut.start()] if cut else behind.rstrip()} ").rstrip()
    words = text[target.start : target.end] + behind
    short = len(words.split()) <= LEAST_OWN and words.lower().startswith("the ")
    return "" if short else words


def _with_clause(text: str, mention: Mention) -> str:
    """A nominal with the clause that says what it is: "the claim that taxes fell", "a bill that Roe wrote".

    Else nothing. A clause too long to be taken in is none, and so is one that quotation marks or brackets cut in two.
    """
    behind = text[mention.end : mention.phrase[1]]
    words = mention.text.lower().split() if mention.form == "nominal" else [""]
    told = _CONTENT.match(behind) if words[-1] in _OF_CLAUSES else None
    told = told or (_WHICH.match(behind) if len(words) <= LEAST_OWN else None)
    if told is None:
        return ""
    behind = _LOOSE_END.sub("", _AFTERTHOUGHT.sub("", behind)).rstrip()
    halved = any(behind.count(one) != behind.count(other) for one, other in ("“”", "()"))
    if len(behind) > LONGEST_CLAUSE or halved or behind.count('"') % 2 or "\n\n" in behind:
        return ""
    return text[mention.start : mention.end] + behind


def _phrase(text: str, mention: Mention) -> str:
    """The words of a nominal with what hangs on its noun: "the president of Mexico", "voters who own guns".

    Of clauses only those are kept that tell which ones of several are meant.
    """
    if mention.form != "nominal":
        return ""
    # What is several times too long is still too long when its end is cut off; the patterns take time with its square.
    last = min(mention.phrase[1], mention.end + _MANY * LONGEST_PHRASE)
    behind = text[mention.end : max(mention.end, last)]
    cut = _CLAUSE.search(behind)
    whole = text[mention.end : mention.phrase[1]]
    who = cut is not None and cut.group().strip() in _WHO and mention.number == "plural"
    if (who and _APART.search(whole) is None) or _EXAMPLES.fullmatch(whole[: LONGEST_PHRASE + 1]):
        behind = whole
    elif cut:
        kept = behind[: cut.start()]
        lists = cut.group() == "," and _DESCRIBED.match(behind, cut.end()) is None
        behind = _LISTING.sub("", kept) if lists else kept
    behind = _LOOSE_END.sub("", behind)
    if len(behind) > LONGEST_PHRASE or not behind.startswith(" ") or behind.count('"') % 2:
        behind = ""
    return text[mention.start : mention.end] + behind.rstrip()


def _quote(text: str, span: Span) -> tuple[Span, str, str, str]:
    """The span without white space at its ends, its words, and the words around it."""
    start, end = span
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    end -= len(quote) - len(quote.rstrip())
    end = max(start, end)
    prefix, suffix = text[max(0, start - CONTEXT_CHARACTERS) : start], text[end : end + CONTEXT_CHARACTERS]
    return (start, end), text[start:end], prefix, suffix
