"""What can go wrong, as a small tree.

    SociogramError
    ├── UsageError       an argument or option cannot be used
    ├── InputError       one document cannot be read; the others go on
    ├── OntologyError    an entry of the ontology, the lexicon or a list is wrong
    ├── ModelError       the language model cannot be loaded
    └── QueryError       a question cannot be asked

Each message says what is wrong, where (``file:line`` or a document), and how to mend it.
"""

from __future__ import annotations


class SociogramError(Exception):
    """Base of every error that this package raises on purpose."""


class UsageError(SociogramError):
    """An argument or option that cannot be used."""


class InputError(SociogramError):
    """A document that cannot be read.

    Args:
        source: Path or URL of the document.
        reason: What is wrong with it, in a few words.
        remedy: What a person can do about it.
    """

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}; {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class OntologyError(SociogramError):
    """A wrong entry of the ontology, the lexicon or a list of actors."""


class ModelError(SociogramError):
    """A language model that cannot be loaded."""


class QueryError(SociogramError):
    """A question that cannot be asked of the graph."""
