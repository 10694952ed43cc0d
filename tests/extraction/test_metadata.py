"""What a document's credits say."""

from __future__ import annotations

from sociogram.extraction.metadata import _line, find_metadata_relations
from sociogram.model import Credit, Document, Mention

TEXT = "On Rivers by Ann Lee, The Courier, to Bob Stone"


def make_credit(words):
    start = TEXT.index(words)
    return Credit(value=words, start=start, end=start + len(words))


def document(**changes):
    values = {"id": "d", "source": "d", "text": TEXT, "start": 0, "end": len(TEXT), "genre": "article",
              "title": make_credit("On Rivers"), "authors": (make_credit("Ann Lee"),),
              "publisher": make_credit("The Courier"),
              "recipients": ()}  # fmt: skip
    return Document(**{**values, **changes})


def relations(one):
    given = [*one.authors, *one.recipients, *(c for c in (one.title, one.publisher) if c is not None)]
    mentions = [
        Mention(index=index, start=each.start, end=each.end, text=TEXT[each.start : each.end],
                phrase=(each.start, each.end), tokens=(0, 0), head=-1, form="named", kind="Thing", name=each.value)
        for index, each in enumerate(each for each in given if each.start is not None)
    ]  # fmt: skip
    return {
        (mentions[found.subject].name, found.relation, mentions[found.object].name)
        for found in find_metadata_relations(one, mentions, [])
    }


def test_an_article_is_written_by_its_author_and_published_by_its_publisher():
    assert relations(document()) == {
        ("Ann Lee", "wrote", "On Rivers"),
        ("The Courier", "published", "On Rivers"),
    }


def test_a_letter_is_sent_to_its_recipient_who_received_it():
    letter = document(genre="letter", publisher=None, recipients=(make_credit("Bob Stone"),))
    assert relations(letter) == {
        ("Ann Lee", "wrote", "On Rivers"),
        ("On Rivers", "sentTo", "Bob Stone"),
        ("Bob Stone", "received", "On Rivers"),
    }


def test_a_credit_without_words_makes_no_claim():
    assert relations(document(title=Credit(value="On Rivers"))) == set()


def test_a_signature_far_from_the_title_is_its_own_evidence():
    text = "On Rivers\n" + "Water runs. " * 40 + "\n Ann Lee \nend"
    title = Credit(value="On Rivers", start=0, end=9)
    start = text.index("Ann Lee")
    author = Credit(value="Ann Lee", start=start, end=start + 7)
    letter = Document(id="d", source="d", text=text, start=0, end=len(text), title=title, authors=(author,))
    mentions = [
        Mention(index=index, start=one.start, end=one.end, text=one.value, phrase=(one.start, one.end),
                tokens=(0, 0), head=-1, form="named", kind="Thing", name=one.value)
        for index, one in enumerate((title, author))
    ]  # fmt: skip
    assert [text[slice(*one.sentence)] for one in find_metadata_relations(letter, mentions, [])] == [
        "Ann Lee"
    ]


def test_the_evidence_of_a_credit_in_a_long_line_is_its_sentence() -> None:
    first = "Ines Blum has written about rivers and the towns on their banks for more than twenty years. "
    text = f"{first}She works for the Harbour Post. " + "She lives by the sea with two dogs and a boat. " * 3
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    at = text.index("Harbour Post")
    start, end = _line(document, (at, at + len("Harbour Post")))
    assert text[start:end] == "She works for the Harbour Post."
