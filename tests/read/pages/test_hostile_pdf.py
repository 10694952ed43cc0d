"""PDFs made to stop a reader cost themselves alone, and the next file is read."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from sociogram.model import Document, Skipped
from sociogram.pipeline import BuildOptions, read_items
from sociogram.processes.budget import Budget
from sociogram.processes.crew import Crew
from sociogram.read import read_paths
from sociogram.read.files.sources import list_sources
from support.read_samples import assembled_pdf, pdf_bytes

HEAD = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SAID = "BT /F1 11 Tf 60 700 Td (Dora Finn met Emil Gray in May.) Tj ET"


def nested_forms(depth: int, drawn: int) -> bytes:
    """A page with a form that draws another one ``drawn`` times, and so on."""
    objects = [*HEAD, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
               " /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >> >>"]  # fmt: skip
    objects += ["<< /Length 5 >>\nstream\n/X Do\nendstream", FONT]
    for number in range(depth):
        inner = f"/XObject << /X {7 + number} 0 R >>" if number < depth - 1 else ""
        stream = SAID + " /X Do" * drawn if inner else SAID
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> {inner} >>"
            f" /Length {len(stream)} >>\nstream\n{stream}\nendstream"
        )
    return assembled_pdf(objects)


def own_pages() -> bytes:
    """A tree of pages that holds itself eight times."""
    return assembled_pdf([HEAD[0], f"<< /Type /Pages /Kids [{' '.join(['2 0 R'] * 8)}] /Count 8 >>"])


def filtered(times: int) -> bytes:
    """A page whose words are packed so many times over."""
    stream = SAID.encode()
    for _ in range(times):
        stream = zlib.compress(stream)
    filters = " ".join(["/FlateDecode"] * times)
    return assembled_pdf([
        *HEAD,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} /Filter [{filters}] >>\nstream\n{stream.decode('latin-1')}\nendstream",
        FONT,
    ])  # fmt: skip


@pytest.mark.slow
def test_forms_that_draw_each_other_cost_their_file_its_budget(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(nested_forms(20, 4))
    (tmp_path / "b.pdf").write_bytes(pdf_bytes(["Dora Finn met Emil Gray in May."]))
    with Crew(1, Budget(2)) as crew:
        skipped, document = [
            item
            for source in list_sources([str(tmp_path)])
            for item in read_items(source, Path(source.path).read_bytes(), BuildOptions(), crew)
        ]
    assert isinstance(skipped, Skipped)
    assert "budget of 2 s" in skipped.reason
    assert isinstance(document, Document)
    assert "Dora Finn" in document.text


def test_a_tree_of_pages_in_itself_is_left_out_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(own_pages())
    (tmp_path / "b.pdf").write_bytes(pdf_bytes(["Dora Finn met Emil Gray in May."]))
    skipped, document = read_paths([tmp_path])
    assert isinstance(skipped, Skipped)
    assert isinstance(document, Document)


def test_words_that_are_packed_many_times_over_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(filtered(100))
    (document,) = read_paths([tmp_path])
    assert isinstance(document, Document)
    assert "Dora Finn" in document.text
