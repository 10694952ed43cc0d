"""``sociogram check``: does a built graph keep its promises?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sociogram.cli.story_note import story_note
from sociogram.cli.terminal import visible
from sociogram.knowledge.case_files import JUDGEMENTS_FILE


@click.command("check")
@click.argument("case", default="output", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--shapes/--no-shapes", default=True, help="Run the SHACL shapes too (slow on large graphs).")
@click.option(
    "--documents", multiple=True, help="Where the documents are now, to compare the quotes with them."
)
def command(case: Path, shapes: bool, documents: tuple[str, ...]) -> None:
    """Check the built graph in CASE: SHACL shapes, offsets and quotes, domains and ranges, ids, counts, and the store.

    Exit code 1 if anything is wrong. Judgements that contradict each other, or change nothing, are told in a line each.
    """
    from sociogram.case import current_state
    from sociogram.case.soundness import find_damage
    from sociogram.check.case_folder import check_case
    from sociogram.check.values import Finding

    remedy = 'build the case again; if that changes nothing, delete its folder "store" before'
    findings = [Finding("store", f"{damage}; {remedy}") for damage in find_damage(case)]
    findings += check_case(case, shapes=shapes, documents=documents)
    if words := story_note(case):
        # What a person pinned may go with a build: that is told, and no damage.
        click.echo(words)
    for finding in findings:
        click.echo(f"{finding.where}: {finding.what}")
    for _, reason in current_state(case).unfit:
        # A judgement that changes nothing breaks no promise of the graph, and is told all the same.
        click.echo(f"{JUDGEMENTS_FILE}: {visible(reason)}; mend or delete its line")
    click.echo("nothing wrong found" if not findings else f"{len(findings)} findings")
    if findings:
        sys.exit(1)
