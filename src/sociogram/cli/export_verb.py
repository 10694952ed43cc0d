"""``sociogram export``: a built graph in another format."""

from __future__ import annotations

from pathlib import Path

import click

from sociogram.errors import QueryError, UsageError

RDF_FORMATS = {"trig": "TRIG", "turtle": "TURTLE", "nquads": "N_QUADS", "jsonld": "JSON_LD"}
GRAPH_FORMATS = ("gexf", "graphml", "csv", "html")


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice([*RDF_FORMATS, *GRAPH_FORMATS]))
@click.option(
    "--case", default="output", show_default=True, type=click.Path(path_type=Path), help="The built folder."
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The file, or for csv the folder."
)
@click.option("--merged", is_flag=True, help="For gexf: one edge for each pair of actors, not for each tie.")
def command(form: str, case: Path, output: Path, *, merged: bool) -> None:
    """Write the built graph in FORMAT: trig, turtle, nquads, jsonld, gexf, graphml, csv or html."""
    from sociogram.write import export_graph, export_rdf

    if merged and form != "gexf":
        raise UsageError(f"--merged is for gexf alone, not for {form}; leave it out")
    if form in RDF_FORMATS:
        export_rdf(case, form, output)
    else:
        from sociogram.graph import load_graph

        try:
            if merged:
                from sociogram.write.gexf import merged as writer

                writer.write(load_graph(case), output)
            else:
                export_graph(load_graph(case), form, output)
        except KeyError as error:
            raise QueryError(f"{case}: its files do not belong together ({error}); build it again") from error
    click.echo(f"written: {output}")
