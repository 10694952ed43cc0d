r"""Does a text of SPARQL ask another server, by ``SERVICE`` or ``LOAD``? Rather a false yes than a false no.

A regular expression that takes out strings, IRIs and comments does not do: in ``?a<2)SERVICE#>`` the ``<``
is an operator although it looks like an IRI, ``ex:a\#b`` holds no comment, and Oxigraph's parser wants no
boundary about a keyword (``1SERVICE``, ``SERVICEex:a``). So whatever could be read in two ways counts as
the worse one, and a prefix whose name contains the keyword is refused too.
"""

from __future__ import annotations

import re

# SPARQL 1.1 grammar, productions 139 to 169. A token of the first group is blank; the others are asked further.
_TOKEN = re.compile(
    r"""
      <(?P<iri>[^<>"{}|^`\x00-\x20]*)>
    | \"\"\"(?:[^\\]|\\.)*?\"\"\" | '''(?:[^\\]|\\.)*?'''
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | \#[^\n\r]*
    | [?$]\w+
    | @[A-Za-z]+(?:-[A-Za-z0-9]+)*
    | :(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w:.\-\u00b7]|%[0-9A-Fa-f]{2}|\\.)*
    | \\.
    """,
    re.DOTALL | re.VERBOSE,
)
_CERTAIN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
"""``<`` before this is no operator: no expression has two strokes in a row."""
_TURNS = frozenset("'#()")
"""What, inside of an operand that is mistaken for an IRI, changes how the rest is to be read."""


def asks_elsewhere(sparql: str, keywords: tuple[str, ...] = ("service",)) -> bool:
    """Whether ``sparql`` may contain one of ``keywords`` (lower case) as a keyword.

    Strings, comments, variables, local names and whole IRIs may contain the word.
    """
    if not any(keyword in sparql.lower() for keyword in keywords):
        return False
    rest: list[str] = []
    end = 0
    for token in _TOKEN.finditer(sparql):
        iri = token["iri"]
        if iri is not None and not _CERTAIN.match(iri):
            if _TURNS.intersection(iri):
                return True
            rest.append(_TOKEN.sub(" ", iri))
        rest += (sparql[end : token.start()], " ")
        end = token.end()
    rest.append(sparql[end:])
    bare = "".join(rest).lower()
    return any(keyword in bare for keyword in keywords)


_FROM = re.compile(r"(?<![\w.-])from(?:\s|named\b|$)", re.IGNORECASE)
"""A clause that says over which graphs a query runs."""


def names_dataset(sparql: str) -> bool:
    """Whether the query says over which graphs it runs (``FROM``, ``FROM NAMED``)."""
    bare = _TOKEN.sub(lambda token: ":" if token[0].startswith(":") else " ", sparql)
    return bool(_FROM.search(bare))
