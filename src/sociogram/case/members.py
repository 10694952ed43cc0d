"""Which sources a case has, once some come, are named again, or go."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath

import msgspec

from sociogram.case.cache import FileReading, Member
from sociogram.case.rebuild import bind_documents
from sociogram.errors import UsageError
from sociogram.ids import content_hash
from sociogram.read.files.sources import Source, place_of

_NEAR = 3
"""Names that are offered where a reference fits nothing."""


def replace_member(member: Member, **changes: str | int | tuple[str, ...]) -> Member:
    """``member`` with other values."""
    return msgspec.structs.replace(member, **changes)


def under_old_names(sources: Iterable[Source], old: Sequence[Member]) -> list[Source]:
    """``sources`` under the names and ids that they would have if those of the case were named beside them."""
    known = {member.place: member for member in old}
    renamed = []
    for source in sources:
        member = known.get(content_hash(place_of(source)))
        # A file keeps the name that it has, from wherever it is added; of two ids under one name the first in order.
        if member is not None and (member.name != source.name or member.base < source.id):
            source = replace(source, name=member.name, id=member.base)  # noqa: PLW2901
        renamed.append(source)
    return renamed


def unite_members(old: Sequence[Member], new: Sequence[Member]) -> list[Member]:
    """The members of both, each file once, in the order of their names: as it is now where it can be read now."""
    named = {member.name for member in new if not member.problem}
    united = {member.place: member for member in old if not (member.problem and member.name in named)}
    held = {member.name for member in old if member.count}
    for member in new:
        if member.count or member.name not in held:
            united[member.place] = member
    return sorted(united.values(), key=lambda member: (member.name, member.base))


def without_documents(
    members: Sequence[Member], files: Mapping[str, FileReading], reference: str
) -> list[Member]:
    """``members`` without what ``reference`` names.

    Raises:
        UsageError: If it names nothing among them.
    """
    path = PurePosixPath(reference).as_posix()
    named = [
        member
        for member in members
        if member.name in (reference, path)
        or (path != "." and PurePosixPath(member.name).is_relative_to(path))
        or fnmatch.fnmatchcase(member.name, reference)
    ]
    if named:
        gone = {member.place for member in named}
        return [member for member in members if member.place not in gone]
    bound = bind_documents(members, files)
    found = [document for document in bound if reference in (document.id, document.source)]
    if not found:
        known = [*(member.name for member in members), *(document.id for document in bound)]
        near = get_close_matches(reference, known, n=_NEAR, cutoff=0.5)
        hint = (
            f"; did you mean {', '.join(near)}?" if near else "; sociogram query sources lists the documents"
        )
        raise UsageError(f"no document '{reference}' in this case{hint}")
    suffixes: dict[str, set[str]] = {}
    for document in found:
        suffixes.setdefault(document.place, set()).add(document.suffix)
    kept = []
    for member in members:
        withdrawn = {*member.withdrawn, *suffixes.get(member.place, ())}
        # A file of which nothing is left is no source of the case any more.
        if not withdrawn or len(withdrawn) < member.count:
            kept.append(replace_member(member, withdrawn=tuple(sorted(withdrawn))))
    return kept
