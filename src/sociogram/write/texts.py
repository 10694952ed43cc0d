"""The documents' own texts, kept beside the graph so that evidence can be shown in its place."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.errors import UsageError
from sociogram.ids import content_hash

if TYPE_CHECKING:
    from sociogram.model import Document


class TextFolder:
    """``store/texts`` of a case folder: one file a document, named by a hash of the document's id.

    A file holds ``Document.text[start:end]`` in UTF-8, so a character at ``n`` of the document's
    file is at ``n - start`` here; lone surrogates become question marks.
    """

    def __init__(self, case: Path) -> None:
        self._folder = case / "store" / "texts"

    def keep(self, document: Document) -> None:
        """Write the text of ``document`` beside, then rename it.

        Raises:
            UsageError: If the folder cannot be written to.
        """
        path = self._path(document.id)
        beside = path.with_suffix(f".{os.getpid()}.part")
        content = document.text[document.start : document.end].encode("utf-8", "replace")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
            beside.replace(path)
        except OSError as error:
            raise UsageError(
                f"{path}: cannot be written ({error.strerror}); choose another folder"
            ) from error

    def read(self, document: str) -> str | None:
        """The text of the document of that id, or nothing where it is not kept."""
        try:
            return self._path(document).read_bytes().decode("utf-8", "replace")
        except OSError:
            return None

    def forget_others(self, documents: Collection[str]) -> None:
        """Delete what is kept of any document but ``documents``, by their ids."""
        kept = {self._path(document).name for document in documents}
        for path in self._files():
            if path.name not in kept:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        if self._folder.is_dir():
            yield from sorted(self._folder.iterdir())

    def _path(self, document: str) -> Path:
        return self._folder / f"{content_hash(document)}.txt"
