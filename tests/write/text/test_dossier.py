"""The dossier: what is claimed, by whom, and no markup of strangers in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Modality, Origin, Polarity
from sociogram.write.text.dossier import STRONGEST, strongest, write_dossier
from sociogram.write.text.markdown import escape
from support.explorer_cases import make_turned
from support.made_readings import Paper, Resources
from support.sample_graphs import HOSTILE, hostile_graph, sample_graph

NASTY = [
    HOSTILE, "[a](http://evil.example/)", "![a](http://evil.example/x.png)", "<http://evil.example/>",
    "http://evil.example/ www.evil.example a@evil.example", "[x]: http://evil.example", "`code` ~~~", "# heading",
    "- item", "1. item", "1) item", "+ item", "> quote", "---", "===", "| a | b |", "**bold** _it_ *it*",
    "&lt;b&gt; &#60;b&#62;", "$x$ ^[note]", "\\[a\\](b)", "<!-- x", "a\n\n# b", "\u202etxt\u200b", ":---", "~~~sh",
]  # fmt: skip
MARKUP = {"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block", "heading_open",
          "bullet_list_open", "ordered_list_open", "blockquote_open", "hr", "em_open", "strong_open", "s_open",
          "table_open"}  # fmt: skip


def tokens(text: str) -> list[Token]:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found: list[Token] = []
    for token in parser.parse(text):
        found += [token, *(token.children or [])]
    return found


def shown(text: str) -> str:
    """The text as a reader sees it."""
    return "".join(token.content for token in tokens(text) if token.type in {"text", "text_special"})


def nasty_graph() -> Graph:
    papers = []
    for number, words in enumerate(NASTY):
        paper = Paper(f"d{number}", authors=(words,), published="2024-05-01")
        left, right = paper.chain(f"Ann {words}"), paper.chain(words, "Company")
        writer = paper.chain(words + " Lee", role="author")
        paper.says(left, "funded", right, quote=words, trigger=words, lemma=words, asserters=(writer,))
        paper.says(left, "relatedTo", right, quote=words + "2", trigger=words, lemma=words)
        paper.says(left, "criticises", None, quote=words + "3", literal=("Thing", words + " thing"))
        papers.append(paper)
    return make_graph([paper.reading() for paper in papers], (), Resources())


def dossier(graph: Graph, path: Path, *ids: str) -> str:
    write_dossier(graph, [graph.actors_by_id[each] for each in ids] or strongest(graph, STRONGEST), path)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("place", ["{}", "- {}", "1. {}", "> {}", "x “{}” y", "**{}**"])
def test_an_escaped_text_makes_no_markup_anywhere(words: str, place: str) -> None:
    plain = [token.type for token in tokens(place.format("plain"))]
    made = [token.type for token in tokens(place.format(escape(words) or "plain"))]
    assert {each for each in made if each in MARKUP} == {each for each in plain if each in MARKUP}


@given(st.text() | st.text(alphabet="[]()!<>&#;*_`~-+=|\\ \n1.:/wh@\"'{}$^"))
def test_an_escaped_text_shows_as_it_is_but_for_white_space_and_what_is_invisible(text: str) -> None:
    invisible = "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u2060-\u206f]"
    hidden = "[\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff]"
    expected = " ".join(re.sub(invisible, "", re.sub(hidden, " ", text)).split())
    assert shown("x " + escape(text)).replace("\u2060", "").removeprefix("x").strip() == expected.strip()
    assert not {token.type for token in tokens(escape(text))} & MARKUP


@pytest.mark.parametrize("name", ["nasty", "hostile"])
def test_a_dossier_of_hostile_texts_renders_without_html_links_and_pictures(
    name: str, tmp_path: Path
) -> None:
    graph = nasty_graph() if name == "nasty" else hostile_graph()
    text = dossier(graph, tmp_path / "d.md")
    types = {token.type for token in tokens(text)}
    assert not types & {
        "html_inline",
        "html_block",
        "link_open",
        "image",
        "fence",
        "code_block",
        "blockquote_open",
    }
    headings = re.findall(r"^#{1,3} ", text, re.MULTILINE)
    assert len(headings) == sum(token.type == "heading_open" for token in tokens(text))
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert set(re.findall(r"<\s*/?\s*([a-z0-9]+)", html)) <= {
        "h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert not re.search(r"https?://|www\.", text)


def test_a_dossier_of_one_actor_has_its_claims_with_their_numbered_sources(tmp_path: Path) -> None:
    text = dossier(sample_graph(), tmp_path / "d.md", "ann-varga")
    assert text.startswith("# Ann Varga\n")
    assert "- Ann Varga **funded** Orion Rail: 2 affirm, 2 independent sources; stated by 2 outlets\n" in text
    assert (
        "  - “Ann Varga funded something in a.” (as stated; says Carla Diaz, quoting Bela Kiss; 2024-05-01;"
        " time: in 2023; amount: \\$2.5 million) \\[1\\]\n"
    ) in text
    assert text.endswith(
        "## Sources\n\n1. Title of a. 2024-05-01. papers/a.txt\n2. Title of b. 2024-06. papers/b.txt\n"
    )


def test_denied_disputed_and_alleged_ties_stand_under_their_own_headings(tmp_path: Path) -> None:
    paper = Paper("a")
    lee = paper.chain("Ann Lee")
    acme, bright, cobalt = (paper.chain(name, "Company") for name in ("Acme", "Bright Ltd", "Cobalt Inc"))
    paper.says(lee, "owns", acme)
    paper.says(lee, "owns", acme, polarity=Polarity.DENIED)
    paper.says(lee, "owns", bright, polarity=Polarity.DENIED)
    paper.says(lee, "owns", cobalt, modality=Modality.ALLEGED)
    text = dossier(make_graph([paper.reading()], (), Resources()), tmp_path / "d.md", "ann-lee")
    parts = dict(re.findall(r"^### (\w+)[^\n]*\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    assert set(parts) == {"Disputed", "Denied", "Not"}
    assert "Ann Lee **owns** Acme *(disputed)*: 1 affirm, 1 deny" in parts["Disputed"]
    assert "Ann Lee **owns** Bright Ltd *(denied)*: 0 affirm, 1 deny" in parts["Denied"]
    assert "Ann Lee **owns** Cobalt Inc *(not stated)*: 1 affirm" in parts["Not"]
    assert "| owns | denied | 1 | 1 |" in text


def test_posts_and_what_the_actor_says_of_others_are_listed(tmp_path: Path) -> None:
    paper = Paper("a")
    lee, acme, ray = paper.chain("Ann Lee"), paper.chain("Acme", "Company"), paper.chain("Bob Ray")
    paper.says(lee, "chiefExecutiveOf", acme)
    paper.says(ray, "owns", acme, asserters=(lee,), polarity=Polarity.DENIED)
    text = dossier(make_graph([paper.reading()], (), Resources()), tmp_path / "d.md", "ann-lee")
    assert "### Posts and memberships\n\n- Ann Lee **is the chief executive of** Acme \\[1\\]\n" in text
    assert "### Says of others (1 claim)\n\n- does not hold: Bob Ray **owns** Acme: “" in text


def test_ties_and_their_quotes_come_by_worth_and_confidence(tmp_path: Path) -> None:
    paper = Paper("a")
    lee, acme = paper.chain("Ann Lee"), paper.chain("Acme", "Company")
    paper.says(lee, "relatedTo", None, literal=("Text", "a chair"), lemma="have", quote="Lee has a chair.",
               origin=Origin.OPEN)  # fmt: skip
    paper.says(lee, "attacked", acme, quote="Lee may attack Acme.", confidence=0.3)
    paper.says(lee, "attacked", acme, quote="Lee attacked Acme.", confidence=0.9)
    text = dossier(make_graph([paper.reading()], (), Resources()), tmp_path / "dossier.md", "ann-lee")
    places = [text.index(quote) for quote in ("Lee attacked Acme", "Lee may attack Acme", "Lee has a chair")]
    assert places == sorted(places)
    assert "| other predicates |" in text


def test_the_parts_of_a_predicate_are_told_beside_its_quote(tmp_path: Path) -> None:
    assert "place: Porto" in dossier(sample_graph(), tmp_path / "dossier.md", "bela-kiss")


def test_a_symmetric_tie_is_told_as_its_best_claim_runs(tmp_path: Path) -> None:
    graph, _ = make_turned()
    assert [(tie.subject, tie.object) for tie in graph.ties if tie.relation == "met"] == [("mira", "tom")]
    for actor in ("tom", "mira"):
        text = dossier(graph, tmp_path / "one.md", actor)
        assert "- Tom Aldo **met** Mira Chen: " in text
        assert "Mira Chen **met** Tom Aldo" not in text


def test_the_strongest_come_first_and_no_more_than_asked_for() -> None:
    graph = sample_graph()
    assert [actor.id for actor in strongest(graph, 2)] == ["ann-varga", "bela-kiss"]


def test_a_dossier_of_an_empty_graph_is_still_a_dossier(tmp_path: Path) -> None:
    text = dossier(make_graph([], (), Resources()), tmp_path / "d.md")
    assert text.startswith("# The 0 strongest actors\n")
