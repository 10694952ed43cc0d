"""Web pages: what can be seen of them, and where their article stands."""

from __future__ import annotations

import pytest

from sociogram.errors import InputError
from sociogram.model import BlockKind, Document
from sociogram.read.formats.html import READER
from sociogram.read.formats.main_text import is_clear_notice, is_notice

STORY = (
    "Nora Blythe paid Stefan Kolar 20,000 euros in May, according to papers that the council has seen.",
    "Kestral Freight, which Mr Kolar leads, declined to comment. The firm employs ninety people in two ports.",
    "Vera Lind, a former mayor, sued Kestral Freight in a court in Turku. The case is still open.",
)
MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
NOTICE = (
    "<div class='bar'><p>We and our 300 partners, among them Bexo Ads, store information on your device.</p>"
    "<p>You can change your choices at any time in our privacy policy.</p></div>"
)


def read(body: str, head: str = "") -> Document:
    page = f"<!doctype html><html><head><title>A story</title>{head}</head><body>{body}</body></html>"
    (document,) = READER.read(page.encode(), "a.html")
    assert isinstance(document, Document)
    return document


def prose(document: Document) -> list[str]:
    return [
        document.text[block.start : block.end] for block in document.blocks if block.kind is BlockKind.PROSE
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<s>{}</s>", "<strike>{}</strike>", "<del>{}</del>", "<span hidden>{}</span>", "<p hidden=''>{}</p>",
        "<div style='color: red; DISPLAY : None !important'><p>{}</p></div>", "<p style='visibility:hidden'>{}</p>",
        "<span style='text-decoration: underline line-through'>{}</span>", "<p class='a d-none'>{}</p>",
        "<p class='late'>{}</p>", "<p id='gone'>{}</p>", "<template><p>{}</p></template>",
        "<p aria-hidden='true'>{}</p>", "<dialog><p>{}</p></dialog>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("story", [MARKED, "<p>Vera Lind met Nora Blythe.</p>"])
def test_words_that_are_not_seen_stay_out(hidden, story):
    style = "<style>/* p{} */ .late, #gone { display: none } @media print { .seen { display: none } }</style>"
    document = read(
        f"<article><h1>A story</h1>{story}{hidden.format('Stefan Kolar killed Vera Lind.')}</article>", style
    )
    assert "killed" not in document.text
    assert "Vera Lind" in document.text


@pytest.mark.parametrize(
    "shown",
    [
        "<p><em>{}</em></p>", "<p class='hidden-gem'>{}</p>", "<p class='hidden md:block'>{}</p>", "<ins>{}</ins>",
        "<p class='tab open'>{}</p>", "<p class='seen'>{}</p>", "<div aria-hidden='true'><p>x</p><p>{}</p></div>",
        "<dialog open><p>{}</p></dialog>", "<p style='display: block'>{}</p>",
    ],
)  # fmt: skip
def test_words_that_are_seen_stay(shown):
    style = "<style>.tab{display:none} .tab.open{display:block} @media print{.seen{display:none}}</style>"
    document = read(
        f"<div><h1>A story</h1><p>One.</p>{shown.format('Stefan Kolar met Vera Lind.')}</div>", style
    )
    assert "Stefan Kolar met Vera Lind." in document.text


@pytest.mark.parametrize(
    "around",
    [
        "<aside>{}</aside>", "<aside class='main-content'>{}</aside>", "<footer class='story'>{}</footer>",
        "<div class='footer-wrap'><footer>{}</footer></div>", "<header>{}</header>", "<div id='sidebar'>{}</div>",
        "<article>{}</article>", "<main>{}</main>",
    ],
)  # fmt: skip
def test_the_article_is_found_wherever_it_stands(around):
    document = read(f"<div class='page'>{around.format(f'<h1>A story</h1>{MARKED}')}{NOTICE}</div>")
    assert tuple(prose(document)) == STORY


MENU = (
    "<nav><a href='/'>Home</a> <a href='/b'>Olaf Brandt funds Kestral Freight</a></nav>"
    "<ul><li><a href='/c'>Ada sues Olaf Brandt</a></li></ul>"
)


@pytest.mark.parametrize(
    "around",
    [
        "<div id='sidebar'><div class='comments-area'>{}</div></div>",
        "<section class='comment-form-wrap'>{}</section>",
        "<div id='related'><div>{}</div></div>", "<div class='comments-area'><article>{}</article></div>",
    ],
)  # fmt: skip
def test_an_article_in_what_is_called_comments_is_found_and_no_menu(around):
    text = read(f"{MENU}{around.format(f'<h1>A story</h1>{MARKED}')}").text
    assert all(words in text for words in STORY)
    assert "Olaf Brandt" not in text


@pytest.mark.parametrize(
    "comments",
    [
        "<div class='comments'><p>Ewa Moss stole it, I think.</p><p>Stefan Kolar did not see it at all.</p></div>",
        "<div id='comments'><h1>Two comments</h1><div class='comment'><p>Ewa Moss stole it, I think.</p></div>"
        "<div class='comment'><p>Stefan Kolar did not see it at all.</p></div></div>",
    ],
)  # fmt: skip
def test_a_page_of_menus_and_comments_is_told(comments):
    with pytest.raises(InputError, match="menus"):
        read(f"{MENU}{comments}")


def test_what_readers_wrote_and_what_is_related_stay_out():
    comments = "".join(
        f"<p>Reader {number} thinks that Ewa Moss stole it. She saw it.</p>" for number in range(30)
    )
    aside = "<aside class='related'><p>Ewa Moss accused Kestral Freight of fraud.</p></aside>"
    document = read(
        f"<article><h1>A story</h1>{MARKED}{aside}</article><div class='comments'>{comments}</div>"
    )
    assert tuple(prose(document)) == STORY


@pytest.mark.parametrize(
    "credit", ["Vera Lind. Photo: Ola Berg", "Vera Lind at the port. (Photo: Ola Berg/Agency)"]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_short_page_with_a_credited_picture_keeps_its_paragraphs(credit, place):
    parts = ["<p>Nora Blythe met Stefan Kolar in Turku.</p>", "<p>Vera Lind sued Kestral Freight.</p>"]
    parts.insert(place, f"<figure><img src='a.jpg'><figcaption>{credit}</figcaption></figure>")
    document = read(f"<article><h1>Deal signed</h1>{''.join(parts)}</article>")
    assert prose(document) == ["Nora Blythe met Stefan Kolar in Turku.", "Vera Lind sued Kestral Freight."]


@pytest.mark.parametrize(
    "body", [NOTICE, "<div><p>Please enable JavaScript.</p><p>Subscribe to our newsletter.</p></div>"]
)
def test_a_page_of_notices_alone_is_told(body):
    with pytest.raises(InputError, match="notices"):
        read(body)


def test_an_article_about_cookies_is_no_notice():
    words = "The watchdog fined Kestral Freight over cookies and personal data on Monday, Vera Lind said."
    assert words in read(f"<article><h1>A fine</h1><p>{words}</p></article>{NOTICE}").text


def test_who_says_we_once_beside_such_a_word_gives_no_notice_for_sure():
    assert is_notice("Subscribe to our newsletter.")
    assert not is_clear_notice("We got the consent of the board, said Vera Lind.")
    assert not is_notice("The firm sold personal data without consent.")


def test_many_rules_of_style_take_bounded_time():
    style = "".join(f".a{number}.b{{display:none}}" for number in range(20_000))
    page = "".join(
        f"<p class='b c'>Vera Lind met Nora Blythe on day {number}.</p>" for number in range(2_000)
    )
    assert "Vera Lind" in read(page, f"<style>{style}</style>").text
