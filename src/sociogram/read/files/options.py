"""What a user may say about how files are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sociogram.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Limits and hints for reading.

    ``columns`` maps our names (``text``, ``title``, ``author``, ``published``, ``publisher``,
    ``source``, ``id``) to the columns of collections. ``encoding`` overrides detection. A file of
    more than ``max_bytes``, a text of more than ``max_characters`` or with a line of more than
    ``max_line`` characters (spaCy's own limit) is skipped. ``stdin_suffix`` is the format of ``-``
    where its first bytes don't tell.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    max_bytes: int = 50_000_000
    max_characters: int = 20_000_000
    max_line: int = 1_000_000
    stdin_suffix: str = ".txt"

    def check_bytes(self, size: int, source: str) -> None:
        """Refuse a file of ``size`` bytes if that is too many.

        Raises:
            InputError: If it is over ``max_bytes``.
        """
        if size > self.max_bytes:
            reason = f"has {size:,} bytes, more than the limit of {self.max_bytes:,}"
            raise InputError(source, reason, "split it into several files")

    def check_characters(self, count: int, source: str) -> None:
        """Refuse a text of ``count`` characters if that is too many.

        Raises:
            InputError: If it is over ``max_characters``.
        """
        if count > self.max_characters:
            reason = f"has {count:,} characters, more than the limit of {self.max_characters:,}"
            raise InputError(source, reason, "split it into several files")

    def check_text(self, text: str, source: str) -> None:
        """Refuse a text that would be too much to parse.

        Raises:
            InputError: If the text or one of its lines is over its limit.
        """
        self.check_characters(len(text), source)
        if len(text) <= self.max_line:
            return
        longest = max(len(line) for line in re.split(r"[\r\n\f\v\x85\u2028\u2029]", text))
        if longest > self.max_line:
            reason = f"has a line of {longest:,} characters, more than the limit of {self.max_line:,}"
            raise InputError(source, reason, "break it into paragraphs")
