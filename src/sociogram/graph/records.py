"""The JSON Lines files of a case folder: how values become records, and records values again.

The records are a contract with other programs; fields are only ever added.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from sociogram.errors import QueryError
from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.facts import tie_status
from sociogram.graph.review_records import gravity_record, read_review, review_record
from sociogram.graph.sayers import find_sayer
from sociogram.graph.standing import standing_words
from sociogram.graph.statements import statement_id
from sociogram.graph.ties import tie_lemma
from sociogram.graph.unread_records import coverage_record, read_coverage, read_unread, unread_record
from sociogram.graph.values import Graph, run_id
from sociogram.graph.worth import weigh_claims
from sociogram.knowledge.case_files import (
    ACTORS_FILE,
    CLAIMS_FILE,
    DOCUMENTS_FILE,
    SKIPPED_FILE,
    TIES_FILE,
    UNREAD_FILE,
)
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.tone import tone_of
from sociogram.model import (
    Actor,
    ActorMention,
    Amount,
    Claim,
    ClaimRole,
    Evidence,
    LiteralObject,
    Modality,
    Polarity,
    RecognisedPage,
    Skipped,
    Tie,
    TimeExpression,
)

Record = dict[str, Any]
_OF_TIES = (
    "id",
    "subject",
    "relation",
    "affirmed",
    "denied",
    "sources",
    "first",
    "last",
    "confidence",
    "worth",
)
_UNWEIGHED = -1.0
"""The worth of a claim in a file of an older version, which is weighed when it is read."""
Value = TypeVar("Value")


def iter_records(graph: Graph, file_name: str) -> Iterator[Record]:
    """The records of one of ``RECORD_FILES``, in the order of the graph."""
    values, make = recorded(graph, file_name)
    return map(make, values)


def recorded(graph: Graph, file_name: str) -> tuple[Sequence[Any], Callable[[Any], Record]]:
    """What one of ``RECORD_FILES`` holds, in the order of the graph, and what makes the record of each."""
    if file_name == CLAIMS_FILE:
        return graph.claims, partial(claim_record, graph, labels=_relation_labels())
    if file_name == TIES_FILE:
        return graph.ties, lambda tie: {**tie_record(tie), **_standing_record(graph, tie)}
    if file_name == ACTORS_FILE:
        return graph.actors, actor_record
    if file_name == DOCUMENTS_FILE:
        return graph.documents, document_record
    if file_name == UNREAD_FILE:
        return graph.unread, unread_record
    return graph.skipped, skipped_record


def claim_record(graph: Graph, claim: Claim, labels: Mapping[str, str] | None = None) -> Record:
    """A line of ``claims.jsonl``."""
    labels = _relation_labels() if labels is None else labels
    evidence = claim.evidence
    return {
        "id": claim.id,
        "subject": _end(graph, claim.subject),
        "relation": {
            "id": claim.relation,
            "label": labels.get(claim.relation, claim.relation),
            "lemma": claim.lemma,
            "text": claim.trigger,
            "tone": tone_of(claim.relation, claim.lemma),
        },
        "object": _end(graph, claim.object),
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "asserters": [{"id": each, "name": _name(graph, each)} for each in claim.asserters],
        "sayer": _sayer(graph, claim),
        "copy_of": graph.copied.get(claim.id),
        "time": None
        if claim.time is None
        else {
            "start": claim.time.start,
            "end": claim.time.end,
            "text": claim.time.text,
            "inherited": claim.time.inherited,
        },
        "said_on": claim.said_on,
        "amount": None
        if claim.amount is None
        else {
            "value": _plain_number(claim.amount.value),
            "currency": claim.amount.currency,
            "qualifier": claim.amount.qualifier,
            "text": claim.amount.text,
        },
        "confidence": claim.confidence,
        "worth": claim.worth,
        "review": review_record(claim.review),
        "gravity": gravity_record(claim),
        "statement": claim.statement,
        "roles": [
            {"name": role.name, "text": role.text, "start": role.start, "end": role.end}
            for role in claim.roles
        ],
        "evidence": {
            "document": evidence.document,
            "source": evidence.source,
            "start": evidence.start,
            "end": evidence.end,
            "quote": evidence.quote,
            "subject": list(evidence.subject),
            "trigger": list(evidence.trigger),
            "object": list(evidence.object),
            "statement": list(evidence.statement or evidence.trigger),
            "rule": evidence.rule,
        },
    }


def tie_record(tie: Tie) -> Record:
    """A line of ``ties.jsonl``; subject, relation and object are ids, or the object a literal."""
    return {
        "id": tie.id,
        "subject": tie.subject,
        "relation": tie.relation,
        "object": _literal(tie.object) if isinstance(tie.object, LiteralObject) else tie.object,
        "affirmed": tie.affirmed,
        "denied": tie.denied,
        "sources": tie.sources,
        "first": tie.first,
        "last": tie.last,
        "confidence": tie.confidence,
        "worth": tie.worth,
        "reviewed": tie.reviewed,
        "claims": list(tie.claims),
    }


def _standing_record(graph: Graph, tie: Tie) -> Record:
    """What of a line of ``ties.jsonl`` follows from claims, documents and other ties."""
    standing = graph.standings[tie.id]
    return {
        "status": tie_status(tie, graph.claims_of(tie)),
        "standing": standing.code,
        "standing_words": standing_words(standing, (_name(graph, each) for each in standing.denied_by)),
        "outlets": standing.outlets,
        "stated_by": standing.stated,
        "alleged_by": standing.alleged,
        "negated_by": standing.negated,
        "denied_by": list(standing.denied_by),
        "changed_by": list(standing.changed_by),
        "contradicted_by": [
            {
                "tie": other,
                "kind": each.kind.value,
                "claims": list(ours),
                "other_claims": list(theirs),
                "changed_by": list(each.changed_by),
            }
            for each, other, ours, theirs in graph.against(tie.id)
        ],
    }


def actor_record(actor: Actor) -> Record:
    """A line of ``actors.jsonl``."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "identifiers": dict(actor.identifiers),
        "candidates": list(actor.candidates),
        "former": list(actor.former),
        "mentions": [
            {"document": m.document, "start": m.start, "end": m.end, "text": m.text, "pronoun": m.pronoun}
            for m in actor.mentions
        ],
    }


def document_record(document: DocumentRecord) -> Record:
    """A line of ``documents.jsonl``; several authors are joined by semicolons."""
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title,
        "author": "; ".join(document.authors) or None,
        "publisher": document.publisher,
        "published": document.published,
        "start": document.start,
        "end": document.end,
        "characters": document.characters,
        "coverage": coverage_record(document.coverage),
        "recognised": [{"page": each.page, "confidence": each.confidence} for each in document.recognised],
        "from_file_name": list(document.from_name),
    }


def skipped_record(skipped: Skipped) -> Record:
    """A line of ``skipped.jsonl``."""
    return {
        "document": skipped.document,
        "stage": skipped.stage,
        "reason": skipped.reason,
        "start": skipped.start,
        "end": skipped.end,
        "text": skipped.text,
    }


def _sayer(graph: Graph, claim: Claim) -> Record | None:
    """Who says so by the document's credits, where the claim has no asserters."""
    document = graph.documents_by_id.get(claim.evidence.document)
    sayer = find_sayer(claim, document) if document is not None else None
    return {"kind": sayer.kind.value, "name": sayer.name} if sayer is not None else None


def _end(graph: Graph, end: str | LiteralObject) -> Record:
    if isinstance(end, LiteralObject):
        return _literal(end)
    actor = graph.actors_by_id[end]
    return {"id": actor.id, "name": actor.name, "kind": actor.kind}


def _literal(literal: LiteralObject) -> Record:
    return {"value": literal.value, "kind": literal.kind}


def _name(graph: Graph, actor: str) -> str:
    return graph.actors_by_id[actor].name


def _plain_number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _relation_labels() -> dict[str, str]:
    return {relation.id: relation.label for relation in load_ontology().relations.values()}


def read_graph(
    folder: Path,
    *,
    open_file: Callable[[str], BinaryIO] | None = None,
    documents: Sequence[DocumentRecord] | None = None,
) -> Graph:
    """The graph in the JSON Lines files of ``folder``.

    The context of quotes, which the records do not hold, is empty.

    Args:
        folder: Where the files are.
        open_file: Opens one of them by its name, where it is not simply there.
        documents: The documents with all that is known of them, where the caller has more than the records hold.

    Raises:
        QueryError: If a file is missing or damaged; the message has the line.
    """
    open_any = open_file or partial(_open, folder)

    def read(name: str, make: Callable[[Record], Value]) -> tuple[Value, ...]:
        with _open_known(open_any, name) as lines:
            return tuple(_read(lines, folder / name, make))

    claims, actors = read(CLAIMS_FILE, _claim), read(ACTORS_FILE, _actor)
    known = tuple(documents) if documents is not None else read(DOCUMENTS_FILE, _document)
    lemmas = {claim.id: tie_lemma(claim) for claim in claims}
    ties = read(TIES_FILE, lambda record: _tie(record, lemmas))
    if any(claim.worth == _UNWEIGHED for claim in claims):
        claims, ties = weigh_claims(claims, ties, actors, known)
    return Graph(
        claims=claims,
        ties=ties,
        actors=actors,
        documents=known,
        skipped=read(SKIPPED_FILE, _skipped),
        unread=read(UNREAD_FILE, read_unread),
        run=run_id(known),
    )


def _open_known(open_file: Callable[[str], BinaryIO], name: str) -> BinaryIO:
    """The file ``name``; nothing for one that cases which were built before it was written do not have."""
    try:
        return open_file(name)
    except QueryError:
        if name != UNREAD_FILE:
            raise
        return io.BytesIO()


def _open(folder: Path, name: str) -> BinaryIO:
    path = folder / name
    if not path.is_file():
        raise QueryError(
            f"{path}: not there; build the graph first: sociogram build DOCUMENTS -o {path.parent}"
        )
    return path.open("rb")


def _read(lines: Iterable[bytes], path: Path, make: Callable[[Record], Value]) -> Iterator[Value]:
    for number, line in enumerate(lines, start=1):
        try:
            yield make(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise QueryError(
                f"{path}:{number}: no record of ours ({error}); build the graph again"
            ) from error


def _claim(record: Record) -> Claim:
    relation, amount, time = (record[key] for key in ("relation", "amount", "time"))
    evidence = _evidence(record["evidence"])
    return Claim(
        id=record["id"],
        subject=record["subject"]["id"],
        relation=relation["id"],
        lemma=relation["lemma"],
        trigger=relation["text"],
        object=record["object"]["id"] if "id" in record["object"] else LiteralObject(**record["object"]),
        polarity=Polarity(record["polarity"]),
        modality=Modality(record["modality"]),
        asserters=tuple(asserter["id"] for asserter in record["asserters"]),
        time=None if time is None else TimeExpression(**time),
        said_on=record["said_on"],
        amount=None if amount is None else Amount(**amount),
        confidence=record["confidence"],
        evidence=evidence,
        # Cases of older versions have none of these.
        statement=record.get("statement") or statement_id(evidence),
        roles=tuple(ClaimRole(**role) for role in record.get("roles", ())),
        worth=record.get("worth", _UNWEIGHED),
        review=read_review(record.get("review")),
    )


def _evidence(record: Record) -> Evidence:
    trigger = _span(record["trigger"])
    statement = _span(record.get("statement") or record["trigger"])
    return Evidence(
        document=record["document"],
        source=record["source"],
        start=record["start"],
        end=record["end"],
        quote=record["quote"],
        prefix="",
        suffix="",
        subject=_span(record["subject"]),
        trigger=trigger,
        object=_span(record["object"]),
        rule=record["rule"],
        statement=None if statement == trigger else statement,
    )


def _span(pair: list[int]) -> tuple[int, int]:
    start, end = pair
    return start, end


def _tie(record: Record, lemmas: Mapping[str, str | None]) -> Tie:
    target = record["object"]
    claims = tuple(record["claims"])
    lemma = next((lemmas[claim] for claim in claims if claim in lemmas), None)
    # The rest, how it stands, follows from the claims.
    return Tie(
        **{
            **{name: record[name] for name in _OF_TIES if name in record},
            "claims": claims,
            "lemma": lemma,
            "object": target if isinstance(target, str) else LiteralObject(**target),
        }
    )


def _actor(record: Record) -> Actor:
    return Actor(
        id=record["id"],
        name=record["name"],
        kind=record["kind"],
        aliases=tuple(record["aliases"]),
        identifiers=tuple(sorted(record["identifiers"].items())),
        candidates=tuple(record.get("candidates", ())),
        former=tuple(record.get("former", ())),
        mentions=tuple(ActorMention(**mention) for mention in record["mentions"]),
    )


def _skipped(record: Record) -> Skipped:
    # The records do not tell the kinds; what is of no document is a judgement.
    return Skipped(**record, kind="words" if record["document"] else "judgement")


def _document(record: Record) -> DocumentRecord:
    return DocumentRecord(
        id=record["id"],
        source=record["source"],
        title=record["title"],
        authors=tuple(record["author"].split("; ")) if record["author"] else (),
        publisher=record["publisher"],
        recipients=(),
        published=record["published"],
        genre="text",
        start=record["start"],
        end=record["end"],
        characters=record["characters"],
        digest="",
        coverage=read_coverage(record.get("coverage")),
        recognised=tuple(RecognisedPage(**each) for each in record.get("recognised", ())),
        from_name=tuple(record.get("from_file_name", ())),
    )


def load_graph(folder: Path) -> Graph:
    """The graph in the JSON Lines files of a folder, as they lie there; ``sociogram.case`` opens a case.

    Raises:
        QueryError: If the files are missing or damaged.
    """
    return read_graph(folder)
