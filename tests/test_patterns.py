"""No regular expression of the package takes time that grows with more than the length of what it reads."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import sociogram
from support.ambiguous import compiled_patterns, find_ambiguous
from support.places import ROOT
from support.polynomial import find_slow

ASKED = {"compile", "match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
"""Functions of ``re`` whose first argument is a pattern."""
LITERAL = re.compile(
    r"(?:^|[=(,!&|?:;\s])/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+)/([dgimsuvy]*)"
)
"""A regular expression in TypeScript: what stands between slashes where no number can stand before a division."""
FEWEST_IN_THE_PAGE = 20
KNOWN: dict[str, str] = {}
"""Patterns that the check lists and that are no danger, each with why."""
SHORT = {
    "extraction.attribution.pleadings._TITLE": "is given at most 80 characters",
    "extraction.attribution.pleadings._OTHER": "is given at most 80 characters",
    "extraction.reduce._LOOSE_END": "is given a phrase that was cut",
    "extraction.signatures._LINE": "is given 160 characters",
    "parse.view._WORD_BEFORE": "is given the 60 characters before a place",
    "rdf.planning._PROPERTY": "reads the questions that the package brings",
    "read.formats.main_text._SENTENCE": "is given the last 400 characters",
    "read.layout.labels.": "are given 120 characters of a line",
    "read.layout.threads._RULE": "is given at most 400 characters",
    "read.phrases.correspondents._PATH": "is given what is left of at most 200 characters",
    "read.phrases.correspondents._BEHALF": "is given at most 200 characters",
    "write.networks.pyvis_page._CDN": "is given the page of a library, in which names stand escaped",
    "write.networks.pyvis_page._SCRIPT": "is given the page of a library, in which names stand escaped",
}
"""Beginnings of the names of patterns that may be slow on what is long, and are only given what is short."""
WHOLE = {"match", "fullmatch"}
"""Ways to ask a pattern that begin at one place."""


@cache
def loaded() -> dict[str, re.Pattern[str]]:
    """The patterns that the modules of the package hold, by module and name."""
    for module in pkgutil.walk_packages(sociogram.__path__, "sociogram."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return compiled_patterns("sociogram")


def is_sought(place: str) -> bool:
    """Whether the pattern at ``place`` is looked for from every place of a text, as far as the code says."""
    found = re.match(r"(sociogram[\w.]*)\.(\w+)", place)
    assert found
    value = getattr(sys.modules[found[1]], found[2])
    if hasattr(value, "__self__"):
        return value.__name__ not in WHOLE
    code = everything() if not found[2].startswith("_") else written_in(found[1])
    ways = set(re.findall(rf"\b{found[2]}\b(?:\[[^\]\n]*\])?\.(\w+)", code))
    return not ways or bool(ways - WHOLE)


def written_in(module: str) -> str:
    """The code of a module."""
    return Path(str(sys.modules[module].__file__)).read_text(encoding="utf-8")


@cache
def everything() -> str:
    """The code of the whole package."""
    return "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src" / "sociogram").rglob("*.py")))


def in_code() -> Iterator[tuple[str, str, str]]:
    """The patterns that stand as they are in calls of ``re``: where, what, and by which function."""
    for path in sorted((ROOT / "src" / "sociogram").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            pattern = node.args[0]
            if of_re and node.func.attr in ASKED and isinstance(pattern, ast.Constant):
                words = pattern.value if isinstance(pattern.value, str) else pattern.value.decode("latin-1")
                flags = " ".join(ast.unparse(each) for each in (*node.args[1:], *node.keywords))
                words = ("(?x)" if "VERBOSE" in flags else "") + words
                yield f"{path.name}:{node.lineno}", words, node.func.attr


def test_no_pattern_is_ambiguous() -> None:
    patterns = loaded()
    assert len(patterns) > 250
    found = {}
    for place, pattern in patterns.items():
        words = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        found[place] = find_ambiguous(words, pattern.flags & ~re.UNICODE)
    written = {place: words for place, words, _ in in_code()}
    assert len(written) > 150
    found |= {place: find_ambiguous(words) for place, words in written.items()}
    assert {place: words for place, words in found.items() if words and place not in KNOWN} == {}


def in_the_page() -> Iterator[tuple[str, str, bool]]:
    """The regular expressions that stand as literals in the page's TypeScript, in Python's spelling.

    Behind the place and the words comes whether it is looked for from every place: a sticky one is not.
    """
    for path in sorted((ROOT / "web" / "src").rglob("*.ts")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.lstrip().startswith(("//", "*", "/*")):
                continue
            for match in LITERAL.finditer(line):
                words = re.sub(r"\\[pP]\{\w+\}", r"\\w", match[1]).replace("\\/", "/").replace("(?<", "(?P<")
                words = words.replace("(?P<!", "(?<!").replace("(?P<=", "(?<=")
                yield f"{path.name}:{number}", words, "y" not in match[2]


def test_no_pattern_of_the_page_is_ambiguous() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        found = {place: find_ambiguous(words) for place, words, _ in in_the_page()}
    assert len(found) > FEWEST_IN_THE_PAGE
    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.parametrize("pattern", [
    "(a+)*", "(a*)*", r"(?:[A-Z][A-Za-z]*)+1", r"[.](?:[)]*|\[\d\])*$", r"(?:\w+\s*)*x", "(?:a|a)*", "(?:a|aa)*",
    "(?:[ab]c|a[cd])*", "(?:(a|b)*c?)+", r"(?i:(?:k\w*)+!)", "(?:x+x?){2,60}y", r"((?:ab)*|a)*c",
])  # fmt: skip
def test_ambiguous_patterns_are_found(pattern: str) -> None:
    assert find_ambiguous(pattern)


@pytest.mark.parametrize("pattern", [
    r"(?:\w+,)*", "(?:a,?)*", r"(?: \w+)*", "(ab*)*", r"(?:[)]|\[\d\])*$", r"\w+(?:-\w+)*", '"(?:[^"\\\\]|\\\\.)*"',
    r"(?:[A-Z][a-z]+ ){1,3}", "(?:a|bc)*", ".*x", r"(?:\d+){0,4}",
])  # fmt: skip
def test_plain_patterns_pass(pattern: str) -> None:
    assert find_ambiguous(pattern) == []


@pytest.mark.slow
def test_no_pattern_takes_time_with_a_power_of_the_length() -> None:
    found = {}
    seen: dict[tuple[object, int, bool], str] = {}
    for place, pattern in loaded().items():
        if place.removeprefix("sociogram.").startswith(tuple(SHORT)):
            continue
        sought = is_sought(place)
        key = (pattern.pattern, pattern.flags, sought)
        if key not in seen:
            seen[key] = find_slow(pattern, sought=sought)
        if seen[key]:
            found[place.removeprefix("sociogram.")] = seen[key]
    assert found == {}


@pytest.mark.slow
def test_no_pattern_in_a_call_takes_time_with_a_power_of_the_length() -> None:
    found = {
        place: find_slow(re.compile(words), sought=way not in WHOLE)
        for place, words, way in in_code()
        if way != "compile"
    }
    assert len(found) > 15
    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.slow
def test_no_pattern_of_the_page_takes_time_with_a_power_of_the_length() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        found = {place: find_slow(re.compile(words), sought=sought) for place, words, sought in in_the_page()}
    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.parametrize(("pattern", "sought"), [
    ("a*a*b", False), (r"\s+$", True), (r"\d+x", True), (".*,.*,x", False), (r"(?=.*x)a", True), (r"(?:\w+ )+\d", True),
    (r"\w+@\w+", True), (r"[ \t]*:", True), ("<[^>]*>", True),
])  # fmt: skip
def test_powers_are_found(pattern: str, *, sought: bool) -> None:
    assert find_slow(re.compile(pattern), sought=sought)


@pytest.mark.parametrize(("pattern", "sought"), [
    (r"\d+x", False), (r"\b\d+x", True), (r"(?<!\s)\s+$", True), ('"[^"]*"', True), (r"\w{1,30}@", True),
    ("a*b*c", False),
])  # fmt: skip
def test_what_is_linear_is_not_listed(pattern: str, *, sought: bool) -> None:
    assert not find_slow(re.compile(pattern), sought=sought)
