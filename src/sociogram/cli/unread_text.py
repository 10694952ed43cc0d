"""What was not read, in words for a terminal and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sociogram.cli.terminal import visible
from sociogram.graph.unread_records import coverage_record, unread_record

if TYPE_CHECKING:
    from sociogram.extraction.reading import Coverage, DocumentRecord
    from sociogram.graph.unread import UnreadSentence
    from sociogram.graph.values import Graph

_NAMES = 6
"""Names of a sentence that are listed; a list of thousands may be one sentence."""
_DOCUMENTS = 20
"""Documents whose share is listed on a terminal: those of which the least was read."""
_NOT_KEPT = "this case was built before unread sentences were kept; build it again"


def share_words(read: int, sentences: int) -> str:
    """How much was read: never all of it while a sentence is left."""
    percent = 100 * read // sentences
    return f"read {percent} % of the sentences that name two actors: {read} of {sentences}"


def sentence_lines(sentence: UnreadSentence) -> list[str]:
    """An unread sentence: its place, its words, whom it names, and each reason."""
    names = [*sentence.names[:_NAMES]]
    if len(sentence.names) > _NAMES:
        names.append(f"and {len(sentence.names) - _NAMES} more")
    cut = " …" if 0 < len(sentence.text) < sentence.end - sentence.start else ""
    lines = [
        f"{visible(sentence.document)} [{sentence.start}:{sentence.end}] {visible(', '.join(names))}".rstrip()
    ]
    lines.append(f"  “{visible(sentence.text)}{cut}”")
    lines += [
        f"  {visible(each.reason)}" + (f" ({each.count} times)" if each.count > 1 else "")
        for each in sentence.reasons
    ]
    return lines


def reason_lines(graph: Graph) -> list[str]:
    """The reasons with their counts, and the share that was read."""
    counts = _reasons(graph)
    lines = [f"{'sentences':>9}  {'refused':>7}  reason"] if counts else []
    lines += [f"{each['sentences']:>9}  {each['refused']:>7}  {visible(each['reason'])}" for each in counts]
    return lines


def coverage_lines(graph: Graph) -> Iterator[str]:
    """The share of all documents, and of each that names two actors in a sentence, the least read first."""
    known = [
        (one, one.coverage) for one in graph.documents if one.coverage is not None and one.coverage.sentences
    ]
    if not known:
        kept = any(document.coverage is not None for document in graph.documents)
        yield "no sentence names two actors" if kept else _NOT_KEPT
        return
    yield ""
    yield share_words(sum(each.read for _, each in known), sum(each.sentences for _, each in known))
    if len(known) > 1:
        known.sort(key=lambda pair: (pair[1].read / pair[1].sentences, -pair[1].sentences, pair[0].id))
        yield from (_document_line(document, each) for document, each in known[:_DOCUMENTS])
    if len(known) > _DOCUMENTS:
        yield f"{len(known) - _DOCUMENTS} documents more, of which more was read: --json has them all"


def _document_line(document: DocumentRecord, coverage: Coverage) -> str:
    percent = 100 * coverage.read // coverage.sentences
    return f"{percent:>4} %  {coverage.read} of {coverage.sentences}  {visible(document.id)}"


def unread_object(graph: Graph, listed: Iterable[UnreadSentence]) -> dict[str, Any]:
    """All of it as one object; ``coverage`` is ``None`` where it was not counted."""
    return {
        "documents": [
            {"id": one.id, "source": one.source, "coverage": coverage_record(one.coverage)}
            for one in graph.documents
        ],
        "reasons": _reasons(graph),
        "sentences": [unread_record(one) for one in listed],
    }


def _reasons(graph: Graph) -> list[dict[str, Any]]:
    """Each reason with the silent sentences that have it, and the relations of all sentences that it refused."""
    silent: Counter[tuple[str, str]] = Counter()
    refused: Counter[tuple[str, str]] = Counter()
    for one in graph.unread:
        for each in one.reasons:
            silent[each.stage, each.reason] += one.is_silent
            refused[each.stage, each.reason] += each.count if each.is_refusal else 0
    order = sorted(silent, key=lambda reason: (-silent[reason], -refused[reason], reason))
    return [
        {
            "stage": stage,
            "reason": reason,
            "sentences": silent[stage, reason],
            "refused": refused[stage, reason],
        }
        for stage, reason in order
    ]
