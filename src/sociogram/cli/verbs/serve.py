"""``sociogram serve``: a case over HTTP, for its own pages and for every tool that speaks SPARQL."""

from __future__ import annotations

from pathlib import Path

import click

from sociogram.cli.options import Number
from sociogram.cli.stopping import until_told


@click.command("serve")
@click.argument("case", default="output", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address; any other needs a token.")
@click.option(
    "--port",
    default=8765,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port; 0 takes a free one.",
)
@click.option(
    "--token",
    envvar="SOCIOGRAM_TOKEN",
    help="Allows writing, and reading over a network; made at the start if none is given.",
)
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=Number(min=0.1, max=86400),
    help="Seconds that a query may take.",
)
@click.option(
    "--rows",
    default=100_000,
    show_default=True,
    type=click.IntRange(min=1),
    help="Rows of an answer; more are cut.",
)
@click.option(
    "--memory",
    default=2000,
    show_default=True,
    type=click.IntRange(16, 1 << 24),
    help="Mebibytes that a query may take.",
)
@click.option(
    "--workers",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that answer queries.",
)
@click.option("--read-only", is_flag=True, help="Nobody may write: no judgements, no updates.")
def command(
    case: Path,
    host: str,
    port: int,
    token: str | None,
    timeout: float,
    rows: int,
    memory: int,
    workers: int,
    read_only: bool,
) -> None:
    """Serve the built CASE: the explorer at /, queries at /query, a SPARQL endpoint at /sparql.

    Ends with Ctrl-C or SIGTERM. The address that is printed holds the token behind its #, which no server and no log
    sees.
    """
    from sociogram.serve.settings import make_settings

    settings = make_settings(
        host=host,
        token=token,
        port=port,
        seconds=timeout,
        rows=rows,
        memory=memory,
        workers=workers,
        read_only=read_only,
    )
    from sociogram.serve.running import serve

    def announce(bound: int) -> None:
        place = f"http://[{host}]:{bound}/" if ":" in host else f"http://{host}:{bound}/"
        click.echo(f"open   {place}" + ("" if read_only and token is None else f"#token={settings.token}"))
        click.echo(f"SPARQL {place}sparql")
        click.echo("Ctrl-C ends it")

    with until_told():
        serve(case, settings, announce=announce)
