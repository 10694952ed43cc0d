"""Posts in the heads and signatures of letters."""

from __future__ import annotations

import pytest

from sociogram.extraction.signatures import find_credited_posts
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Block, BlockKind, Credit, Document, Mention


def posts(text: str, kind: BlockKind = BlockKind.SIGNATURE) -> list[str]:
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
        blocks=(Block(kind=kind, start=0, end=len(text)),),
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


def test_in_prose_a_parse_reads_it() -> None:
    assert not posts("Ann Lee, President", BlockKind.PROSE)
