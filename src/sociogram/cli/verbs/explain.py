"""``sociogram explain``: the claims behind an actor, a tie, a claim, or a pair of actors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sociogram.errors import QueryError

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Claim


@click.command("explain")
@click.argument("what")
@click.argument("other", required=False)
@click.option(
    "--case", default="output", show_default=True, type=click.Path(path_type=Path), help="The built folder."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many claims."
)
def command(what: str, other: str | None, case: Path, limit: int) -> None:
    """Show why WHAT is in the graph.

    WHAT is the id of a claim, a tie or an actor, or an actor's name; with OTHER, all that is claimed between the two.
    Claims come by worth and confidence, the best first.
    The quote has [subject], <relation> and {object} marked, and the rule that read it is named.
    """
    from sociogram.case import open_case
    from sociogram.cli.claim_text import claim_lines

    with open_case(case) as opened:
        graph = opened.graph
    heading, claims = find_claims(graph, what, other)
    for line in heading:
        click.echo(line)
    for claim in claims[:limit]:
        click.echo("\n".join(["", *claim_lines(graph, claim)]))
    if len(claims) > limit:
        click.echo(f"\n{len(claims) - limit} claims more; see them with --limit {len(claims)}")


def find_claims(graph: Graph, what: str, other: str | None) -> tuple[list[str], list[Claim]]:
    """What to say first, and the claims that are meant.

    Raises:
        QueryError: If there is nothing of that id or name.
    """
    from sociogram.cli.claim_text import actor_lines, tie_line
    from sociogram.graph.worth import by_worth
    from sociogram.write.text.wording import actor_names

    names = actor_names(graph)
    by_id = {claim.id: claim for claim in graph.claims}
    bare = what.removeprefix("claim:").removeprefix("tie:").removeprefix("actor:")
    if other is None and bare in by_id:
        return [], [by_id[bare]]
    for tie in graph.ties:
        if other is None and tie.id == bare:
            return [tie_line(graph, tie, names)], [by_id[claim] for claim in tie.claims]
    first = find_actor_id(graph, what)
    if other is None:
        actor = next(actor for actor in graph.actors if actor.id == first)
        ties = [tie_line(graph, tie, names) for tie in graph.ties if first in (tie.subject, tie.object)]
        claims = [claim for claim in graph.claims if first in (claim.subject, claim.object)]
        return [*actor_lines(actor), *ties], sorted(claims, key=by_worth, reverse=True)
    pair = {first, find_actor_id(graph, other)}
    ties = [tie_line(graph, tie, names) for tie in graph.ties if {tie.subject, tie.object} == pair]
    claims = [claim for claim in graph.claims if {claim.subject, claim.object} == pair]
    claims.sort(key=by_worth, reverse=True)
    return ties or [f"no claim relates {what} and {other}"], claims


def find_actor_id(graph: Graph, wanted: str) -> str:
    """The id of the actor called ``wanted``."""
    from sociogram.knowledge.namespaces import ACTOR
    from sociogram.rdf.names import names_of
    from sociogram.rdf.questions.asking import find_actor

    try:
        return find_actor(names_of(graph.actors), wanted).value.removeprefix(ACTOR)
    except QueryError as error:
        raise QueryError(f"{error}; a claim's or a tie's id is good too") from error
