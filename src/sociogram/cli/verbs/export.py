"""``sociogram export``: a built graph in another form, or sent to a server."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click
from click.core import ParameterSource

from sociogram.errors import QueryError, UsageError

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from sociogram.case import CaseSnapshot
    from sociogram.graph.values import Graph
    from sociogram.write.descriptions.holdings import Opener
    from sociogram.write.rdf.graph_store import Target

RDF_FORMATS = ("trig", "turtle", "nquads", "jsonld")
GRAPH_FORMATS = ("gexf", "graphml", "csv", "html", "ftm", "neo4j", "cypher", "dossier")
DESCRIPTIONS = ("rocrate", "dcat")
"""Forms that describe the files of a case instead of its graph."""
_ONLY = {
    "merged": ("--merged", ("gexf",)),
    "actor": ("--actor", ("dossier",)),
    "describe": ("--describe", ("rocrate",)),
    "published": ("--published", DESCRIPTIONS),
    "base": ("--base", ("dcat",)),
}
"""Options with the forms that they are for."""
_FOR_SERVERS = {"token": "--token", "user": "--user", "query_url": "--query-url", "prune": "--prune"}
"""Options that are for ``--to`` alone."""


def check_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """``value``, if it is a day.

    Raises:
        UsageError: If it is none.
    """
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError(f"--published {value}: is no day; write it like 2025-04-04") from error


@click.command("export")
@click.argument(
    "form",
    metavar="[FORMAT]",
    required=False,
    type=click.Choice([*RDF_FORMATS, *GRAPH_FORMATS, *DESCRIPTIONS]),
)
@click.option(
    "--case", default="output", show_default=True, type=click.Path(path_type=Path), help="The built folder."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file, or for csv, neo4j and rocrate the folder.",
)
@click.option("--merged", is_flag=True, help="For gexf: one edge for each pair of actors, not for each tie.")
@click.option("--actor", help="For dossier: the id or name of an actor; without it, the 20 strongest.")
@click.option("--describe", is_flag=True, help="For rocrate: the metadata alone, not the files.")
@click.option(
    "--published",
    metavar="DAY",
    callback=check_day,
    help="For rocrate and dcat: the day of publication, as 2025-04-04.",
)
@click.option("--base", metavar="URL", help="For dcat: the address under which the files will be.")
@click.option("--to", "url", metavar="URL", help="Send all graphs to the Graph Store Protocol at URL.")
@click.option("--token", envvar="SOCIOGRAM_PUSH_TOKEN", help="With --to: a bearer token.")
@click.option(
    "--user",
    metavar="NAME:PASSWORD",
    envvar="SOCIOGRAM_PUSH_USER",
    help="With --to: for basic authentication.",
)
@click.option(
    "--prune", is_flag=True, help="With --to: delete documents' graphs there that the case has not."
)
@click.option("--query-url", metavar="URL", help="With --prune: where that server answers SPARQL.")
def command(
    form: str | None,
    case: Path,
    output: Path | None,
    url: str | None,
    token: str | None,
    user: str | None,
    query_url: str | None,
    *,
    prune: bool,
    **options: str | bool | None,
) -> None:
    """Write the built graph in FORMAT, or send it to a server.

    FORMAT is trig, turtle, nquads or jsonld; gexf, graphml, csv or html; ftm, neo4j, cypher or dossier;
    rocrate or dcat. Secrets may stand in SOCIOGRAM_PUSH_TOKEN or SOCIOGRAM_PUSH_USER instead.
    """
    _check_options(form, output, url, options)
    if query_url is not None and not prune:
        raise UsageError("--query-url is where --prune asks; give --prune too, or leave it out")
    if url is not None:
        from sociogram.write.rdf.graph_store import Target

        _push(case, Target(url=url, token=token, user=user), prune=prune, query_url=query_url)
    elif form is not None and output is not None:
        try:
            _export(case, form, output, options)
        except KeyError as error:
            raise QueryError(f"{case}: its files do not belong together ({error}); build it again") from error
        click.echo(f"written: {output}")


def _check_options(
    form: str | None, output: Path | None, url: str | None, options: Mapping[str, str | bool | None]
) -> None:
    """Refuse what does not go together."""
    for key, (name, forms) in _ONLY.items():
        if options[key] and form not in forms:
            raise UsageError(f"{name} is for {' and '.join(forms)} alone; leave it out")
    if url is not None:
        if form is not None or output is not None:
            raise UsageError("--to sends the graph and writes no file; leave the format and -o out")
        return
    context = click.get_current_context()
    for key, name in _FOR_SERVERS.items():
        # A secret that stands in the environment is no reason to refuse a file.
        if context.get_parameter_source(key) is ParameterSource.COMMANDLINE:
            raise UsageError(f"{name} goes with --to URL; give it, or leave {name} out")
    if form is None or output is None:
        raise UsageError("give a format and -o FILE, or --to URL; see sociogram export --help")


def _export(case: Path, form: str, output: Path, options: Mapping[str, str | bool | None]) -> None:
    from sociogram.case import open_case
    from sociogram.knowledge.case_files import GRAPH_FILE
    from sociogram.write import export_graph, export_rdf

    with open_case(case) as opened:
        if form in RDF_FORMATS:
            with opened.open_file(GRAPH_FILE) as trig:
                export_rdf(trig, form, output, name=str(case / GRAPH_FILE))
        elif form in DESCRIPTIONS:
            _describe(opened, form, output, options)
        elif form == "ftm":
            from sociogram.write.ftm.entities import write_entities

            _tell_left_out(write_entities(opened.graph, output))
        elif options["actor"]:
            _write_dossier(opened, str(options["actor"]), output)
        elif options["merged"]:
            from sociogram.write.networks.gexf import merged as writer

            writer.write(opened.graph, output)
        else:
            export_graph(opened.graph, form, output)


def _tell_left_out(left_out: Counter[str]) -> None:
    for reason, count in sorted(left_out.items()):
        click.echo(f"left out: {count} {reason}", err=True)


def _write_dossier(opened: CaseSnapshot, name: str, output: Path) -> None:
    from sociogram.knowledge.namespaces import ACTOR
    from sociogram.rdf.questions.asking import find_actor
    from sociogram.write.text.dossier import write_dossier

    found = find_actor(opened.names, name).value.removeprefix(ACTOR)
    graph: Graph = opened.graph
    write_dossier(graph, [graph.actors_by_id[found]], output)


def _describe(
    opened: CaseSnapshot, form: str, output: Path, options: Mapping[str, str | bool | None]
) -> None:
    published = str(options["published"]) if options["published"] else None
    files = _files(opened)
    if form == "dcat":
        from sociogram.write.descriptions.dcat import write_dcat

        base = str(options["base"]) if options["base"] else None
        write_dcat(opened.graph, files, output, base=base, published=published)
        return
    from sociogram.write.descriptions.rocrate import write_crate

    describe = bool(options["describe"])
    if not describe and output.resolve() == opened.folder.resolve():
        raise UsageError(f"{output}: is the case itself; describe it in its place with --describe")
    write_crate(opened.graph, files, output, describe=describe, published=published)


def _files(opened: CaseSnapshot) -> dict[str, Opener]:
    """How to open the files of the case: as this state has them, or those that are no part of it."""
    from sociogram.write.descriptions.holdings import KNOWN

    files: dict[str, Opener] = {}
    for name in KNOWN:
        path = opened.folder / name
        try:
            opened.open_file(name).close()
        except QueryError:
            if path.is_file() and not path.is_symlink():
                files[name] = partial(_open, path)
        else:
            files[name] = partial(opened.open_file, name)
    return files


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _push(case: Path, target: Target, *, prune: bool, query_url: str | None) -> None:
    from sociogram.case import open_case
    from sociogram.write.rdf.graph_store import is_exposed
    from sociogram.write.rdf.push import push

    if is_exposed(target):
        click.echo("the token or password goes to that server unencrypted; use https if it has it", err=True)
    with open_case(case) as opened:
        pushed = push(opened.store, target, prune=prune, query_url=query_url)
    click.echo(f"sent: {pushed.statements} statements in {pushed.graphs} graphs to {target.url}")
    if pushed.deleted:
        click.echo(f"deleted there: {pushed.deleted} graphs of documents that the case has not")
    if pushed.left_out:
        click.echo(f"not sent: {pushed.left_out} statements of the default graph, which is the server's own")
