"""Names that the model takes for a person's or for a firm's, and what beside them says the other; parses by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from support.parses import parse_by_hand


def kinds_of(rows: str, ents: str) -> dict[str, str]:
    """The kinds of the names; ``ents`` has a letter a token: P and p, O and o begin and go on with a name, or "-"."""
    labels = {"P": "B-PERSON", "p": "I-PERSON", "O": "B-ORG", "o": "I-ORG", "-": "O"}
    parsed = parse_by_hand(rows, ents=[labels[letter] for letter in ents])
    found = find_mentions(parsed, load_actor_lists())
    return {one.text: one.kind for one in found if one.form == "named"}


@pytest.mark.parametrize(("beside", "kind"), [("his", "Person"), ("its", "Organization")])
def test_beside_his_allies_stands_a_person(beside: str, kind: str) -> None:
    rows = (
        "Ann/Ann/NNP/nsubj/1 sued/sue/VBD/ROOT/1 Trozell/trozell/NNP/dobj/1 and/and/CC/cc/2 "
        f"{beside}/{beside}/PRP$/poss/5 allies/ally/NNS/conj/2"
    )
    assert kinds_of(rows, "P-O---")["Trozell"] == kind


@pytest.mark.parametrize(("ending", "kind"), [("Company", "Company"), ("Roe", "Person")])
def test_initials_and_a_surname_are_the_founders_or_his_firms(ending: str, kind: str) -> None:
    rows = (
        f"C.V./C.V./NNP/compound/1 Trozell/trozell/NNP/nmod/3 &/&/CC/cc/1 {ending}/{ending}/NNP/nsubj/4 "
        "won/win/VBD/ROOT/4 ././,/punct/4 C.V./C.V./NNP/compound/7 Trozell/trozell/NNP/nsubj/8 paid/pay/VBD/ROOT/8"
    )
    assert kinds_of(rows, "Oooo--Pp-")["C.V. Trozell"] == kind


def test_who_was_born_is_the_founder() -> None:
    rows = (
        "C.V./C.V./NNP/compound/1 Trozell/trozell/NNP/nmod/3 &/&/CC/cc/1 Sons/son/NNPS/nsubj/4 won/win/VBD/ROOT/4 "
        "././,/punct/4 C.V./C.V./NNP/compound/7 Trozell/trozell/NNP/nsubj/10 who/who/WP/nsubj/9 "
        "lived/live/VBD/relcl/7 paid/pay/VBD/ROOT/10"
    )
    assert kinds_of(rows, "Oooo--Pp---")["C.V. Trozell"] == "Person"


@pytest.mark.parametrize(
    ("verb", "marks", "kind"),
    [("streams", '"', "Work"), ("streams", ",", "Person"), ("calls", '"', "Person")],
)
def test_a_name_alone_in_quotation_marks_that_somebody_shows_is_a_work(
    verb: str, marks: str, kind: str
) -> None:
    rows = (
        f"Acme/Acme/NNP/nsubj/1 {verb}/{verb[:-1]}/VBZ/ROOT/1 {marks}/{marks}/``/punct/3 "
        f"Trozell/trozell/NNP/dobj/1 {marks}/{marks}/''/punct/3"
    )
    assert kinds_of(rows, "O--P-")["Trozell"] == kind


def test_a_foreign_article_and_a_noun_are_a_body_if_no_full_name_has_them() -> None:
    says = "La/La/NNP/compound/{0} Trozell/trozell/NNP/nsubj/{1} said/say/VBD/ROOT/{1} so/so/RB/advmod/{1}"
    assert kinds_of(says.format(1, 2), "Pp--") == {"La Trozell": "Organization"}
    full = (
        "Ann/Ann/NNP/compound/2 La/La/NNP/compound/2 Trozell/trozell/NNP/nsubj/3 left/leave/VBD/ROOT/3 "
        "././,/punct/3 "
    )
    assert kinds_of(full + says.format(6, 7), "Ppp--Pp--")["La Trozell"] == "Person"


@pytest.mark.parametrize(("before", "kind"), [("firm", "Company"), ("big", "GovernmentBody")])
def test_what_a_body_is_called_outweighs_what_its_name_ends_in(before: str, kind: str) -> None:
    pos = "NN/compound" if before == "firm" else "JJ/amod"
    rows = (
        f"the/the/DT/det/3 {before}/{before}/{pos}/3 Trozell/trozell/NNP/compound/3 Corps/corps/NNP/nsubj/4 "
        "won/win/VBD/ROOT/4"
    )
    assert kinds_of(rows, "--Oo-")["Trozell Corps"] == kind
