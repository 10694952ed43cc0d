"""Every confidence is told with its source, and no finder has one of its own."""

from __future__ import annotations

import ast
import re

from sociogram.knowledge import confidence
from support.places import ROOT

SOURCE = ROOT / "src" / "sociogram"
SOURCES = re.compile(r"CaRB|KnowledgeNet|[Bb]y hand")


def constants():
    body = ast.parse((SOURCE / "knowledge" / "confidence.py").read_text(encoding="utf-8")).body
    for one, behind in zip(body, [*body[1:], None], strict=True):
        if isinstance(one, ast.Assign):
            yield one.targets[0].id, behind


def test_every_confidence_is_told_with_its_source():
    for name, behind in constants():
        assert isinstance(behind, ast.Expr), name
        assert SOURCES.search(behind.value.value), name


def test_every_confidence_is_one():
    for name, _ in constants():
        value = getattr(confidence, name)
        for each in value.values() if isinstance(value, dict) else [value]:
            assert 0 < each <= 1, name


def test_no_finder_has_a_confidence_of_its_own():
    for path in sorted((SOURCE / "extraction").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "confidence":
                assert not any(isinstance(each, ast.Constant) and isinstance(each.value, float)
                               for each in ast.walk(node.value)), f"{path.name}:{node.value.lineno}"  # fmt: skip
