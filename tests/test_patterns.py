"""No regular expression of the package can read the same words in exponentially many ways."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import warnings
from collections.abc import Iterator

import pytest

import sociogram
from support.ambiguous import compiled_patterns, find_ambiguous
from support.places import ROOT

ASKED = {"compile", "match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
"""Functions of ``re`` whose first argument is a pattern."""
LITERAL = re.compile(r"(?:^|[=(,!&|?:;\s])/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+)/[dgimsuvy]*")
"""A regular expression in TypeScript: what stands between slashes where no number can stand before a division."""
FEWEST_IN_THE_PAGE = 20
KNOWN: dict[str, str] = {}
"""Patterns that the check lists and that are no danger, each with why."""


def in_code() -> Iterator[tuple[str, str]]:
    """The patterns that stand as they are in calls of ``re``, by where they do."""
    for path in sorted((ROOT / "src" / "sociogram").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            pattern = node.args[0]
            if of_re and node.func.attr in ASKED and isinstance(pattern, ast.Constant):
                words = pattern.value if isinstance(pattern.value, str) else pattern.value.decode("latin-1")
                flags = " ".join(ast.unparse(each) for each in (*node.args[1:], *node.keywords))
                yield f"{path.name}:{node.lineno}", ("(?x)" if "VERBOSE" in flags else "") + words


def test_no_pattern_is_ambiguous() -> None:
    for module in pkgutil.walk_packages(sociogram.__path__, "sociogram."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    patterns = compiled_patterns("sociogram")
    assert len(patterns) > 250
    found = {}
    for place, pattern in patterns.items():
        words = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        found[place] = find_ambiguous(words, pattern.flags & ~re.UNICODE)
    written = dict(in_code())
    assert len(written) > 150
    found |= {place: find_ambiguous(words) for place, words in written.items()}
    assert {place: words for place, words in found.items() if words and place not in KNOWN} == {}


def in_the_page() -> Iterator[tuple[str, str]]:
    """The regular expressions that stand as literals in the page's TypeScript, in Python's spelling."""
    for path in sorted((ROOT / "web" / "src").rglob("*.ts")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.lstrip().startswith(("//", "*", "/*")):
                continue
            for match in LITERAL.finditer(line):
                words = re.sub(r"\\[pP]\{\w+\}", r"\\w", match[1]).replace("\\/", "/").replace("(?<", "(?P<")
                yield f"{path.name}:{number}", words.replace("(?P<!", "(?<!").replace("(?P<=", "(?<=")


def test_no_pattern_of_the_page_is_ambiguous() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        found = {place: find_ambiguous(words) for place, words in in_the_page()}
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
