"""Who gets a copy of a letter, by the lines behind its signature: "cc: Jane Roe", "Copies to:" over names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Credit
from sociogram.read.layout.lines import Line, Paragraph
from sociogram.read.phrases.names import list_names

_LEADS = alternatives(load_vocabulary("read").words("copy-leads"))
_LEAD = re.compile(rf"(?:{_LEADS})[ \t]*:[ \t]*|c\.?c\.?[ \t]+(?=[A-Z])", re.IGNORECASE)
_MOST_LINES = 12
_BODIES = frozenset({"Company", "EducationalInstitution", "GovernmentBody", "MediaOutlet", "Organization"})
"""Kinds that the last word of a name says, of which no surname is one ("Board", and not "Park")."""


def find_copied(paragraphs: Sequence[Paragraph]) -> tuple[Credit, ...]:
    """The people of the first line of copies among ``paragraphs``, from a letter's close on, and of those under it.

    The names of bodies are left out, for behind a person's name one is an employer as often as another addressee.
    """
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    for index, line in enumerate(lines):
        lead = _LEAD.match(line.text)
        if lead is not None:
            found = _people(line, lead.end())
            if line.text[lead.end() :].strip() and not found:
                return ()
            for below in lines[index + 1 : index + _MOST_LINES]:
                people = _people(below, 0)
                if not people:
                    break
                found += people
            return tuple({credit.value: credit for credit in found}.values())
    return ()


def _people(line: Line, start: int) -> list[Credit]:
    found = list_names(line.text[start:], line.start + start) or []
    return [credit for credit in found if len(credit.value.split()) > 1 and not _is_body(credit.value)]


def _is_body(name: str) -> bool:
    kind, _ = load_actor_lists().name_heads.get(name.rsplit(maxsplit=1)[-1].casefold(), ("", False))
    return kind in _BODIES
