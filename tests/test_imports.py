"""The data flow has one direction: every room has a rule of what it may import, and the rules have no circle."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from support.patience import SECONDS
from support.places import ROOT

PACKAGE = ROOT / "src" / "sociogram"
VALUES = {"errors", "ids", "model", "ports", "version"}
KNOWLEDGE = VALUES | {"knowledge"}
PARSED = KNOWLEDGE | {"parse"}
GRAPH = KNOWLEDGE | {"extraction.reading", "graph"}
DRAWN = GRAPH | {"rdf", "write.files", "write.text"}

RULES: dict[str, set[str]] = {
    # The values that pass from stage to stage.
    "errors": set(),
    "ids": set(),
    "version": set(),
    "model": set(),
    "ports": {"errors", "model"},
    "processes": VALUES,
    "knowledge": VALUES,
    "knowledge.publish": KNOWLEDGE,
    # From files to documents, and to their parses.
    "read.files": KNOWLEDGE,
    "read.phrases": KNOWLEDGE,
    "read.layout": KNOWLEDGE | {"read.phrases"},
    "read.credits": KNOWLEDGE | {"read.layout", "read.phrases"},
    "read.pages": KNOWLEDGE | {"read.layout"},
    "read.structure": KNOWLEDGE | {"read.credits", "read.layout"},
    "read.formats": KNOWLEDGE | {
        "read.credits", "read.files", "read.layout", "read.pages", "read.phrases", "read.structure",
    },
    "read": KNOWLEDGE | {"read.files", "read.formats", "read.structure"},
    "parse": KNOWLEDGE,
    # From parses to what each document says.
    "extraction.values": PARSED,
    "extraction.mentions": PARSED,
    "extraction.propositions": PARSED,
    "extraction.attribution": PARSED,
    "extraction.coreference": PARSED,
    "extraction.qualification": PARSED | {"extraction.values"},
    "extraction.nouns": PARSED | {"extraction.values"},
    "extraction.learned": PARSED | {"extraction.nouns", "extraction.values"},
    "extraction.verbs": PARSED | {"extraction.values"},
    "extraction.statements": PARSED | {"extraction.propositions", "extraction.verbs"},
    "extraction.reading": {"model"},
    "extraction": PARSED | {f"extraction.{room}" for room in (
        "attribution", "coreference", "learned", "mentions", "nouns", "propositions", "qualification", "reading",
        "statements", "values", "verbs")},
    # From what documents say to one graph.
    "resolve": KNOWLEDGE | {"extraction.reading"},
    "graph": KNOWLEDGE | {"extraction.reading", "resolve"},
    "rdf": GRAPH,
    "rdf.questions": GRAPH | {"rdf"},
    "story": GRAPH,
    "check": GRAPH | {"rdf", "read"},
    "compare": GRAPH,
    "combine": GRAPH,
    "suggest": GRAPH | {"resolve"},
    # From the graph to files.
    "write.files": GRAPH,
    "write.text": GRAPH | {"write.files"},
    "write.picture": GRAPH,
    "write.networks": DRAWN | {"write.picture"},
    "write.explorer": DRAWN | {"suggest", "write.picture"},
    "write.rdf": DRAWN,
    "write.ftm": DRAWN,
    "write.property_graph": DRAWN,
    "write.difference": DRAWN | {"compare"},
    "write.story": DRAWN | {"story", "write.picture"},
    "write.descriptions": DRAWN | {"write.rdf"},
    "write": DRAWN | {f"write.{room}" for room in (
        "difference", "descriptions", "explorer", "ftm", "networks", "picture", "property_graph", "rdf")},
    # Composition.
    "pipeline": GRAPH | {"extraction", "parse", "processes", "read", "read.files"},
    "case": GRAPH | {"combine", "extraction", "parse", "pipeline", "processes", "rdf", "read", "read.files", "resolve",
                     "write", "write.explorer", "write.files", "write.rdf"},
    "spark": VALUES | {"case", "pipeline", "processes", "read", "read.files"},
    "serve.settings": VALUES,
    "serve.workers": GRAPH | {"case", "processes", "rdf", "rdf.questions", "write.rdf"},
    "serve.http": GRAPH | {"serve.settings", "serve.workers", "write.files"},
    "serve.changes": GRAPH | {"case", "serve.http", "serve.settings", "serve.workers", "story", "write.files"},
    "serve.sparql": GRAPH | {"serve.changes", "serve.http", "serve.settings", "serve.workers"},
    "serve.explorer": DRAWN | {"case", "rdf.questions", "serve.changes", "serve.http", "serve.settings",
                               "serve.workers", "story", "suggest", "write.explorer", "write.picture", "write.story"},
    "serve": GRAPH | {"case", "serve.changes", "serve.explorer", "serve.http", "serve.settings", "serve.sparql",
                      "serve.workers"},
    "cli": GRAPH | {"case", "compare", "parse", "pipeline", "processes", "rdf", "story", "write.difference",
                    "write.text"},
    "cli.verbs": GRAPH | {"case", "check", "cli", "compare", "extraction", "parse", "pipeline", "processes", "rdf",
                          "rdf.questions", "read.files", "serve", "serve.settings", "spark", "story", "suggest",
                          "write", "write.difference", "write.descriptions", "write.files", "write.ftm",
                          "write.networks", "write.property_graph", "write.rdf", "write.story", "write.text"},
    "__main__": {"cli"},
    "__init__": {"case", "graph", "model", "pipeline", "version"},
}  # fmt: skip
"""What the modules of a room may import beside their own room. A room is a folder, or a module named here."""

FACADE = {
    ("graph.values", "rdf.ask"),
    ("graph.values", "rdf.quads"),
    ("graph.values", "write.networks.attributes"),
}
"""``Graph`` offers its own views (``to_rdf``, ``to_networkx``, ``query``), loaded when they are asked for."""


@cache
def modules() -> dict[str, Path]:
    """All modules by their names below ``sociogram``; a package's ``__init__`` has the package's name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
        found[name] = path
    return found


def room_of(module: str) -> str:
    """The room that ``module`` belongs to: itself where it has a rule, else its folder."""
    return module if module in RULES else module.rpartition(".")[0]


def imports_of(module: str) -> set[str]:
    """The modules of this package that ``module`` imports, wherever in it, for type checkers too."""
    found = set()
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}:{node.lineno}: imports are absolute"
            if node.module == "sociogram" or (node.module or "").startswith("sociogram."):
                base = (node.module or "").partition(".")[2]
                for name in node.names:
                    inner = f"{base}.{name.name}".lstrip(".")
                    found.add(inner if inner in modules() else base or "__init__")
        elif isinstance(node, ast.Import):
            found |= {
                name.name.partition(".")[2] for name in node.names if name.name.startswith("sociogram.")
            }
    return found


def test_every_module_is_in_a_room_that_has_a_rule() -> None:
    without = sorted(module for module in modules() if room_of(module) not in RULES)
    assert not without, f"give a rule to the rooms of {without}"


def test_every_rule_is_of_a_room_and_names_rooms() -> None:
    rooms = {room_of(module) for module in modules()}
    assert set(RULES) == rooms
    assert {named for allowed in RULES.values() for named in allowed} <= rooms


@pytest.mark.parametrize("room", sorted(RULES))
def test_a_room_imports_only_what_its_rule_allows(room: str) -> None:
    for module in (module for module in modules() if room_of(module) == room):
        for imported in sorted(imports_of(module)):
            if (module, imported) in FACADE or room_of(imported) == room:
                continue
            assert room_of(imported) in RULES[room], f"{module} imports {imported}"


def test_the_rules_have_no_circle() -> None:
    assert list(TopologicalSorter(RULES).static_order())


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {
        module: {name for name in imports_of(module) if name != module and (module, name) not in FACADE}
        for module in modules()
    }
    assert list(TopologicalSorter(graph).static_order())


def test_only_the_parse_imports_spacy() -> None:
    for module, path in modules().items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            if any(name.partition(".")[0] == "spacy" for name in names):
                assert room_of(module) == "parse", module


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from sociogram.cli import group; "
        "assert CliRunner().invoke(group, ['--help']).exit_code == 0; "
        "print(sorted({'spacy', 'numpy', 'rdflib', 'networkx', 'pyoxigraph', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=SECONDS
    )
    assert done.stdout.strip() == "[]"


def test_all_that_readings_are_made_by_is_in_the_key_of_the_cache() -> None:
    from sociogram.case.cache import RULES as KEPT

    covered = {name.removesuffix(".py") for name in KEPT}
    pending, seen = (
        {module for module in modules() if module.partition(".")[0] in ("read", "parse", "extraction")},
        set(),
    )
    while pending:
        module = pending.pop()
        seen.add(module)
        pending |= {name for name in imports_of(module) if name != "__init__"} - seen
    assert {module.partition(".")[0] for module in seen} <= covered
