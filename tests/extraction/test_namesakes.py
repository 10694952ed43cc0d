"""Who did it where people share a surname: the nearest full name counts, whole, and nobody is lost to a namesake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def read(text: str, nlp: Language, resources: Resources) -> tuple[set[Triple], dict[str, str]]:
    """The typed relations of ``text`` between names, and the kind of each name."""
    (document,) = read_text(text, source="t", id="t")
    found = extract_document(next(iter(parse_documents([document], nlp))), resources)
    names = {index: chain.name for chain in found.chains for index in chain.mentions}
    triples = {
        (names[one.subject], one.relation, names[one.object])
        for one in found.relations
        if one.object is not None
    }
    return triples, {chain.name: chain.kind for chain in found.chains}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # A short sentence of names is no headline.
        ("Carl Osten left. His wife Hanna thanked Greta Bohm. Hanna Osten sued Emil Farkas.",
         ("Hanna Osten", "sued", "Emil Farkas")),
        ("Carl Osten left. Hanna Osten met Emil Farkas in Lyon", ("Hanna Osten", "met", "Emil Farkas")),
        # A relative is who is named beside it, not whose relative it is.
        ("Carl Osten left. His wife Hanna bribed Emil Farkas.", ("Hanna", "paid", "Emil Farkas")),
        # A nickname stands within the name.
        ('Carl Osten left. Hanna "Nan" Osten bribed Emil Farkas.', ('Hanna "Nan" Osten', "paid", "Emil Farkas")),
        ("Carl Osten left. Hanna 'Nan' Osten sued Emil Farkas.", ("Hanna 'Nan' Osten", "sued", "Emil Farkas")),
        ("Carl Osten left. Hugo “the Bear” Osten sued Emil Farkas.",
         ("Hugo “the Bear” Osten", "sued", "Emil Farkas")),
        ('Carl Osten left. "Duke" Osten sued Emil Farkas.', ('"Duke" Osten', "sued", "Emil Farkas")),
        ('The singer Rosa "La Luz" Pereda sued Emil Farkas.', ('Rosa "La Luz" Pereda', "sued", "Emil Farkas")),
        ('Emil Farkas called it "Luck" and left. Hugo Osten sued Emil Farkas.', ("Hugo Osten", "sued", "Emil Farkas")),
        # A heading does not run on into the name under it.
        ("Overview\n\nIda Stern sued Emil Farkas over a debt.", ("Ida Stern", "sued", "Emil Farkas")),
        ("Missing id\n\nHugo Osten met Emil Farkas.", ("Hugo Osten", "met", "Emil Farkas")),
        # The husband's name with "Mrs" is his wife's.
        ("Carl Osten left. Mrs Carl Osten sued Emil Farkas.", ("Mrs Carl Osten", "sued", "Emil Farkas")),
        ("Mr. and Mrs. Carl Osten left. Mrs. Osten sued Emil Farkas.",
         ("Mrs. Carl Osten", "sued", "Emil Farkas")),
        ("Dr. and Mrs. Carl Osten left. Mrs. Osten sued Emil Farkas.",
         ("Mrs. Carl Osten", "sued", "Emil Farkas")),
        ("Carl Osten left. Mrs Hanna Osten sued Emil Farkas.", ("Hanna Osten", "sued", "Emil Farkas")),
        # Of a couple the wife does it too; a title says who of those of one surname is meant.
        ("Mr. and Mrs. Emil Osten sued Ida Kvist.", ("Mrs. Emil Osten", "sued", "Ida Kvist")),
        ("Mr. and Mrs. Emil Osten sued Ida Kvist.", ("Emil Osten", "sued", "Ida Kvist")),
        ("Ida Kvist met Mr and Mrs Emil Osten in Lyon.", ("Ida Kvist", "met", "Mrs Emil Osten")),
        ("Dr. Emil Osten left. Mrs. Osten met Ida Kvist. Dr. Osten sued Ida Kvist.",
         ("Emil Osten", "sued", "Ida Kvist")),
        ("Mrs. Osten met Ida Kvist. Dr. Osten sued Ida Kvist. Dr. Emil Osten left.",
         ("Emil Osten", "sued", "Ida Kvist")),
        ("Senator Lind left. Lind sued Ida Kvist. Emil Farkas met Senator Lind.", ("Lind", "sued", "Ida Kvist")),
        # A first name in brackets is a nickname.
        ("Carl Osten left. William (Bill) Osten sued Emil Farkas.",
         ("William (Bill) Osten", "sued", "Emil Farkas")),
        ("Carl Osten left. Mario «Il Lupo» Osten sued Emil Farkas.",
         ("Mario «Il Lupo» Osten", "sued", "Emil Farkas")),
        # An initial is a person's, and whose first name it begins.
        ("T. Lindahl sued Emil Farkas. Tilda Lindahl was there.", ("Tilda Lindahl", "sued", "Emil Farkas")),
        ("Carl Osten left. Cora Osten left. C. Osten sued Emil Farkas.", ("C. Osten", "sued", "Emil Farkas")),
        ("Carl Osten left. Al Osten met Ada Osten. Al Osten sued Emil Farkas.", ("Al Osten", "sued", "Emil Farkas")),
        # Capitals are persons too.
        ("HANNA OSTEN sued Emil Farkas in Lyon. She left.", ("HANNA OSTEN", "sued", "Emil Farkas")),
        ("IDA J. KVIST sued Emil Farkas.", ("IDA J. KVIST", "sued", "Emil Farkas")),
        ("HANNA OSTEN PAID EMIL FARKAS $500. IDA KVIST SUED TARN MOTORS.", ("HANNA OSTEN", "paid", "EMIL FARKAS")),
        ("HANNA OSTEN PAID EMIL FARKAS $500. IDA KVIST SUED TARN MOTORS.", ("IDA KVIST", "sued", "TARN MOTORS")),
        # Names in other scripts are whole.
        ("\u200fיעל רון\u200f sued Emil Farkas.", ("יעל רון", "sued", "Emil Farkas")),
        ("Emil Farkas sued \u200fיעל רון\u200f in Lyon.", ("Emil Farkas", "sued", "יעל רון")),
        ("Олег Сомов sued Emil Farkas.", ("Олег Сомов", "sued", "Emil Farkas")),
        # A son is not his father.
        ("Carl Osten left. Carl Osten, junior, sued Emil Farkas.", ("Carl Osten, junior", "sued", "Emil Farkas")),
        ("Carl Osten left. Carl Osten senior sued Emil Farkas.", ("Carl Osten senior", "sued", "Emil Farkas")),
        ("Ida Kvist, senior adviser to the mayor, sued Emil Farkas.", ("Ida Kvist", "sued", "Emil Farkas")),
        # A month beside a relative is her name.
        ("Carl Osten left. His wife, June, bribed Emil Farkas.", ("June", "paid", "Emil Farkas")),
        # A first word that two firms share is neither of them, and no person.
        ("Selva Systems left. Selva sued Emil Farkas. Selva Logistics met Ida Kvist.",
         ("Selva", "sued", "Emil Farkas")),
        ("Selva Holdings left. Selva sued Emil Farkas. Selva Textiles met Ida Kvist.",
         ("Selva Holdings", "sued", "Emil Farkas")),
        # The surname may stand in front.
        ("Carl Osten left. Osten Katalin bribed Emil Farkas. Osten sued Emil Farkas.",
         ("Osten Katalin", "sued", "Emil Farkas")),
        ("Sato Kenji left. Kenji Sato sued Emil Farkas.", ("Sato Kenji", "sued", "Emil Farkas")),
        ("Kim Ji-hoon left. Kim Min-ji sued Emil Farkas.", ("Kim Min-ji", "sued", "Emil Farkas")),
    ],
)  # fmt: skip
def test_the_deed_is_its_doers(text: str, triple: Triple, nlp: Language, resources: Resources) -> None:
    found, _ = read(text, nlp, resources)
    assert triple in found
    assert not any(one[0] == "Carl Osten" and one[1] in {"sued", "paid", "met"} for one in found), found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("HANNA OSTEN sued Tarn Motors in Lyon.", "HANNA OSTEN", "Person"),
        ("FOX NEWS praised the BBC.", "FOX NEWS", "MediaOutlet"),
        ("NATO praised Emil Farkas.", "NATO", "InternationalOrganization"),
        ("\u200fיעל רון\u200f met Emil Farkas.", "יעל רון", "Person"),
        ("B. Osten met Emil Farkas.", "B. Osten", "Person"),
        ("Osten Sr. sued Emil Farkas.", "Osten Sr.", "Person"),
        ("Ida Kvist sued Hugo Lind in Kvist v. Lind.", "v. Lind", ""),
        ("Rosalba Industries left. Rosalba sued Ida Kvist. Rosalba Wines left.", "Rosalba Wines", "Company"),
        ("Rosalba Industries left. Rosalba sued Ida Kvist. Rosalba Wines left.", "Rosalba", "Company"),
        ("Lena Brooks left. Lena Wells sued Ida Kvist.", "Lena Wells", "Person"),
        ("RT @ferrynews: Ida Kvist met Emil Farkas in Lyon.", "RT", ""),
        ("Ida Kvist told RT that Emil Farkas left.", "RT", "MediaOutlet"),
        ("Emil Farkas (Емил Фаркаш) left.", "Емил Фаркаш", "Thing"),
    ],
)
def test_kind_of_a_name(text: str, name: str, kind: str, nlp: Language, resources: Resources) -> None:
    assert read(text, nlp, resources)[1].get(name, "") == kind


def test_who_of_several_goes_with_whom_respectively(nlp: Language, resources: Resources) -> None:
    met, _ = read("Ida Kvist and Carl Osten met Emil Farkas and Hugo Lind respectively.", nlp, resources)
    assert {one for one in met if one[1] == "met"} == {
        ("Ida Kvist", "met", "Emil Farkas"),
        ("Carl Osten", "met", "Hugo Lind"),
    }
    assert not any({one[0], one[2]} == {"Ida Kvist", "Hugo Lind"} for one in met)
    each, _ = read("Ida Kvist and Carl Osten met Emil Farkas and Hugo Lind.", nlp, resources)
    assert ("Ida Kvist", "met", "Hugo Lind") in each
