"""Which form an answer takes: media types of the forms, and what ``Accept`` prefers (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_RANGES = 64
"""Ranges of one ``Accept`` that are read; browsers send about ten."""
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - a token of the grammar
_RANGE = re.compile(rf"({_TOKEN})/({_TOKEN})")
_QUALITY = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answers, its name, and its media types; the first one is given back."""

    name: str
    types: tuple[str, ...]
    charset: bool = False

    @property
    def content_type(self) -> str:
        """The value of ``Content-Type``."""
        return self.types[0] + ("; charset=utf-8" if self.charset else "")


RESULT_FORMS = (
    Form("json", ("application/sparql-results+json", "application/json")),
    Form("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Form("csv", ("text/csv",), charset=True),
    Form("tsv", ("text/tab-separated-values",), charset=True),
)
"""Forms of SELECT and ASK, the one without a wish first (SPARQL 1.1 Query Results)."""
TRIPLE_FORMS = (
    Form("turtle", ("text/turtle", "application/x-turtle"), charset=True),
    Form("ntriples", ("application/n-triples", "text/plain"), charset=True),
    Form("rdfxml", ("application/rdf+xml", "application/xml", "text/xml")),
    Form("jsonld", ("application/ld+json", "application/json")),
    Form("trig", ("application/trig",), charset=True),
    Form("nquads", ("application/n-quads",), charset=True),
)
"""Forms of a graph; TriG and N-Quads then have only a default graph."""
QUAD_FORMS = (
    Form("trig", ("application/trig",), charset=True),
    Form("nquads", ("application/n-quads", "text/x-nquads"), charset=True),
    Form("jsonld", ("application/ld+json", "application/json")),
)
"""Forms that hold named graphs."""


def choose(accept: str | None, forms: Sequence[Form]) -> Form | None:
    """The form that ``accept`` likes best, of equals the first; ``None`` if it likes none.

    A range that cannot be read is passed over; without a readable one, everything is liked.
    """
    ranges = read_accept(accept or "")
    if not ranges:
        return forms[0]
    best, liking = None, 0.0
    own = [(form, form.types[0]) for form in forms]
    others = [(form, media_type) for form in forms for media_type in form.types[1:]]
    for form, media_type in own + others:
        quality = _quality(media_type, ranges)
        if quality > liking:
            best, liking = Form(form.name, (media_type,), form.charset), quality
    return best


def read_accept(accept: str) -> list[tuple[str, str, float]]:
    """Type, subtype and quality of the ranges of ``accept``."""
    ranges = []
    for part in accept.split(",")[:_MOST_RANGES]:
        words = [word.strip() for word in part.split(";")]
        found = _RANGE.fullmatch(words[0])
        if found is not None:
            ranges.append((found[1].lower(), found[2].lower(), _read_quality(words[1:])))
    return ranges


def _read_quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            return float(value) if _QUALITY.fullmatch(value.strip()) else 0.0
    return 1.0


def _quality(media_type: str, ranges: list[tuple[str, str, float]]) -> float:
    """By the most precise range that fits."""
    first, second = media_type.split("/")
    fitting = [
        ((kind != "*") + (subtype != "*"), quality)
        for kind, subtype, quality in ranges
        if kind in {first, "*"} and subtype in {second, "*"}
    ]
    return max(fitting)[1] if fitting else 0.0


def wants_page(accept: str | None) -> bool:
    """Whether a browser asks: it names HTML above all."""
    page = Form("html", ("text/html", "application/xhtml+xml"))
    return bool(accept) and choose(accept, (*TRIPLE_FORMS, page)) is not None and _names_html(accept or "")


def _names_html(accept: str) -> bool:
    ranges = read_accept(accept)
    html = max((quality for kind, sub, quality in ranges if (kind, sub) == ("text", "html")), default=0.0)
    rdf = max((_quality(form.types[0], ranges) for form in TRIPLE_FORMS), default=0.0)
    return html > 0 and html >= rdf
