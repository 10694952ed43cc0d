"""Named questions: SPARQL with parameters, one ``.rq`` file each, whose comments say what it asks.

A file begins with ``# title:``, then ``# usage:`` with the words of the command line, where
``{actor}`` is a parameter, ``[…]`` optional, and other words may be left out by the user:
``what-does {speaker} say [about {topic}]``. ``# plan: columns`` is for a question about much of a case
(``sociogram.rdf.planning``).
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sociogram.errors import QueryError

_PARAMETER = re.compile(r"\{(\w+)\}")
"""A parameter in a usage: ``{actor}``."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that has a name.

    ``parameters`` are variables of the query in the order of the command line; those from
    ``required`` on may be left out, and stay unbound. ``words`` may stand between them.
    """

    name: str
    title: str
    usage: str
    parameters: tuple[str, ...]
    required: int
    words: frozenset[str]
    sparql: str
    columns: bool


@cache
def load_questions() -> dict[str, Question]:
    """All named questions by name, in alphabetical order."""
    found = {}
    for file in sorted(files("sociogram.rdf.questions").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".rq"):
            question = _read(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
            found[question.name] = question
    return found


def find_question(name: str) -> Question:
    """The question called ``name``.

    Raises:
        QueryError: If there is none; the message has the nearest names.
    """
    questions = load_questions()
    if name not in questions:
        near = difflib.get_close_matches(name, questions, n=3) or list(questions)
        raise QueryError(
            f"no question '{name}'; there are, among others: {', '.join(near)} (all: sociogram query --list)"
        )
    return questions[name]


def read_arguments(question: Question, arguments: tuple[str, ...]) -> dict[str, str]:
    """The values of the parameters, by name; linking words are passed over.

    Raises:
        QueryError: If there are too few or too many.
    """
    values = [word for word in arguments if word not in question.words]
    if not question.required <= len(values) <= len(question.parameters):
        given = "1 actor is" if len(values) == 1 else f"{len(values) or 'no'} actors are"
        raise QueryError(f"{given} given; the question is asked like this: {question.usage}")
    return dict(zip(question.parameters, values, strict=False))


def _read(name: str, text: str) -> Question:
    header = dict(re.findall(r"^# (\w+): (.*)$", text, re.MULTILINE))
    usage = f"{name} {header.get('usage', '')}".strip()
    pattern = header.get("usage", "")
    required = len(_PARAMETER.findall(re.sub(r"\[[^\[\]]*\]", "", pattern)))
    words = frozenset(re.findall(r"\w+", _PARAMETER.sub("", pattern)))
    return Question(
        name,
        header["title"],
        usage,
        tuple(_PARAMETER.findall(pattern)),
        required,
        words,
        text,
        header.get("plan") == "columns",
    )
