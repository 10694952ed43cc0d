"""No test waits for a process without an end: a hanging test tells nobody what hangs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.places import TESTS

STARTS = {"support/processes.py", "support/served_cases.py", "write/rdf/test_push.py"}
"""What may start a process by itself: it kills it at the end of its block."""
MODULES = sorted(path for path in TESTS.rglob("*.py") if "subprocess" in path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, str, ast.Call]]:
    """Of each call of a method: what it is called on, its name, and the call."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_whoever_waits_for_a_process_says_how_long(path: Path) -> None:
    for owner, name, call in calls(path):
        place = f"{path.relative_to(TESTS)}:{call.lineno}"
        if owner == "subprocess" and name == "Popen":
            assert path.relative_to(TESTS).as_posix() in STARTS, f"{place}: use support.processes.started"
        elif owner == "subprocess" or name in {"communicate", "wait"}:
            timed = any(word.arg == "timeout" for word in call.keywords) or (name == "wait" and call.args)
            assert timed, f"{place}: give a timeout"
