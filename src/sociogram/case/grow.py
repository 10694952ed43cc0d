"""A case that grows: documents come, are corrected and go; only what is new is read.

``build_case`` makes the case equal to the documents named, ``add_documents`` and ``remove_documents`` change it by
some. After any sequence of them the case has the bytes of one that was built from scratch.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.case import cache
from sociogram.case.database import is_damage
from sociogram.case.intake import Engine
from sociogram.case.manifest import CaseSettings
from sociogram.case.members import under_old_names, unite_members, without_documents
from sociogram.case.rebuild import (
    CaseOutcome,
    kept_settings,
    load_files,
    make_state,
)
from sociogram.case.source_reader import Progress, SourceReader
from sociogram.case.writer import writing
from sociogram.errors import DamageError, InputError, UsageError
from sociogram.knowledge.case_files import DATABASE_FILE, STORE_FOLDER
from sociogram.knowledge.user_tables import is_file_or_none
from sociogram.pipeline import BuildOptions
from sociogram.read.files.options import ReadOptions
from sociogram.read.files.sources import list_sources

if TYPE_CHECKING:
    from sociogram.extraction.document import Resources
    from sociogram.parse.spacy_model import SpacyPipeline
    from sociogram.processes.budget import Budget
    from sociogram.processes.crew import Crew


def build_case(
    paths: Sequence[str | Path],
    folder: Path,
    *,
    options: BuildOptions | None = None,
    formats: Sequence[str] = (),
    nlp: SpacyPipeline | None = None,
    resources: Resources | None = None,
    crew: Crew | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
    wait: float = 0.0,
) -> CaseOutcome:
    """Make the case in ``folder`` that of the documents under ``paths``: files, folders, patterns, ``-``.

    ``wait`` is for how many seconds another writer is waited for. Of ``nlp`` (this process parses) and ``crew`` (that
    of ``open_crew``) either may be given where builds follow each other. With an ``engine`` that one reads.

    Raises:
        InputError: If there is no document among ``paths``; the case is then left as it was.
        UsageError: If another writer has the case.
    """
    options = options or BuildOptions()
    for path in paths:
        if str(path) and os.path.realpath(path) == os.path.realpath(folder):
            raise UsageError(f"{path}: is the case's own folder; choose another one for the result")
    # Before anything is written there, so that the case is no document of itself.
    named = list(map(str, paths))
    sources = engine.list_sources(named, without=folder) if engine else list_sources(named, without=folder)
    settings = _settings(options, formats)

    def build(*, anew: bool) -> CaseOutcome:
        with writing(folder, wait=wait, anew=anew) as writer:
            reader = SourceReader(
                writer, settings, options, nlp, resources, crew, progress or Progress(), engine
            )
            before = {member.name for member in map(cache.decode_member, writer.database.members())}
            outcome = reader.finish(reader.read(sources))
            return replace(outcome, gone=len(before - {source.name for source in sources}))

    try:
        return build(anew=False)
    except (DamageError, sqlite3.DatabaseError) as error:
        # The standard input cannot be had twice.
        if (isinstance(error, sqlite3.Error) and not is_damage(error)) or any(
            source.path is None for source in sources
        ):
            raise
        damage = f"{STORE_FOLDER}/{DATABASE_FILE} is damaged ({error})"
    outcome = build(anew=True)
    return replace(outcome, mended=(damage, *outcome.mended))


def add_documents(
    paths: Sequence[str | Path],
    folder: Path,
    *,
    workers: int = 1,
    budget: Budget | None = None,
    nlp: SpacyPipeline | None = None,
    resources: Resources | None = None,
    progress: Progress | None = None,
) -> CaseOutcome:
    """Add the documents under ``paths`` to the case in ``folder``, or take their present words if they are in it.

    The other documents are not looked at. A document of the case that cannot be read now stays as it was.

    Raises:
        UsageError: If there is no case, or another writer has it.
    """
    with writing(folder) as writer:
        settings = kept_settings(writer.manifest, folder)
        options = _options(settings, workers, budget)
        reader = SourceReader(writer, settings, options, nlp, resources, None, progress or Progress())
        if writer.manifest.version != reader.version:
            raise UsageError(
                f"{folder}: was read by another version of the rules or the model; build it again of all its documents"
            )
        old = [cache.decode_member(value) for value in writer.database.members()]
        sources = under_old_names(list_sources(map(str, paths), without=folder), old)
        return reader.finish(unite_members(old, reader.read(sources)))


def remove_documents(
    references: Sequence[str], folder: Path, *, progress: Progress | None = None
) -> CaseOutcome:
    """Remove documents from the case in ``folder``: their claims, and what only they supported.

    Args:
        references: Paths as they were given, folders, patterns, or ids of documents.
        folder: The case.
        progress: Is told what is being done.

    Raises:
        UsageError: If a reference fits nothing in the case (which then stays as it was), there is no case, or another
            writer has it.
    """
    with writing(folder) as writer:
        settings = kept_settings(writer.manifest, folder)
        members = [cache.decode_member(value) for value in writer.database.members()]
        files = load_files(writer.database, members)
        for reference in references:
            members = without_documents(members, files, reference)
        if not members:
            raise UsageError(f"{folder}: nothing would be left of it; delete the folder instead")
        return make_state(writer, members, settings, report=(progress or Progress()).stage)


def _settings(options: BuildOptions, formats: Sequence[str]) -> CaseSettings:
    from sociogram.knowledge.actor_lists import check_actor_list

    lists = []
    for path in options.actor_lists:
        if not is_file_or_none(path):
            raise InputError(str(path), "is not there", "check the path")
        try:
            lists.append((path.name, path.read_text(encoding="utf-8-sig")))
        except OSError as error:
            raise InputError(str(path), f"cannot be read ({error.strerror})", "check the path") from error
        except UnicodeDecodeError as error:
            raise InputError(str(path), "is not UTF-8", "save it as CSV in UTF-8") from error
        # Behind this the list is read from its copy in the case, whose name would be told.
        check_actor_list(path)
    return CaseSettings(
        model=options.model,
        formats=tuple(sorted(set(formats))),
        lists=tuple(lists),
        columns=tuple(sorted(options.read.columns.items())),
        encoding=options.read.encoding,
    )


def _options(settings: CaseSettings, workers: int, budget: Budget | None) -> BuildOptions:
    return BuildOptions(
        model=settings.model,
        workers=workers,
        budget=budget,
        read=ReadOptions(columns=dict(settings.columns), encoding=settings.encoding),
    )
