"""Scripts and styles of this package that stand inside a page, and how the page's policy names them."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from sociogram.errors import UsageError

_ENDS = ("</script", "<!--", "</style")
"""What would end a script or a style, or turn a script into a comment (HTML, 4.12.1.3)."""


def has_asset(package: str, path: str) -> bool:
    """Whether there is a file at ``path`` in the folder of ``package``: bundles are missing until they are built."""
    return files(package).joinpath(path).is_file()


def read_asset(package: str, path: str) -> str:
    """The script or style at ``path`` in the folder of ``package``, which can stand inside its element as it is.

    Raises:
        UsageError: If it is not there, or would end its own element.
    """
    asset = files(package).joinpath(path)
    try:
        text = asset.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UsageError(f"{asset}: not there; build the page first: make page") from error
    lower = text.lower()
    if any(end in lower for end in _ENDS):
        raise UsageError(f"{asset}: would end its own element; build the page again: make page")
    return text


def hash_source(text: str) -> str:
    """The source of a Content Security Policy that allows the script or style ``text``, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
