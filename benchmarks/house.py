"""What a tree of modules says of itself: folders, floors, arrows, circles, word tables, numbers without a reason.

    python -m benchmarks.house [FOLDER …]

Each FOLDER is a package's (by default ``src/sociogram``); several stand side by side, to compare two states. A
*room* is a folder with modules, or a module of the package's own folder; the ``__init__`` of a package stands
above its rooms and counts as one of its own where it imports any. An *arrow* is a pair of rooms of which one
imports the other, for type checkers too; the *floors* are the longest way down; *circles* are counted between
modules, imports inside functions too: those of ``Graph`` to the views that it offers, which tests/test_imports.py
declares, are three. A *word table* is a constant of a module with at least four English words in small letters, an
*inline set* one of at least two inside a function; labels of the parse are not counted. A *number* is a constant
of a module, in capitals, made of numbers alone; it has a reason if a text stands under it or a comment over or
beside it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

_WORD = re.compile(r"[a-z][a-z' -]*[a-z]")
_LABELS = frozenset({
    "acl", "acomp", "advcl", "adverb", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case",
    "cc", "ccomp", "clause", "complement", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det",
    "dobj", "expl", "female", "indirect", "intj", "male", "mark", "meta", "named", "neg", "neuter", "nmod",
    "nominal", "npadvmod", "nsubj", "nsubjpass", "nummod", "object", "oprd", "parataxis", "pcomp", "plural",
    "pobj", "poss", "preconj", "predet", "prep", "pronoun", "prt", "punct", "quantmod", "relcl", "root",
    "singular", "subject", "unknown", "xcomp",
})  # fmt: skip
_DISPLAYS = (ast.Set, ast.List, ast.Tuple, ast.Dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The modules of a package by their names below it, and its name."""

    name: str
    modules: dict[str, Path]

    def room(self, module: str) -> str:
        """The room that ``module`` is in."""
        return module if self.is_package(module) or "." not in module else module.rpartition(".")[0]

    def is_package(self, module: str) -> bool:
        """Whether ``module`` is a package's ``__init__``."""
        return self.modules[module].name == "__init__.py"


def read_tree(folder: Path) -> Tree:
    """The modules below ``folder``."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return Tree(name=folder.name, modules=found)


def imports(tree: Tree, module: str) -> Iterator[str]:
    """The modules of ``tree`` that ``module`` imports."""
    for node in ast.walk(ast.parse(tree.modules[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"{tree.name}."):
            base = (node.module or "").partition(".")[2]
            for name in node.names:
                inner = f"{base}.{name.name}".lstrip(".")
                yield inner if inner in tree.modules else base or "__init__"


def arrows(tree: Tree) -> dict[str, set[str]]:
    """For each room those that it imports."""
    found: dict[str, set[str]] = {}
    for module in tree.modules:
        room = tree.room(module)
        if tree.is_package(module) and any(name.startswith(f"{module}.") for name in imports(tree, module)):
            room = f"{module} (its door)"
        below = found.setdefault(room, set())
        below |= {tree.room(name) for name in imports(tree, module) if name in tree.modules} - {
            tree.room(module)
        }
    return found


def circles(tree: Tree) -> list[str]:
    """The circles of modules, each cut at one arrow before the next is looked for."""
    graph = {
        module: {name for name in imports(tree, module) if name in tree.modules and name != module}
        for module in tree.modules
    }
    return floors(graph)[1]


def floors(graph: dict[str, set[str]]) -> tuple[int, list[str]]:
    """The longest way down, once circles are cut, and what was cut."""
    graph = {room: set(below) for room, below in graph.items()}
    cut = []
    while True:
        try:
            order = list(TopologicalSorter(graph).static_order())
            break
        except CycleError as error:
            circle = error.args[1]
            cut.append(" > ".join(reversed(circle)))
            graph[circle[1]].discard(circle[0])
    height: dict[str, int] = {}
    for room in order:
        height[room] = 1 + max((height[below] for below in graph.get(room, ())), default=0)
    return max(height.values()), cut


def strings(node: ast.AST) -> list[str]:
    """The English words in small letters that a display holds, labels of the parse left out."""
    found = [
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    return [word for word in found if _WORD.fullmatch(word) and word not in _LABELS]


def constants(module: ast.Module) -> Iterator[tuple[ast.stmt, str, ast.expr, ast.stmt | None]]:
    """Each constant of a module: its statement, name, value, and what stands behind it."""
    for one, behind in zip(module.body, [*module.body[1:], None], strict=True):
        if isinstance(one, ast.Assign):
            yield one, ast.unparse(one.targets[0]), one.value, behind
        elif isinstance(one, ast.AnnAssign) and one.value is not None:
            yield one, ast.unparse(one.target), one.value, behind


def word_tables(tree: Tree) -> tuple[int, int, int]:
    """How many word tables there are, how many words they hold, and how many inline sets there are."""
    tables = words = inline = 0
    for path in tree.modules.values():
        parsed = ast.parse(path.read_text(encoding="utf-8"))
        for _, _, value, _ in constants(parsed):
            found = strings(value)
            if len(found) >= 4 and any(isinstance(one, _DISPLAYS) for one in ast.walk(value)):
                tables, words = tables + 1, words + len(found)
        for function in (one for one in parsed.body if isinstance(one, ast.FunctionDef | ast.ClassDef)):
            inline += sum(isinstance(one, ast.Set) and len(strings(one)) >= 2 for one in ast.walk(function))
    return tables, words, inline


def numbers(tree: Tree) -> tuple[int, int]:
    """How many numbers there are, and how many have a reason."""
    count = told = 0
    for path in tree.modules.values():
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for one, name, value, behind in constants(ast.parse(text)):
            held = [each for each in ast.walk(value) if isinstance(each, ast.Constant)]
            plain = held and all(isinstance(each.value, int | float) for each in held)
            if not plain or not re.search("[A-Z]", name) or re.search("[a-z]", name.replace(", ", "")):
                continue
            count += 1
            under = isinstance(behind, ast.Expr) and isinstance(behind.value, ast.Constant)
            beside = any("#" in lines[row] for row in range(one.lineno - 1, one.end_lineno or one.lineno))
            over = one.lineno > 1 and lines[one.lineno - 2].lstrip().startswith("#")
            told += bool(under or beside or over)
    return count, told


def describe(folder: Path) -> dict[str, str]:
    """All counts of one package, in words."""
    tree = read_tree(folder)
    by_folder: dict[Path, int] = {}
    for path in tree.modules.values():
        by_folder[path.parent] = by_folder.get(path.parent, 0) + 1
    largest = sorted(by_folder, key=lambda one: -by_folder[one])[:3]
    graph = arrows(tree)
    height, _ = floors(graph)
    tables, words, inline = word_tables(tree)
    count, told = numbers(tree)
    return {
        "modules": str(len(tree.modules)),
        "folders": str(len(by_folder)),
        "largest folders": ", ".join(
            f"{one.relative_to(folder).as_posix()} {by_folder[one]}" for one in largest
        ),
        "rooms": str(len(graph)),
        "floors": str(height),
        "arrows between rooms": str(sum(map(len, graph.values()))),
        "circles of modules": str(len(circles(tree))),
        "word tables": f"{tables} with {words} words",
        "inline sets": str(inline),
        "numbers": f"{count}, {told} with a reason",
        "modules past 400 lines": str(
            sum(len(path.read_text(encoding="utf-8").splitlines()) > 400 for path in tree.modules.values())
        ),
    }


def main() -> None:
    """Print the counts of each package side by side."""
    folders = [Path(each) for each in sys.argv[1:]] or [Path("src/sociogram")]
    found = [describe(folder) for folder in folders]
    for name in found[0]:
        print(f"{name}: " + " -> ".join(each[name] for each in found))


if __name__ == "__main__":
    main()
