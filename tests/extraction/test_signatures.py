"""Posts in the heads and signatures of letters."""

from __future__ import annotations

import pytest

from sociogram.extraction.signatures import find_credited_posts
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Block, BlockKind, Credit, Document, Mention


def posts(text: str, kind: BlockKind = BlockKind.SIGNATURE, under: str = "") -> list[str]:
    name = "Ann Lee"
    start = text.index(name)
    end = start + len(name)
    document = Document(
        id="d",
        source="d",
        text=text,
        start=0,
        end=len(text),
        authors=(Credit(value=name, start=start, end=end),),
        blocks=(
            Block(kind=kind, start=0, end=len(text) - len(under)),
            *([Block(kind=BlockKind.PROSE, start=len(text) - len(under), end=len(text))] if under else []),
        ),
    )
    mention = Mention(
        index=0,
        start=start,
        end=end,
        text=name,
        phrase=(start, end),
        tokens=(0, 0),
        head=-1,
        form="named",
        kind="Person",
        name=name,
    )
    found = list(find_credited_posts(document, (mention,), load_actor_lists()))
    for one in found:
        assert one.literal is not None
        assert text[slice(*one.literal[2])] == one.literal[1]
    return [one.literal[1] for one in found if one.literal]


@pytest.mark.parametrize(
    ("text", "post"),
    [("Yours,\n\nAnn Lee\nMember of Congress\n", "Member of Congress"), ("Ann Lee, President", "President")],
)
def test_the_line_behind_a_signature_is_a_post(text: str, post: str) -> None:
    assert posts(text) == [post]


@pytest.mark.parametrize(
    "text", ["Ann Lee\n12 President Street", "Ann Lee\nBonn", "Ann Lee\nYour friend", "Ann Lee"]
)
def test_an_address_or_a_greeting_is_none(text: str) -> None:
    assert not posts(text)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Address by Ann Lee, president of the Acme League, to its members, Bonn",
            "president of the Acme League",
        ),
        ("Address by Ann Lee, who won, to its members, Bonn", None),
        ("Address by Ann Lee, Bonn, 6 August 2024", None),
    ],
)
def test_the_title_of_a_speech_tells_the_speakers_post(text: str, post: str | None) -> None:
    assert posts(text, BlockKind.HEADLINE) == ([] if post is None else [post])


@pytest.mark.parametrize(
    ("under", "post"),
    [
        ("Ann Lee\nHead of Contracts, Acme Marine Ltd", "Head of Contracts"),
        ("Ann Lee, Treasurer, Acme", "Treasurer"),
        ("Ann Lee\nBonn", None),
        ("Ann Lee has left Bonn.", None),
        ("Bob Ray, Treasurer", None),
    ],
)
def test_who_writes_a_mail_signs_it_with_the_post(under: str, post: str | None) -> None:
    text = f"From: Ann Lee <a@b.example>\n\nWe have paid.\n\n{under}"
    assert posts(text, BlockKind.METADATA, under) == ([] if post is None else [post])


def test_in_prose_a_parse_reads_it() -> None:
    assert not posts("Ann Lee, President", BlockKind.PROSE)
