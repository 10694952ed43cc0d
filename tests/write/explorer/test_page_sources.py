"""The sources of the pages in ``web/src``: rooms without circles, and functions that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from support.places import ROOT

SOURCES = ROOT / "web" / "src"
FILES = sorted(SOURCES.rglob("*.ts"))
MOST_LINES = 60
MOST_FILES = 12
_IMPORT = re.compile(r"""^(?:import|export)\b[^;]*?["'](\.[^"']+)["'];""", re.MULTILINE)
# What may stand before a regular expression, where a quotient could not.
_BEFORE_REGEX = re.compile(r"(?:^|[(,=:\[!&|?{};]|=>|\breturn)\s*$")
# Text that has no brackets of the program: strings, patterns, comments.
_TEXT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""",
    re.DOTALL,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_CLASS = re.compile(r"(?:^|\n)\s*(?:export )?(?:abstract )?(?:class|interface) [^{}();]*$")


def test_no_circle_of_imports_between_folders_or_files() -> None:
    folders: dict[str, set[str]] = {}
    files: dict[str, set[str]] = {}
    for path in FILES:
        for target in imports_of(path):
            files.setdefault(name_of(path), set()).add(name_of(target))
            if target.parent != path.parent:
                folders.setdefault(name_of(path.parent), set()).add(name_of(target.parent))
    assert folders
    TopologicalSorter(folders).prepare()
    TopologicalSorter(files).prepare()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_no_function_is_longer_than_sixty_lines(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert [block for block in blocks_of(source) if block[1] - block[0] >= MOST_LINES] == []


def test_no_folder_is_one_where_a_reader_scrolls() -> None:
    folders = [folder for folder in SOURCES.rglob("*") if folder.is_dir()]
    assert {
        folder.name: count for folder in folders if (count := len(list(folder.iterdir()))) > MOST_FILES
    } == {}
    assert [path.name for path in SOURCES.iterdir() if path.is_file()] == []


def test_blocks_are_found_past_strings_patterns_and_classes() -> None:
    source = (
        'class A {\n  m(a = "{"): void {\n    if (/[{/]/.test(a)) {\n    } // {\n'
        "    const b = `${a.map((c) => {\n      return `}${c}`;\n    })}{`;\n  }\n}\n"
    )
    assert sorted(blocks_of(source)) == [(2, 8), (3, 4), (5, 7)]


def name_of(path: Path) -> str:
    return path.relative_to(SOURCES).as_posix()


def imports_of(path: Path) -> Iterator[Path]:
    """The sources that one imports, for their types or their values."""
    for match in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        if not match[1].endswith((".css", ".css?raw")):
            target = (path.parent / f"{match[1]}.ts").resolve()
            assert target.is_file(), f"{path}: {match[1]}"
            yield target


def blocks_of(source: str) -> list[tuple[int, int]]:
    """First and last line of each block in braces of more than a line, but those of classes and interfaces."""
    found: list[tuple[int, int]] = []
    # Braces that are open: where they stand, or -1 for a class; None for a template string that is open.
    stack: list[int | None] = []
    at = 0
    while at < len(source):
        in_template = bool(stack) and stack[-1] is None
        text = None if in_template else _TEXT.match(source, at)
        if text is None and not in_template and source[at] == "/" and _BEFORE_REGEX.search(source[:at][-40:]):
            text = _REGEX.match(source, at)
        if text is not None:
            at = text.end()
            continue
        character = source[at]
        if in_template and character == "\\":
            at += 1
        elif in_template and source.startswith("${", at):
            stack.append(-1)
            at += 1
        elif character == "`":
            if in_template:
                stack.pop()
            else:
                stack.append(None)
        elif not in_template and character == "{":
            stack.append(-1 if _CLASS.search(source[:at]) else at)
        elif not in_template and character == "}":
            begin = stack.pop()
            assert begin is not None
            if begin >= 0 and (lines := (line_of(source, begin), line_of(source, at)))[0] != lines[1]:
                found.append(lines)
        at += 1
    assert not stack
    return found


def line_of(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1
