"""The data flow has one direction: no stage imports a later or a sibling stage."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "sociogram"
SHARED = {"model", "errors", "ids", "resources", "entries", "ontology", "lexicon", "lexicon_checks", "actor_lists",
          "ports", "namespaces", "reading", "federation"}  # fmt: skip
MAY_IMPORT = {
    "read": SHARED,
    "parse": SHARED | {"view"},
    "extract": SHARED | {"parse", "view"},
    "resolve": SHARED | {"judgements"},
    "ties": SHARED | {"claim_worth"},
    "facts": SHARED,
    "claims": SHARED | {"resolve", "claim_worth", "ties"},
    "graph": SHARED | {"resolve", "claims", "ties", "facts", "quads", "judgements", "store", "records"},
    "compare": SHARED | {"graph", "ties", "claim_worth", "facts"},
    "combine": SHARED | {"graph", "ties"},
    "check": SHARED | {"ties", "graph", "facts", "store", "read"},
    "write": SHARED | {"graph", "facts", "quads", "records", "compare"},
    "case": SHARED
    | {"read", "graph", "judgements", "facts", "quads", "records", "store", "combine", "write"},
    "serve": SHARED | {"asking", "case", "graph", "judgements", "questions", "facts", "write"},
}


def imported_names(path: Path, *, typing_only: bool) -> set[str]:
    """First parts below ``sociogram`` of what a module imports, without those for type checkers unless asked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden: set[ast.AST] = set()
    if not typing_only:
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                hidden |= set(ast.walk(node))
    found = set()
    for node in ast.walk(tree):
        if node in hidden:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("sociogram."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {name.name.split(".")[1] for name in node.names if name.name.startswith("sociogram.")}
    return found


def modules_of(stage: str) -> list[Path]:
    folder = PACKAGE / stage
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{stage}.py"]


@pytest.mark.parametrize("stage", sorted(MAY_IMPORT))
def test_a_stage_imports_only_what_comes_before_it(stage: str) -> None:
    modules = modules_of(stage)
    assert modules
    for path in modules:
        assert imported_names(path, typing_only=False) <= MAY_IMPORT[stage] | {stage}, path


def test_only_the_parse_stage_imports_spacy_itself() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        hidden = {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            for inner in ast.walk(node)
        }
        names = {
            name.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import) and node not in hidden
            for name in node.names
        }
        assert "spacy" not in names or path.name == "parse.py", path


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from click.testing import CliRunner; from sociogram.cli import group; "
        "assert CliRunner().invoke(group, ['--help']).exit_code == 0; "
        "print(sorted({'spacy', 'numpy', 'rdflib', 'networkx', 'pyoxigraph', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_that_readings_are_made_by_is_in_the_key_of_the_cache() -> None:
    from sociogram.case.cache import RULES

    seen: set[str] = set()
    pending = {"read", "parse", "extract", "reading"}
    while pending:
        name = pending.pop()
        seen.add(name)
        for path in modules_of(name):
            pending |= imported_names(path, typing_only=False) - seen
    assert {name.removesuffix(".py") for name in RULES} >= seen
