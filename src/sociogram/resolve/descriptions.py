"""Actors without a name: what belongs to a named actor ("Trump's campaign"), and groups ("voters").

Policy, where the words of a chain hold no name of its own:

* with an owner who is an actor: an actor "OWNER's WORDS". One for all documents where there is only
  one at a time (wife, campaign) or where it is a group (supporters), else one for each document;
* a group, a post, a topic, or goods in the plural: one actor for all documents, by its words;
* a body with "the" ("the committee"): one actor for each document, and for all documents if there is
  a name in it ("the Soviet army");
* anyone else is no actor, since two documents' "senator" are hardly one man; whom a claim is
  attributed to ("a senior official"), or who is an end of a statement that is read openly, is an actor
  of that document alone, so that no asserter and no statement is lost; so is its "I".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sociogram.extraction.reading import DocumentRecord
from sociogram.ids import slug
from sociogram.knowledge.ontology import VALUES
from sociogram.resolve.kinds import family
from sociogram.resolve.names import bare_noun
from sociogram.resolve.outlines import ChainOutline
from sociogram.resolve.words import load_identity_words

_GROUPED = frozenset({"Person", "Organization", "Collective"})
"""Families whose plural is a group of people or bodies."""
_TELLING = frozenset({"Work", "Law", "Event"})
"""Families of things of which a statement tells what they did: "the ruling let them raise money"."""
_DEFINITE = ("the ", "this ", "that ")
"""Beginnings of what is spoken of as known."""
_TELLING_APART = frozenset({"of", "with", "without", "like", "such", "who", "whose"})
"""Words right behind a noun that say which ones are meant; what else stands there may belong to the verb."""
_INDEFINITE = ("a ", "an ", "another ", "any ", "some ", "no ", "every ", "each ")
"""Beginnings of what is new, or any one of its kind."""
_SPEAKERS = frozenset({"i", "me", "my", "mine", "myself"})
"""Pronouns by which one person speaks of himself."""
_SPEAKING_GROUPS = frozenset({"we", "us", "our", "ours", "ourselves"})
"""Pronouns by which one person speaks of several, himself among them."""
_SPOKEN_TO = frozenset({"you", "your", "yours", "yourself"})
"""Pronouns of whom another speaker speaks to, which a dialogue joins to his "I"."""
_SPEAKER_OF = {
    "letter": "writer",
    "email": "writer",
    "article": "writer",
    "opinion": "writer",
    "report": "writer",
}
"""What a document's "I" does there, by its genre; else he speaks."""
_NEVER_OWNED = frozenset({"Topic", "Post", "Thing"})
"""Families in which belonging to somebody makes no actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """An actor by its description. ``key`` is equal for equal actors; ``document`` bounds it, if any."""

    key: tuple[str, ...]
    name: str
    kind: str
    document: str | None


def _body_kind(words: str, kind: str) -> str:
    """The kind of a body by its last word, where no more is known than that it is one."""
    return (
        load_identity_words().bodies.get(slug(words).split("-")[-1], kind) if kind == "Organization" else kind
    )


def describe_owned(
    chain: ChainOutline, document: str, owner: str, owner_name: str, owner_kind: str
) -> Description | None:
    """The description of a chain that belongs to the actor ``owner``, or ``None`` if it is no actor."""
    if family(chain.kind) in _NEVER_OWNED:
        return None
    described = describe_property(
        owner,
        owner_name,
        chain.owned,
        chain.kind,
        document,
        plural=is_group(chain),
        owner_is_group=owner_kind == "Collective",
    )
    some = _some_of(chain)
    if some:
        described = replace(
            described, key=(*described.key, some), name=f"{some} of {described.name}", document=document
        )
    name = bare_noun(chain.name)
    # "the Orton Foundation" is a name, whoever Orton is; "Blanche Orton's foundation" says whose it is.
    is_name = is_title(name) and chain.owned[:1].isupper() and "'" not in name and "’" not in name
    return replace(described, name=name) if is_name else described


def describe_property(
    owner: str,
    owner_name: str,
    words: str,
    kind: str,
    document: str,
    *,
    plural: bool,
    owner_is_group: bool = False,
) -> Description:
    """The description of the ``words`` that belong to ``owner``."""
    words = " ".join(word.lstrip("'") for word in bare_noun(words).split())
    unique = slug(words).split("-")[-1] in load_identity_words().unique
    bound = None if unique or plural else document
    return Description(
        key=("owned", owner, slug(words), bound or ""),
        name=f"{owner_name}{'’' if owner_is_group and owner_name.endswith('s') else '’s'} {words}",
        kind="Collective" if plural and family(kind) in _GROUPED else _body_kind(words, kind),
        document=bound,
    )


def describe_group(chain: ChainOutline) -> Description | None:
    """The description of a group, post, topic or goods, or ``None`` if the chain is none of these."""
    kin = family(chain.kind)
    name = bare_noun(chain.name)
    if chain.form != "nominal" or _is_empty(name) or _is_count(slug(name).split("-")):
        return None
    if is_group(chain):
        full = bare_noun(chain.phrase or chain.name)
        some = _some_of(chain)
        full = f"{some} {full}" if some else full
        return Description(key=("group", slug(full)), name=full, kind="Collective", document=None)
    if kin in {"Post", "Topic"} or (kin == "Product" and chain.number == "plural"):
        return Description(key=(kin, slug(name)), name=name, kind=chain.kind, document=None)
    return None


def _some_of(chain: ChainOutline) -> str:
    """The word by which a chain counts out some of a group, "some" of "some Acme workers"; else nothing.

    What they do is not what the group does.
    """
    if not is_group(chain) or chain.form != "nominal":
        return ""
    first = {mention.text.partition(" ")[0].lower() for mention in chain.mentions if not mention.pronoun}
    word = first.pop() if len(first) == 1 else ""
    return word if word in load_identity_words().counting else ""


def describe_body(chain: ChainOutline, document: str) -> Description | None:
    """The description of a body or place that its document speaks of as known: "the committee".

    With a name in it ("the Soviet army", "Lake district") it is the same in every document.
    """
    kin = family(chain.kind)
    name = bare_noun(chain.name)
    if chain.form != "nominal" or kin not in {"Organization", "Place"} or chain.owner is not None:
        return None
    texts = [mention.text.lower() for mention in chain.mentions]
    if (
        _is_empty(name)
        or _is_count(slug(name).split("-"))
        or any(text.startswith(_INDEFINITE) for text in texts)
    ):
        return None
    definite = any(text.startswith(_DEFINITE) for text in texts)
    words = name.split()
    named = len(words) > 1 and any(word[0].isupper() for word in words)
    # Without an article, "Lake district" and "EU agency" are names, "German company" is none.
    if named and (
        definite or is_title(name) or words[0].isupper() or (kin == "Place" and words[0][0].isupper())
    ):
        return Description(key=("body", "", slug(name)), name=name, kind=chain.kind, document=None)
    if kin == "Place" or not definite:
        return None
    return Description(
        key=("body", document, slug(name)), name=f"the {name}", kind=chain.kind, document=document
    )


def _is_empty(name: str) -> bool:
    """Whether ``name`` is one word for anyone, or so many of them."""
    words = slug(name).split("-")
    return words[-1] in load_identity_words().empty and (len(words) == 1 or _is_count(words))


def is_title(name: str) -> bool:
    """Whether all longer words of ``name``, two at least, begin with a capital, as those of a name do."""
    words = [word for word in name.split() if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def describe_unnamed(chain: ChainOutline, document: str) -> Description | None:
    """The description of someone unnamed to whom a claim is attributed; ``None`` for bare pronouns."""
    if chain.form != "nominal" or family(chain.kind) not in _GROUPED | {"Place", "Work"}:
        return None
    name = bare_noun(chain.name)
    if _is_empty(name):
        # "100 Acme workers" and "100 workers of Acme" are told by the name beside their noun.
        behind = bare_noun(chain.phrase).removeprefix(name).split()
        if behind and behind[0] in _TELLING_APART:
            name = bare_noun(chain.phrase)
        if chain.kind != "Collective" or not any(word[0].isupper() for word in name.split()[1:]):
            return None
    return Description(
        key=("unnamed", document, str(chain.index)),
        name=name,
        kind=chain.kind,
        document=document,
    )


def describe_end(chain: ChainOutline, document: str) -> Description | None:
    """The description of an end of a statement that is read openly: also "the parents", "people", of that document."""
    described = describe_unnamed(chain, document)
    if described is not None:
        return replace(described, name=bare_noun(chain.phrase or chain.name))
    if chain.form != "nominal" or family(chain.kind) not in _GROUPED | _TELLING:
        return None
    name = bare_noun(chain.name)
    words = slug(name).split("-")
    if words[-1] in load_identity_words().nobody or (len(words) > 1 and _is_count(words)):
        return None
    definite = any(mention.text.lower().startswith(_DEFINITE) for mention in chain.mentions)
    full = bare_noun(chain.phrase or name)
    # "the members of the council", "people with guns": without them another is meant.
    behind = full.removeprefix(name).split()
    told_apart = bool(behind) and full.startswith(name) and behind[0] in _TELLING_APART
    bare = definite and len(words) == 1
    known = chain.phrase.lower().startswith(_DEFINITE) if told_apart else bare
    return Description(
        key=("unnamed", document, str(chain.index)),
        name=f"the {full if told_apart else name}" if bare and known else full,
        kind=chain.kind,
        document=document,
    )


def describe_asserter(chain: ChainOutline, document: str) -> Description | None:
    """The description of whatever says something without a name, so that no saying is nobody's: "records", "sources".

    ``None`` for pronouns and for what is a date or a quantity.
    """
    if chain.form != "nominal" or chain.kind in VALUES:
        return None
    name = bare_noun(chain.phrase or chain.name)
    people = slug(chain.name).split("-")[-1] in load_identity_words().sources
    several = "Collective" if chain.number == "plural" else "Person"
    kin = family(chain.kind)
    if people or (kin == "Thing" and chain.gender in {"male", "female"}):
        kind = several
    elif kin in _GROUPED:
        kind = "Collective" if chain.number == "plural" else chain.kind
    else:
        kind = chain.kind if kin == "Work" else "Work"
    return Description(
        key=("unnamed", document, str(chain.index)),
        name=name,
        kind=kind,
        document=document,
    )


def describe_named(chain: ChainOutline, document: str) -> Description:
    """The description of a name of no known kind that says something in ``document``: "according to Newsday"."""
    return Description(
        key=("unnamed", document, str(chain.index)), name=chain.name, kind="Organization", document=document
    )


def describe_speaker(chain: ChainOutline, document: DocumentRecord, quoted: str | None) -> Description | None:
    """The description of who says "I" or "we" in a document that does not tell who it is; ``None`` for all others.

    ``quoted`` is the name of the one in whose quoted words the pronouns stand, if they do.
    """
    words = {mention.text.lower() for mention in chain.mentions}
    alone, several = not words.isdisjoint(_SPEAKERS), not words.isdisjoint(_SPEAKING_GROUPS)
    if chain.form != "pronoun" or alone == several or not words <= _SPEAKERS | _SPEAKING_GROUPS | _SPOKEN_TO:
        return None
    who = _SPEAKER_OF.get(document.genre, "speaker")
    title = quoted or document.title or PurePosixPath(document.source).stem
    if quoted and alone:
        return None  # a quoted "I" is its source or nobody
    return Description(
        key=("speaker", document.id, str(chain.index)),
        name=f"the {who} of {title}" if alone else f"“we” of {title}",
        kind="Person" if alone else "Collective",
        document=document.id,
    )


def _is_count(words: Sequence[str]) -> bool:
    return any(word[0].isdigit() for word in words) or words[0] in load_identity_words().numerals


def is_group(chain: ChainOutline) -> bool:
    """Whether the chain stands for several people or bodies."""
    kin = family(chain.kind)
    return kin == "Collective" or (kin in _GROUPED and chain.number == "plural")
