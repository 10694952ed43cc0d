"""What a clause stands in: roles that a frame may need, and in which no end of a relation stands."""

from __future__ import annotations

from sociogram.extraction.verbs.roles import RoleArgument, Roles
from sociogram.parse.tokens import Tokens

_SUBJECTS = ("nsubj", "csubj")


def around(verb: int, tokens: Tokens) -> Roles:
    """The roles ``teller`` and ``above`` of the clause of ``verb``, as far as they are filled.

    ``teller`` is who tells the clause: "*the court* found that …", "according to *police*, …". ``above`` is the verb
    that does, and that on which a gerund hangs: "was *convicted* of attacking …", "*admitted* attacking …".
    """
    found: Roles = {}
    for node in tokens.climb(verb):
        dep, head = tokens.dep[node], tokens.head[node]
        if dep == "conj" and node == verb:
            continue
        if dep in ("ccomp", "pcomp", "xcomp"):
            governor = tokens.head[head] if dep == "pcomp" else head
            found["above"] = [RoleArgument(governor, ())]
            subject = tokens.child(governor, *_SUBJECTS) if dep == "ccomp" else None
            if subject is not None:
                found["teller"] = [RoleArgument(subject, ())]
        elif dep == "ROOT":
            source = _according(node, tokens)
            if source is not None:
                found["teller"] = [RoleArgument(source, ())]
        break
    return found


def _according(verb: int, tokens: Tokens) -> int | None:
    """Whom "according to" names on ``verb``."""
    for child in tokens.children[verb]:
        to = child + 1
        if tokens.lower[child] == "according" and tokens.lower[to : to + 1] == ("to",):
            return tokens.child(to, "pobj")
    return None
