"""Writes what is generated from the ontology's entries, or checks that it is up to date.

python -m sociogram.knowledge.publish [--check]
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

import click

from sociogram.knowledge.folders import ontology_folder
from sociogram.knowledge.ontology import Ontology, load_ontology
from sociogram.knowledge.publish.owl import write_owl
from sociogram.knowledge.publish.reference import write_context, write_reference
from sociogram.knowledge.publish.shapes import write_shapes


def generate_files(ontology: Ontology) -> Mapping[str, str]:
    """Path, relative to the top of the repository, and text of each generated file."""
    return {
        "ontology/sociogram.ttl": write_owl(ontology),
        "ontology/shapes.ttl": write_shapes(ontology),
        "ontology/context.jsonld": write_context(ontology),
        "docs/ontology.md": write_reference(ontology),
    }


def find_stale(files: Mapping[str, str], top: Path) -> list[str]:
    """For each file that differs from its generated text, its path and the first line that differs."""
    stale = []
    for name, text in files.items():
        path = top / name
        old = path.read_text(encoding="utf-8") if path.is_file() else ""
        if old != text:
            lines = difflib.unified_diff(old.splitlines(), text.splitlines(), lineterm="", n=0)
            first = next((line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}), "")
            stale.append(f"{name}: {first}")
    return stale


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail where a file is not up to date.")
def main(check: bool) -> None:
    """Write the ontology's OWL, SHACL, JSON-LD context and reference page."""
    top = ontology_folder().parent
    files = generate_files(load_ontology())
    if check:
        stale = find_stale(files, top)
        if stale:
            told = "\n".join(stale)
            raise click.ClickException(
                f"not up to date; run `python -m sociogram.knowledge.publish`:\n{told}"
            )
        click.echo(f"{len(files)} generated files are up to date")
        return
    for name, text in files.items():
        (top / name).write_text(text, encoding="utf-8")
        click.echo(f"wrote {name}")


if __name__ == "__main__":
    main()
