"""Scripts and styles inside pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from sociogram.errors import UsageError
from sociogram.write.files import page_assets
from sociogram.write.files.page_assets import has_asset, hash_source, read_asset


def test_an_asset_of_the_package_is_read_as_it_is() -> None:
    assert read_asset("sociogram.write.difference", "difference.js").startswith('"use strict";')
    assert has_asset("sociogram.write.explorer", "bundle/explorer.js")


@pytest.mark.parametrize("text", ["a('</SCRIPT>')", "x = '<!--'", "p::after { content: '</style' }"])
def test_what_would_end_its_own_element_is_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_assets, "files", lambda _package: tmp_path)
    (tmp_path / "a.js").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"would end its own element.*make page"):
        read_asset("any", "a.js")


def test_a_missing_bundle_is_told_with_the_remedy() -> None:
    assert not has_asset("sociogram.write.explorer", "bundle/none.js")
    with pytest.raises(UsageError, match="build the page first"):
        read_asset("sociogram.write.explorer", "bundle/none.js")


def test_a_hash_source_is_that_of_the_standard() -> None:
    # The example of Content Security Policy Level 3, 8.3.
    assert hash_source("doSomething();") == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"
