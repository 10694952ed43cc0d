"""``sociogram try``: what a sentence gives."""

from __future__ import annotations

import json

import click

from sociogram.errors import UsageError
from sociogram.parse.spacy_model import DEFAULT_MODEL


@click.command("try")
@click.argument("sentence")
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="An installed spaCy pipeline.")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line, by the contract of claims.jsonl."
)
def command(sentence: str, model: str, as_json: bool) -> None:
    """Show the actors and claims that SENTENCE gives, with the rule that read each."""
    from sociogram import pipeline
    from sociogram.cli.claim_text import claim_lines
    from sociogram.graph.records import claim_record

    if not sentence.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in sentence):
        raise UsageError(
            "SENTENCE is not in the encoding of the terminal; give it as UTF-8, or build a file with it"
        )
    graph = pipeline.build_text(sentence, options=pipeline.BuildOptions(model=model))
    if as_json:
        for claim in graph.claims:
            click.echo(json.dumps(claim_record(graph, claim), ensure_ascii=False))
        return
    for actor in graph.actors:
        click.echo(f"{actor.kind:<16} {actor.name}")
    if not graph.claims:
        click.echo("no claim: the sentence relates no two actors in a way that is known")
    for claim in graph.claims:
        click.echo("\n".join(["", *claim_lines(graph, claim)]))
    for skipped in graph.skipped:
        click.echo(f"\nnot used: {skipped.reason}" + (f": {skipped.text}" if skipped.text else ""))
