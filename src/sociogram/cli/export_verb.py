"""``sociogram export``: a built graph in another format."""

from __future__ import annotations

from pathlib import Path

import click

from sociogram.errors import QueryError

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
def command(form: str, case: Path, output: Path) -> None:
    """Write the built graph in FORMAT: trig, turtle, nquads, jsonld, gexf, graphml, csv or html."""
    from sociogram.write import export_graph, export_rdf

    if form in RDF_FORMATS:
        export_rdf(case, form, output)
    else:
        from sociogram.graph import load_graph

        try:
            export_graph(load_graph(case), form, output)
        except KeyError as error:
            raise QueryError(f"{case}: its files do not belong together ({error}); build it again") from error
    click.echo(f"written: {output}")
