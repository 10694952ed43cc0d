"""Blocks, parts and credits of plain text; all words are made up."""

from __future__ import annotations

import pytest

from sociogram.model import BlockKind, Document
from sociogram.read import read_text

P1 = (
    "The council of Rivertown voted on Monday to lend the harbour company nine million dollars, "
    "after a debate of four hours in which the mayor spoke twice."
)
P2 = (
    "Her opponent called the plan reckless and asked the auditors to look into it. He said that the "
    "company had lost its licence last year, and that nobody had read the contract."
)
P3 = (
    "The director of the company answered that both ferries were sound, and "
    "that she would publish the contract in June."
)


def one(text: str) -> Document:
    (document,) = read_text(text, source="a.txt", id="a")
    return document


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def names(credited) -> list[str]:
    return [credit.value for credit in credited]


def test_plain_prose_stays_prose():
    document = one(f"{P1}\n\n{P2}\n\n{P3}")
    assert words(document, BlockKind.PROSE) == [P1, P2, P3]
    assert (document.title, document.authors, document.genre) == (None, (), "text")


def test_a_single_sentence_is_prose():
    assert [block.kind for block in one("Acme Corp funded the campaign.").blocks] == [BlockKind.PROSE]
    assert [block.kind for block in one("Acme Corp funded the campaign").blocks] == [BlockKind.PROSE]


def test_a_text_without_words_gives_no_document():
    assert read_text(" \n\n--- \n", source="a") == []


def test_the_first_line_of_a_wire_article_is_its_title():
    document = one(f"Council lends nine million to harbour\n{P1}\n{P2}")
    assert document.title.value == "Council lends nine million to harbour"
    assert words(document, BlockKind.PROSE) == [P1, P2]


def test_a_title_in_title_case_may_end_with_a_full_stop():
    assert one(f"Council Lends Nine Million to Harbour Company.\n\n{P1}").title is not None


def test_a_short_first_sentence_is_no_title():
    assert one(f"The mayor of Rivertown spoke twice.\n\n{P1}").title is None


def test_wrapped_lines_are_one_paragraph():
    text = (
        "The council of Rivertown voted on Monday to lend the\nharbour company "
        "nine million dollars, after a debate of\nfour hours in which the mayor "
        "spoke twice. Nobody had\nread the contract.\n\nThe auditors will report "
        "in June, the mayor told the\npaper on Monday evening after the vote."
    )
    assert len(words(one(text), BlockKind.PROSE)) == 2


def test_a_report_that_begins_with_place_and_date_is_of_that_date():
    document = one(f"Council lends nine million\n\nBy Nora Quill\n\nRivertown, 12 May 2024 – {P1}\n\n{P2}")
    assert document.published == "2024-05-12"


def test_a_first_sentence_that_only_names_a_date_says_nothing_of_publication():
    document = one(f"Council lends nine million\n\nBy Nora Quill\n\nOn 12 May 2024 – a Sunday – {P1}\n\n{P2}")
    assert document.published is None


def test_a_byline_in_emphasis_gives_author_and_date():
    document = one(
        "Council lends nine million\n\n*By Nora Quill, columnist. Published 6 May 2024 in The Rivertown Courier*"
        f"\n\n{P1}\n\n{P2}"
    )
    assert [author.value for author in document.authors] == ["Nora Quill"]
    assert document.published == "2024-05-06"


def test_byline_post_and_date_are_credits():
    document = one(
        "Council lends nine million\n\nBy Nora Quill and Sam Reed\n\nSenior Writer\n"
        f"\nPublished May 6, 2024 8:00AM (EDT)\n\n{P1}\n\n{P2}"
    )
    assert names(document.authors) == ["Nora Quill", "Sam Reed"]
    assert document.published == "2024-05-06"
    assert words(document, BlockKind.BYLINE) == ["By Nora Quill and Sam Reed", "Senior Writer"]
    assert document.genre == "article"


@pytest.mark.parametrize(
    "line", ["By Friday the vote was over.", "By any measure, the plan was bold and it failed."]
)
def test_a_sentence_with_by_is_no_byline(line):
    assert line in words(one(f"{P1}\n\n{line}\n\n{P2}"), BlockKind.PROSE)


def test_a_dateline_inside_prose_does_not_swallow_it():
    document = one(f"RIVERTOWN (Reuters) — {P1}\n\n{P2}")
    assert words(document, BlockKind.PROSE) == [P1, P2]
    assert document.publisher.value == "Reuters"


@pytest.mark.parametrize(("opening", "kind"), [
    ("RIGA (AP) — ", BlockKind.DATELINE),
    ("ELM FALLS, Ore., Oct. 4 (UPI) — ", BlockKind.DATELINE),
    ("RIGA/ST. ANNE, 3 May 2016 (Reuters) - ", BlockKind.DATELINE),
    ("McELROY, Va. -- ", BlockKind.DATELINE),
    ("Riga (dpa) - ", BlockKind.DATELINE),
    ("Dec 29 (Reuters) - ", BlockKind.DATELINE),
    ("(CNN)", BlockKind.DATELINE),
    ("MORE VOTES THAN EVER BEFORE — ", BlockKind.HEADLINE),
])  # fmt: skip
@pytest.mark.parametrize(
    "sentence", ["Acme sued the town of Basco on Monday.", "“We will sue,” Ann Lee of Acme said."]
)
def test_a_place_or_heading_before_a_dash_is_no_part_of_the_sentence(
    opening: str, kind: BlockKind, sentence: str
) -> None:
    document = one(f"{opening}{sentence} It did not say why.\n\nThe town did not answer.")
    assert words(document, kind) == [opening.strip()]
    assert words(document, BlockKind.PROSE)[0].startswith(sentence)


@pytest.mark.parametrize("sentence", [
    "ACME — the maker of pumps — sued the town of Basco on Monday.",
    "ACME — Basco's rival — has sued it.",
    "Jane Roe (Acme) – Chief executive since May, and no friend of the town.",
    "Acme's rivals - Basco and Orlo of Riga - sued it on Monday.",
    "U.S.-backed forces took the town of Basco on Monday.",
    "A — The first letter of the alphabet, as every child knows.",
])  # fmt: skip
def test_other_words_before_a_dash_stay_with_their_sentence(sentence: str) -> None:
    assert words(one(f"{sentence}\n\nThe town did not answer."), BlockKind.PROSE)[0] == sentence


def test_a_label_over_the_title_tells_opinion():
    document = one(f"COMMENTARY\n\nA loan that nobody asked for\n\nBy Nora Quill\n\n{P1}\n\n{P2}")
    assert document.genre == "opinion"
    assert document.title.value == "A loan that nobody asked for"


def test_numbered_headings_lose_their_number():
    document = one(f"{P1}\n\nI. What the Company Wants\n\n{P2}\n\n2. What It Costs\n\n{P3}")
    assert words(document, BlockKind.HEADLINE) == ["What the Company Wants", "What It Costs"]


def test_bullets_lose_their_mark():
    document = one(f"{P1}\n\n  • The ferries are sound.\n  • The contract is not.\n\n{P2}")
    assert words(document, BlockKind.BULLET) == ["The ferries are sound.", "The contract is not."]


def test_captions_are_told_and_their_repeats_are_not_read_again():
    caption = "Mayor Ada Brook speaks in the town hall on May 6, 2024 (Lee Park/Harbour Images)"
    document = one(f"A loan\n\n{caption}\n{caption}\n\n{P1}\n\n{P2}")
    assert words(document, BlockKind.CAPTION) == [caption]
    assert words(document, BlockKind.PULLQUOTE) == [caption]


def test_a_sentence_repeated_for_show_is_a_pull_quote():
    quote = "He said that the company had lost its licence last year, and that nobody had read the contract."
    document = one(f"{P1}\n\n{quote}\n\n{P2}\n\n{P3}")
    assert words(document, BlockKind.PULLQUOTE) == [quote]


def test_a_line_about_the_author_names_the_publisher():
    document = one(
        f"A loan\n\nBy Nora Quill\n\n{P1}\n\n{P2}\n\nNora Quill is a senior reporter "
        "at the Rivertown Courier and a sailor."
    )
    assert document.publisher.value == "Rivertown Courier"
    assert len(words(document, BlockKind.TAGLINE)) == 1


def test_a_last_sentence_about_someone_in_the_story_is_no_tag_line():
    document = one(
        f"{P1} Carl Finch voted against it.\n\n{P2}\n\nCarl Finch is a professor at the local college."
    )
    assert words(document, BlockKind.TAGLINE) == []
    assert document.authors == ()


def test_plugs_and_links_are_furniture():
    plugs = [
        "Want more on ferries? Subscribe to our letter.",
        "[Link] Who is Ada Brook?",
        "MORE FROM Nora Quill",
        "https://courier.example/a",
    ]
    document = one(f"{P1}\n\n{plugs[0]}\n\n{P2}\n\n" + "\n\n".join(plugs[1:]))
    assert words(document, BlockKind.FURNITURE) == plugs


@pytest.mark.parametrize(
    "sentence",
    [
        "Donate money, the mayor said, and the harbour will live on.",
        "Share prices fell on Monday after the council voted for the loan.",
    ],
)
def test_sentences_that_begin_like_furniture_stay_prose(sentence):
    assert sentence in words(one(f"{P1}\n\n{sentence}\n\n{P2}"), BlockKind.PROSE)


def test_cells_stuck_together_are_a_table():
    rows = (
        "The Mayor’s AimsThe Company’s Aims\nA loan within the yearCash before "
        "the winter\nQuiet in the councilSilence about the contract"
    )
    document = one(f"{P1} The aims are:\n\n{rows}\n\n{P2}")
    assert len(words(document, BlockKind.TABLE)) == 3


def test_columns_held_apart_by_tabs_are_a_table():
    document = one(f"{P1}\n\nFerry\tLoss\nNorth Star\t2 million\n\n{P2}")
    assert len(words(document, BlockKind.TABLE)) == 2


def test_lines_with_brands_are_no_table():
    text = (
        "-YouTube shows the debate in full.\n-TikTok banned the clip on Friday\n-LinkedIn did nothing at all"
    )
    assert words(one(f"{P1}\n\n{text}"), BlockKind.TABLE) == []


def test_initials_and_agencies_at_the_end_are_no_prose():
    document = one(f"A loan for the harbour\n{P1} {P2} ab/cde (AFP, Reuters)")
    assert words(document, BlockKind.METADATA) == ["ab/cde (AFP, Reuters)"]


def test_a_letter_gives_writer_reader_and_date():
    text = (
        "Ada Brook\nTown Hall\n1 Quay Street\n\nMay 6, 2024\n\nDear Mr. Finch,\n"
        f"\n{P1}\n\n{P2}\n\nSincerely,\n\nAda Brook\nMayor of Rivertown"
    )
    document = one(text)
    assert names(document.authors) == ["Ada Brook"]
    assert names(document.recipients) == ["Finch"]
    assert (document.published, document.genre) == ("2024-05-06", "letter")
    assert words(document, BlockKind.PROSE) == [P1, P2]
    assert words(document, BlockKind.SIGNATURE) == ["Sincerely,", "Ada Brook", "Mayor of Rivertown"]
    assert len(words(document, BlockKind.LETTERHEAD)) == 3


def test_dear_friends_names_nobody():
    assert one(f"Dear Friends,\n\n{P1}\n\nYours,\n\nAda").recipients == ()


def test_a_private_close_is_found():
    assert names(one(f"Dear Carl,\n\n{P1}\n\nSee you at the quay,\n\nAda").authors) == ["Ada"]


def test_a_letter_in_a_report_is_quoted_and_its_writer_is_the_author():
    intro = "The mayor sent a letter to the paper on May 6, 2024. It follows in full."
    document = one(
        f"The mayor writes to the paper\n\n{intro}\n\nMay 6, 2024\n\nDear Mr. Finch,\n"
        f"\n{P1}\n\n{P2}\n\nSincerely,\n\nAda Brook\nMayor"
    )
    assert words(document, BlockKind.PROSE) == [intro]
    assert words(document, BlockKind.QUOTE) == [P1, P2]
    assert names(document.authors) == ["Ada Brook"]


LETTER = (
    f"The mayor writes to the paper\n\nMay 6, 2024\nDear Mr. Finch,\n\n{P1}\n"
    f"\n{P2}\n\nSincerely,\n\nAda Brook\nMayor"
)


def test_an_analysis_and_a_letter_in_one_file_are_two_documents():
    text = (
        f"The harbour loan: an analysis\n\n{P1}\n\n{P2}\n\n{P3}\n\n------\n\nPublished: "
        "April 22, 2024\n\nReference:\n\n“Explain the loan.”, www.chatgpt.com, "
        f"Retrieved April 22, 2024\n\n{LETTER}"
    )
    first, second = read_text(text, source="a.txt", id="a")
    assert (first.id, second.id) == ("a", "a.2")
    assert (first.published, second.published) == ("2024-04-22", "2024-05-06")
    assert (names(first.authors), names(second.authors)) == (["ChatGPT"], ["Ada Brook"])
    assert first.text is second.text
    assert first.end <= second.start


def test_two_letters_in_one_file_are_two_documents():
    other = LETTER.replace("Finch", "Reed").replace("The mayor writes to the paper\n\n", "")
    found = read_text(f"{LETTER}\n\n{other}", source="a.txt", id="a")
    assert [names(document.recipients) for document in found] == [["Finch"], ["Reed"]]


def test_articles_with_their_own_heads_are_several_documents():
    article = f"{{}}\n\nBy Nora Quill\n\nPublished May {{}}, 2024\n\n{P1}\n\n{P2}\n\n{P3}"
    text = article.format("The loan is granted", 6) + "\n\n" + article.format("The loan is stopped", 8)
    assert [document.published for document in read_text(text, source="a")] == ["2024-05-06", "2024-05-08"]


def test_headings_and_rules_do_not_split_one_article():
    text = (
        f"The loan\n\nBy Nora Quill\n\n{P1}\n\n{P2}\n\n* * *\n\nWhat comes next\n"
        f"\n{P3}\n\n{P1}x\n\nThe company\n\n{P2}x"
    )
    assert len(read_text(text, source="a")) == 1


def test_mail_headers_in_a_text_are_credits():
    document = one(f"From: Ada Brook\nTo: Carl Finch\nDate: May 6, 2024\nSubject: The loan\n\n{P1}\n\n{P2}")
    assert (names(document.authors), names(document.recipients)) == (["Ada Brook"], ["Carl Finch"])
    assert (document.genre, document.published) == ("email", "2024-05-06")


def test_an_imprint_under_a_letter_names_the_publisher():
    document = one(
        f"{LETTER}\n\nThe Rivertown Courier\nhttps://rivertowncourier.example.org\n\nPublished: May 7, 2024"
    )
    assert document.publisher is None or document.publisher.value == "The Rivertown Courier"
    document = one(
        f"{LETTER}\n\nThe Rivertown Courier\nhttps://rivertowncourier.org\n\nPublished: May 7, 2024"
    )
    assert document.publisher.value == "The Rivertown Courier"
    assert document.published == "2024-05-07"


def test_the_speaker_of_a_speech_and_its_day_are_credits():
    document = one(f"Speech by Ada Brook to the harbour council\n\nRivertown, May 6, 2024\n\n{P1}\n\n{P2}")
    assert (names(document.authors), document.published, document.genre) == (
        ["Ada Brook"],
        "2024-05-06",
        "speech",
    )


def test_a_newspaper_under_the_byline_is_the_publisher():
    under = one(f"A loan\n\nBy Nora Quill\n\nThe Rivertown Courier\n\nPublished May 6, 2024\n\n{P1}\n\n{P2}")
    behind = one(f"A loan\n\nBy Nora Quill, Rivertown Courier\n\n{P1}\n\n{P2}")
    assert (under.publisher.value, behind.publisher.value) == ("The Rivertown Courier", "Rivertown Courier")
    assert names(under.authors) == names(behind.authors) == ["Nora Quill"]


def test_of_three_dates_over_texts_none_is_that_of_the_document():
    days = ("3 May 2014", "7 June 2015", "9 July 2016")
    text = "".join(f"{day}\n\nAda Brook met Carl Finch in Riga.\n\n" for day in days)
    (document,) = read_text(f"The loan: a timeline\n\n{text}", source="a.txt", id="a")
    assert document.published is None
    (document,) = read_text("The loan\n\n3 May 2014\n\nAda Brook met Carl Finch.\n", source="a.txt", id="a")
    assert document.published == "2014-05-03"
