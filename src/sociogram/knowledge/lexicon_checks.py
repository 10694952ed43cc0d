"""What the loader of the lexicon refuses, with the fix in each message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sociogram.knowledge.entries import Entry, as_texts
from sociogram.knowledge.ontology import LITERALS, PLOVER, Ontology, unknown
from sociogram.model import Modality, Polarity

AUXILIARIES = frozenset(
    {"be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should"}
)
"""No sense of their own: PETRARCH2's dictionary read WILL as a main verb and over-coded."""

NO_EVENT = "none"
"""In ``plover``: the sense is no event of PLOVER, though others of its relation are."""

_SENSE_KEYS = ("id", "relation", "frames", "subject_kinds", "object_kinds", "modality", "polarity", "plover",
               "note", "positive", "negative")  # fmt: skip
_EXAMPLE_KEYS = {"positive": ("text", "claim", "polarity", "modality"), "negative": ("text", "not")}
_ROLES = {
    "verb": ("subject", "object", "indirect", "complement", "clause", "question", "mutual", "adverb"),
    "noun": ("self", "poss", "compound", "mutual"),
    "adjective": ("subject", "mutual"),
}
AROUND = frozenset({"teller", "above"})
"""What the clause of a verb stands in; it may be needed, and no end of a relation stands there."""
_DEFAULT_SUBJECT = {"verb": ("subject",), "noun": (), "adjective": ("subject",)}
_DEFAULT_OBJECT = {"verb": ("object",), "noun": (), "adjective": ()}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameParts:
    """A frame's checked values."""

    form: Literal["verb", "noun", "adjective"]
    lemmas: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    needs: dict[str, tuple[str, ...]]
    without: tuple[str, ...]


def check_sense(entry: Entry, ontology: Ontology) -> None:
    """Raise ``OntologyError`` for wrong keys, relation, modality, polarity or PLOVER code."""
    entry.check_keys(_SENSE_KEYS, ("id", "relation", "frames"))
    name = entry.text("relation")
    if name not in ontology.relations:
        raise entry.error(unknown("relation", name, ontology.relations))
    stored = ontology.relations[name].stored_as
    if stored:
        raise entry.error(f"`{name}` is never stored; use `{stored}` with the roles the other way round")
    for key, known in (
        ("modality", [one.value for one in Modality]),
        ("polarity", [one.value for one in Polarity]),
        ("plover", (*PLOVER, NO_EVENT)),
    ):
        value = entry.text(key)
        if value and value not in known:
            raise entry.error(unknown(key, value, known))
    for key in ("positive", "negative"):
        if not entry.values.get(key):
            raise entry.error(f"no {key} example; a sense needs at least one of each kind")


def check_kinds(entry: Entry, key: str, allowed: frozenset[str], ontology: Ontology) -> frozenset[str]:
    """The kinds named at ``key`` with their subclasses, or ``allowed`` where none are named.

    Raises:
        OntologyError: If a kind is unknown or lies outside ``allowed``, the relation's own roles.
    """
    named = entry.texts(key)
    if not named:
        return allowed
    known = {*ontology.classes, *LITERALS, "Money"}
    found: set[str] = set()
    for kind in named:
        if kind not in known:
            raise entry.error(unknown("kind", kind, known))
        below = {one for one in known if ontology.is_a(one, kind)}
        # Naming Thing means the unknown noun phrase, not every class there is.
        below = {"Thing"} if kind == "Thing" else below
        if below.isdisjoint(allowed):
            raise entry.error(
                f"`{key}` names {kind}, which `{entry.text('relation')}` does not admit; "
                "widen the relation's domain or range, or choose another relation"
            )
        found |= below & allowed
    return frozenset(found)


def check_frame(entry: Entry, values: Any, ontology: Ontology) -> FrameParts:
    """The parts of one frame; raises ``OntologyError`` for anything that is no frame."""
    if not isinstance(values, dict):
        raise entry.error(f"a frame must be a mapping such as `verb: [fund]`, not {values!r}")
    forms = [form for form in _ROLES if form in values]
    if len(forms) != 1:
        raise entry.error(f"a frame has exactly one of {', '.join(_ROLES)}: {values!r}")
    form = forms[0]
    frame = Entry(values, entry.where)
    frame.check_keys((form, "subject", "object", "with", *(("without",) if form == "verb" else ())), (form,))
    needs = _needs(frame, form, ontology)
    lemmas = frame.texts(form)
    for lemma in lemmas:
        if lemma != lemma.lower().strip():
            raise entry.error(f"the lemma `{lemma}` must be in lower case")
        if form == "verb" and lemma in AUXILIARIES and not needs:
            raise entry.error(f"`{lemma}` is an auxiliary; alone it means nothing, so say `with` what")
    subject = _roles(frame, form, "subject") or _DEFAULT_SUBJECT[form]
    object_ = _roles(frame, form, "object") or _DEFAULT_OBJECT[form]
    if not subject or not object_:
        raise entry.error(f"a frame of a {form} must say where `subject` and `object` stand: {values!r}")
    if set(subject) & set(object_):
        raise entry.error(f"subject and object stand in one place: {values!r}")
    without = _roles(frame, form, "without")
    if set(without) & {*subject, *object_, *needs}:
        raise entry.error(f"`without` names a role that the frame asks for: {values!r}")
    return FrameParts(
        form=form,  # type: ignore[arg-type]
        lemmas=lemmas,
        subject=subject,
        object=object_,
        needs=needs,
        without=without,
    )


def _roles(frame: Entry, form: str, key: str) -> tuple[str, ...]:
    roles = frame.texts(key)
    for role in roles:
        _check_role(frame, form, role)
    return roles


def _check_role(frame: Entry, form: str, role: str) -> None:
    if not (role in _ROLES[form] or (role.startswith("prep:") and len(role) > len("prep:"))):
        raise frame.error(unknown(f"role of a {form}", role, [*_ROLES[form], "prep:WORD"]))


def _needs(frame: Entry, form: str, ontology: Ontology) -> dict[str, tuple[str, ...]]:
    needs = frame.values.get("with") or {}
    if not isinstance(needs, dict):
        raise frame.error(f"`with` must map a role to lemmas, such as {{object: [money]}}, not {needs!r}")
    found: dict[str, tuple[str, ...]] = {}
    for role, lemmas in needs.items():
        if form != "verb" or role not in AROUND:
            _check_role(frame, form, role)
        found[role] = tuple(
            word
            for lemma in as_texts(lemmas, f"with.{role}", frame)
            for word in _expand(lemma, ontology, frame)
        )
        if not found[role]:
            raise frame.error(f'`with.{role}` is empty; write "*" where anything will do')
    return found


def _expand(lemma: str, ontology: Ontology, frame: Entry) -> list[str]:
    """``$KIND`` with all kinds below it; any other word as it stands."""
    if not lemma.startswith("$"):
        return [lemma]
    known = [*ontology.classes, *sorted(LITERALS), "Money"]
    if lemma[1:] not in known:
        raise frame.error(unknown("kind", lemma[1:], known))
    return [f"${kind}" for kind in known if ontology.is_a(kind, lemma[1:])]


def read_examples(entry: Entry, key: str, ontology: Ontology) -> list[dict[str, Any]]:
    """The keyword arguments of the examples at ``key``, checked."""
    found = []
    for values in entry.values[key]:
        example = Entry(values, entry.where)
        example.check_keys(_EXAMPLE_KEYS[key], _EXAMPLE_KEYS[key][:2])
        claim = example.texts("claim" if key == "positive" else "not")
        if key == "negative" and len(claim) == 1:
            subject, relation, object_ = None, claim[0], None
        elif len(claim) == 3:
            subject, relation, object_ = claim
        else:
            raise entry.error(f"an example's claim is [subject, relation, object], not {list(claim)}")
        if key == "positive" and relation != entry.text("relation"):
            raise entry.error(f"a positive example claims `{relation}`; move it to a sense of that relation")
        _check_claim(example, relation, (subject, object_), ontology)
        polarity, modality = example.text("polarity"), example.text("modality")
        found.append(
            {
                "text": example.text("text"),
                "subject": subject,
                "relation": relation,
                "object": object_,
                "polarity": Polarity(polarity) if polarity else None,
                "modality": Modality(modality) if modality else None,
            }
        )
    return found


def _check_claim(example: Entry, relation: str, ends: tuple[str | None, ...], ontology: Ontology) -> None:
    if relation not in ontology.relations:
        raise example.error(unknown("relation", relation, ontology.relations))
    for end in ends:
        if end is not None and end not in example.text("text"):
            raise example.error(f"`{end}` does not stand in the example `{example.text('text')}`")
