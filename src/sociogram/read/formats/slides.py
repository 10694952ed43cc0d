"""Slides of .pptx: their titles, texts and tables, each with what its speaker notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.files.zipped import read_xml, weigh_parts
from sociogram.read.formats.composer import Composer, one_line
from sociogram.read.formats.html import add_rows

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES = frozenset({"title", "ctrTitle"})
_AROUND = frozenset({"sldNum", "ftr", "dt", "hdr", "sldImg"})
"""Placeholders of what stands on every slide."""
_ENDS = (".", "!", "?", "…")
_MOST_SLIDES = 5_000


@dataclass(frozen=True)
class SlidesReader:
    """Reads the slides that are shown, in their order, as one document."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".pptx",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The document; raises ``InputError`` if it is damaged, encrypted, a bomb or without text."""
        weigh_parts(content, source, remedy="save its text as .txt, if you trust it")
        composer = Composer()
        for name in _slides(content, source):
            slide = read_xml(content, name)
            if slide is None or slide.get("show") == "0":
                continue
            _compose(slide, composer)
            for note in _related(content, name, "/notesSlide").values():
                _compose(read_xml(content, note), composer)
        self.options.check_text(composer.text(), source)
        documents = composer.documents(source=source, id=slug(source))
        if not documents:
            raise InputError(source, "has no words", "give slides with text")
        yield from documents


def _slides(content: bytes, source: str) -> list[str]:
    """The names of the parts of the slides, in their order."""
    presentation = read_xml(content, "ppt/presentation.xml")
    if presentation is None:
        raise InputError(
            source, "is damaged: its list of slides is missing", "save it again from its program"
        )
    parts = _related(content, "ppt/presentation.xml", "/slide")
    wanted = [slide.get(f"{_R}id") for slide in presentation.iter(f"{_P}sldId")]
    return [parts[name] for name in dict.fromkeys(wanted) if name in parts][:_MOST_SLIDES]


def _related(content: bytes, name: str, kind: str) -> dict[str, str]:
    """The parts that ``name`` refers to as of ``kind``, by the id of the relation."""
    folder, _, file = name.rpartition("/")
    relations = read_xml(content, f"{folder}/_rels/{file}.rels")
    found: dict[str, str] = {}
    for relation in () if relations is None else relations:
        if (relation.get("Type") or "").endswith(kind):
            target = relation.get("Target") or ""
            found[relation.get("Id")] = target[1:] if target.startswith("/") else _below(folder, target)
    return found


def _below(folder: str, target: str) -> str:
    parts = folder.split("/")
    for step in target.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def _compose(slide: Any, composer: Composer) -> None:
    if slide is None:
        return
    for shape in slide.iter(f"{_P}sp", f"{_P}graphicFrame"):
        place = shape.find(f".//{_P}ph")
        role = "" if place is None else place.get("type", "body")
        if role in _AROUND or _is_hidden(shape):
            continue
        if shape.tag == f"{_P}graphicFrame":
            add_rows(list(_rows(shape)), composer)
        for text in _paragraphs(shape) if shape.tag == f"{_P}sp" else ():
            composer.add(text, _kind(text, role))


def _is_hidden(shape: Any) -> bool:
    properties = shape.find(f".//{_P}cNvPr")
    return properties is not None and properties.get("hidden") in ("1", "true")


def _kind(text: str, role: str) -> BlockKind | None:
    if role in _TITLES:
        return BlockKind.HEADLINE
    return BlockKind.BULLET if role == "body" and not text.endswith(_ENDS) else None


def _paragraphs(element: Any) -> Iterator[str]:
    for paragraph in element.iter(f"{_A}p"):
        text = one_line("".join(_words(paragraph)))
        if text:
            yield text


def _words(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{_A}t", f"{_A}br"):
        run = node.getparent().find(f"{_A}rPr") if node.tag == f"{_A}t" else None
        if run is None or run.get("strike", "noStrike") == "noStrike":
            yield (node.text or "") if node.tag == f"{_A}t" else " "


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_A}tr"):
        cells = [" ".join(_paragraphs(cell)) for cell in row.iter(f"{_A}tc")]
        if any(cells):
            yield "\t".join(cell for cell in cells if cell)


READER = SlidesReader()
