"""What a document's credits say."""

from __future__ import annotations

from sociogram.extraction.mentions.letters import find_untitled_letter
from sociogram.extraction.metadata import COPY, _line, find_metadata_relations
from sociogram.model import Block, BlockKind, Credit, Document, Mention

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
    given = [
        *one.authors,
        *one.recipients,
        *one.copied,
        *(c for c in (one.title, one.publisher) if c is not None),
    ]
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


def test_who_gets_a_copy_received_the_letter_too_and_is_told_from_the_recipient():
    stone, courier = make_credit("Bob Stone"), make_credit("The Courier")
    letter = document(genre="letter", publisher=None, recipients=(stone,), copied=(courier, stone))
    assert relations(letter) == {
        ("Ann Lee", "wrote", "On Rivers"),
        ("On Rivers", "sentTo", "Bob Stone"),
        ("Bob Stone", "received", "On Rivers"),
        ("On Rivers", "sentTo", "The Courier"),
        ("The Courier", "received", "On Rivers"),
    }
    given = [*letter.authors, letter.title, stone, courier]
    mentions = [
        Mention(index=index, start=each.start, end=each.end, text=each.value, phrase=(each.start, each.end),
                tokens=(0, 0), head=-1, form="named", kind="Thing", name=each.value)
        for index, each in enumerate(given)
    ]  # fmt: skip
    found = find_metadata_relations(letter, mentions, [])
    assert {each.object: each.lemma for each in found if each.relation == "sentTo"} == {2: "send", 3: COPY}


def test_a_copy_of_what_is_no_letter_says_nothing():
    assert relations(document(publisher=None, copied=(make_credit("Bob Stone"),))) == {
        ("Ann Lee", "wrote", "On Rivers")
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


LETTER = "12 March 1998\n\nDear Mr. Stone,\n\nRivers rise.\n\nYours,\nAnn Lee"


def letter(**changes):
    place, sign = LETTER.index("Stone"), LETTER.index("Ann Lee")
    greeting = Block(kind=BlockKind.SALUTATION, start=15, end=30)
    values = {"id": "d", "source": "d", "text": LETTER, "start": 0, "end": len(LETTER), "genre": "letter",
              "authors": (Credit(value="Ann Lee", start=sign, end=sign + 7),),
              "recipients": (Credit(value="Stone", start=place, end=place + 5),), "published": "1998-03-12",
              "blocks": (Block(kind=BlockKind.DATELINE, start=0, end=13), greeting)}  # fmt: skip
    return Document(**{**values, **changes})


def test_a_letter_without_a_title_is_known_by_writer_recipient_and_date():
    work = find_untitled_letter(letter())
    assert work is not None
    assert (work.value, LETTER[work.start : work.end]) == (
        "Letter of Ann Lee to Stone (1998-03-12)",
        "Dear Mr. Stone,",
    )
    dated = find_untitled_letter(letter(recipients=(), blocks=letter().blocks[:1]))
    assert dated is not None
    assert (dated.value, LETTER[dated.start : dated.end]) == (
        "Letter of Ann Lee (1998-03-12)",
        "12 March 1998",
    )


def test_what_is_no_letter_or_could_be_any_is_none():
    for other in (
        letter(genre="email"), letter(authors=()), letter(recipients=(), published=None), letter(blocks=()),
        letter(authors=(Credit(value="Ann Lee"),)), letter(title=Credit(value="Rivers", start=32, end=38)),
    ):  # fmt: skip
        assert find_untitled_letter(other) is None


def test_a_letter_without_a_title_is_written_and_sent():
    one = letter()
    work = find_untitled_letter(one)
    assert work is not None
    mentions = [
        Mention(index=index, start=each.start, end=each.end, text=LETTER[each.start : each.end],
                phrase=(each.start, each.end), tokens=(0, 0), head=-1, form="named", kind="Thing", name=each.value)
        for index, each in enumerate((work, *one.recipients, *one.authors))
    ]  # fmt: skip
    found = find_metadata_relations(one, mentions, [])
    assert [(mentions[each.subject].name, each.relation, mentions[each.object].name) for each in found] == [
        ("Ann Lee", "wrote", work.value),
        (work.value, "sentTo", "Stone"),
        ("Stone", "received", work.value),
    ]
