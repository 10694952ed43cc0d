"""``sociogram export``: a built graph in another form, or sent to a server."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click
from click.core import ParameterSource

from sociogram.cli.options import Number
from sociogram.errors import QueryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sociogram.case import CaseSnapshot
    from sociogram.graph.values import Graph
    from sociogram.write.descriptions.holdings import Opener
    from sociogram.write.rdf.graph_store import Target

RDF_FORMATS = ("trig", "turtle", "nquads", "jsonld")
GRAPH_FORMATS = ("gexf", "graphml", "csv", "html", "ftm", "neo4j", "cypher", "dossier")
DESCRIPTIONS = ("rocrate", "dcat")
"""Forms that describe the files of a case instead of its graph."""
STORY_PAGE = "story.html"
"""The page of a story where no other file is named."""
_ONLY = {
    "merged": ("--merged", ("gexf",)),
    "actor": ("--actor", ("dossier",)),
    "describe": ("--describe", ("rocrate",)),
    "published": ("--published", DESCRIPTIONS),
    "base": ("--base", ("dcat",)),
    "story": ("--story", ("story",)),
}
"""Options with the forms that they are for."""
_DETAILED = (*RDF_FORMATS, *GRAPH_FORMATS)
"""Forms of which it can be said how much they are to hold."""
_WORDLESS = {"html": "ties between actors", "ftm": "what is a fact"}
"""Forms that hold no words, and what they hold."""
_NETWORKS = frozenset({"gexf", "graphml", "csv"})
"""Forms of which words are nodes where they are wanted."""
Option = str | bool | float | Path | None
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
    type=click.Choice([*RDF_FORMATS, *GRAPH_FORMATS, *DESCRIPTIONS, "story"]),
)
@click.option(
    "--case", default="output", show_default=True, type=click.Path(path_type=Path), help="The built folder."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file, or for csv, neo4j and rocrate the folder; for story by default story.html.",
)
@click.option(
    "--detail",
    type=click.Choice(["ties", "claims", "all"]),
    help="How much: ties between actors, also claims to words, or all whatever they are worth.",
)
@click.option(
    "--least-worth",
    type=Number(0, 1),
    help="With --detail ties or claims: leave out ties that are worth less. By default 0.3.",
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
@click.option(
    "--story",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="For story: the file of a story, as the explorer gives it; by default story.jsonl of the case.",
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
    **options: Option,
) -> None:
    """Write the built graph in FORMAT, or send it to a server.

    FORMAT is trig, turtle, nquads or jsonld; gexf, graphml, csv or html; ftm, neo4j, cypher or dossier;
    rocrate or dcat; or story: what was pinned in the explorer, as one page with footnotes.
    Secrets may stand in SOCIOGRAM_PUSH_TOKEN or SOCIOGRAM_PUSH_USER instead.

    Without --detail a form holds all that it has a place for: gexf, graphml, csv and html the ties between actors, ftm
    what is a fact, the others every claim. --detail ties has ties between actors, from the least worth on; --detail
    claims also claims to words, dates and sums, which are nodes of their own in gexf, graphml and csv; --detail all
    has both, whatever they are worth. What is left out is counted on stderr.
    """
    if form == "story" and output is None and url is None:
        output = Path(STORY_PAGE)
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
    form: str | None, output: Path | None, url: str | None, options: Mapping[str, Option]
) -> None:
    """Refuse what does not go together."""
    _check_detail(form, options)
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


def _check_detail(form: str | None, options: Mapping[str, Option]) -> None:
    detail = options["detail"]
    if options["least_worth"] is not None and detail not in {"ties", "claims"}:
        raise UsageError(
            "--least-worth is what --detail ties and --detail claims begin with; give one of them"
        )
    if detail is None:
        return
    if form not in _DETAILED:
        raise UsageError("--detail is for forms of the graph; leave it out")
    if form in _WORDLESS and detail != "ties":
        raise UsageError(f"{form} holds {_WORDLESS[form]} alone; give --detail ties, or leave it out")
    if options["merged"] and detail != "ties":
        raise UsageError("--merged joins ties between actors alone; give --detail ties, or leave it out")


def _export(case: Path, form: str, output: Path, options: Mapping[str, Option]) -> None:
    from sociogram.case import open_case
    from sociogram.knowledge.case_files import GRAPH_FILE
    from sociogram.write import export_rdf

    with open_case(case) as opened:
        if form in RDF_FORMATS and options["detail"] in {None, "all"}:
            with opened.open_file(GRAPH_FILE) as trig:
                export_rdf(trig, form, output, name=str(case / GRAPH_FILE))
        elif form == "story":
            _write_story(opened, output, options)
        elif form in DESCRIPTIONS:
            _describe(opened, form, output, options)
        else:
            graph, left_out = _select(opened.graph, form, options)
            _export_graph(opened, graph, form, output, options)
            _tell_left_out(left_out)


def _select(graph: Graph, form: str, options: Mapping[str, Option]) -> tuple[Graph, Counter[str]]:
    """The part of the graph that is wanted, and what is left out of it or has no place in the form."""
    from sociogram.graph.detail import LEAST_WORTH, Detail, count_words, select

    if options["detail"] is None:
        return graph, count_words(graph) if form in _NETWORKS or form == "html" else Counter()
    least = options["least_worth"]
    return select(graph, Detail(str(options["detail"])), LEAST_WORTH if least is None else float(str(least)))


def _export_graph(
    opened: CaseSnapshot,
    graph: Graph,
    form: str,
    output: Path,
    options: Mapping[str, Option],
) -> None:
    from sociogram.write import export_graph

    if form == "ftm":
        from sociogram.write.ftm.entities import write_entities

        _tell_left_out(write_entities(graph, output))
    elif options["actor"]:
        _write_dossier(opened, graph, str(options["actor"]), output)
    elif options["merged"]:
        from sociogram.write.networks.gexf import merged as writer

        writer.write(graph, output)
    else:
        words = form in _NETWORKS and options["detail"] in {"claims", "all"}
        export_graph(graph, form, output, words=words)


def _write_story(opened: CaseSnapshot, output: Path, options: Mapping[str, Option]) -> None:
    from sociogram.knowledge.case_files import STORY_FILE
    from sociogram.story.replay import tell_replay
    from sociogram.story.story_file import read_story
    from sociogram.write.story.export import write_story

    path = Path(str(options["story"] or opened.folder / STORY_FILE))
    story = read_story(path)
    if story is None:
        raise QueryError(f"{path}: no story there; pin something in the explorer, or give --story FILE")
    settings = opened.manifest.settings
    replay = write_story(
        story,
        opened.graph,
        output,
        model=settings.model if settings else "",
    )
    if words := tell_replay(replay):
        click.echo(f"{path.name}: {words}", err=True)


def _tell_left_out(left_out: Counter[str]) -> None:
    for reason, count in sorted(left_out.items()):
        click.echo(f"left out: {count} {reason}", err=True)


def _write_dossier(opened: CaseSnapshot, graph: Graph, name: str, output: Path) -> None:
    from sociogram.knowledge.namespaces import ACTOR
    from sociogram.rdf.questions.asking import find_actor
    from sociogram.write.text.dossier import write_dossier

    found = find_actor(opened.names, name).value.removeprefix(ACTOR)
    write_dossier(graph, [graph.actors_by_id[found]], output)


def _describe(opened: CaseSnapshot, form: str, output: Path, options: Mapping[str, Option]) -> None:
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
    from sociogram.write.rdf.graph_store import check_target, is_exposed
    from sociogram.write.rdf.push import push

    check_target(target)
    if is_exposed(target):
        click.echo("the token or password goes to that server unencrypted; use https if it has it", err=True)
    with open_case(case) as opened:
        pushed = push(opened.store, target, prune=prune, query_url=query_url)
    click.echo(f"sent: {pushed.statements} statements in {pushed.graphs} graphs to {target.url}")
    if pushed.deleted:
        click.echo(f"deleted there: {pushed.deleted} graphs of documents that the case has not")
    if pushed.left_out:
        click.echo(f"not sent: {pushed.left_out} statements of the default graph, which is the server's own")
