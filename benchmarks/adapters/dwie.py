"""DWIE: named concepts with their mentions and types, roles, times and sums of money.

What maps to what:

=====================================  =====================================================
ours                                   DWIE
=====================================  =====================================================
a chain with names                     a concept; its mentions are the names, no pronoun or noun
adjective of a nation ("German")       a concept ``gpe0-x`` of its own, one for each text
title before a name (kind ``Post``)    a concept ``role``, one for each text
``Date`` with a calendar's words       a concept ``time``, one for each text, cut to those words
``Money``                              a concept ``money``, cut to the sum
kind, ``type`` of the known actor      the tags of ``KIND_TAGS`` and ``TYPE_TAGS``
article of the known actor             the link: its title, else the actor's name, with underscores
title, noun of an apposition           the tags of ``ROLE_TAGS``
=====================================  =====================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from benchmarks.adapters.dwie_relations import relations
from sociogram.knowledge.actor_lists import ActorLists, KnownActor, load_actor_lists

if TYPE_CHECKING:
    from sociogram.model import Chain, Extraction, Mention

_LOCATION = ("entity", "location")
_ORGANIZATION = ("entity", "organization")
_PERSON = ("entity", "person")
KIND_TAGS: dict[str, tuple[str, ...]] = {
    "Person": _PERSON,
    "Organization": _ORGANIZATION,
    "Company": (*_ORGANIZATION, "company"),
    "PoliticalParty": (*_ORGANIZATION, "party"),
    "GovernmentBody": (*_ORGANIZATION, "governmental_organisation", "agency"),
    "InternationalOrganization": (*_ORGANIZATION, "igo"),
    "ArmedGroup": (*_ORGANIZATION, "armed_movement"),
    "MediaOutlet": (*_ORGANIZATION, "media"),
    "Platform": (*_ORGANIZATION, "media"),
    "Campaign": _ORGANIZATION,
    "EducationalInstitution": (*_ORGANIZATION, "education_org"),
    "SportsTeam": (*_ORGANIZATION, "sport_team"),
    "Country": (*_LOCATION, "gpe", "gpe0"),
    "Place": (*_LOCATION, "gpe", "gpe2"),
    "Facility": (*_LOCATION, "facility"),
    "Event": ("entity", "event"),
    "Work": ("entity", "misc", "work_of_art"),
    "Law": ("entity", "misc", "treaty"),
    "Programme": ("entity", "misc"),
    "Product": ("entity", "misc", "product"),
    "Weapon": ("entity", "misc", "product"),
    "Vehicle": ("entity", "misc", "product"),
    "Topic": ("entity", "language"),
    "Thing": ("entity",),
}  # fmt: skip
"""Tags of a named concept by its kind; where the scheme is finer than ours, those of its most common case."""
TYPE_TAGS: dict[str, tuple[str, ...]] = {
    "continent": (*_LOCATION, "regio"),
    "region": (*_LOCATION, "regio"),
    "mountains": (*_LOCATION, "regio"),
    "mountain": (*_LOCATION, "mountain"),
    "water": (*_LOCATION, "waterbody"),
    "island": (*_LOCATION, "island"),
    "district": (*_LOCATION, "district"),
    "state": (*_LOCATION, "gpe", "gpe1"),
    "sport_competition": ("entity", "event", "competition", "sport_competition"),
    "war": ("entity", "event", "war"),
    "summit_meeting": ("entity", "event", "summit_meeting"),
    "holiday": ("entity", "event", "holiday"),
    "scandal": ("entity", "event", "scandal"),
    "festival": ("entity", "event", "festival"),
    "trade_fair": ("entity", "organization", "trade_fair"),
    "history": ("entity", "event", "history"),
    "protest": ("entity", "event", "protest"),
    "party": (*_ORGANIZATION, "party"),
    "ngo": (*_ORGANIZATION, "ngo"),
    "thinktank": (*_ORGANIZATION, "policy_institute"),
    "union": (*_ORGANIZATION, "union"),
    "sport_org": (*_ORGANIZATION, "sport_org"),
    "religion_org": (*_ORGANIZATION, "religion_org"),
    "head_of_state": (*_PERSON, "politician", "head_of_state"),
    "head_of_gov": (*_PERSON, "politician", "head_of_gov"),
    "minister": (*_PERSON, "politician", "minister"),
    "politician": (*_PERSON, "politician"),
    "terrorist": (*_PERSON, "military_rebel"),
    "business": (*_PERSON, "manager"),
    "clergy": (*_PERSON, "clergy"),
    "athlete": (*_PERSON, "sport_player"),
    "coach": (*_PERSON, "sport_coach"),
    "sport_official": (*_PERSON, "sport_per"),
    "actor": (*_PERSON, "artist", "actor"),
    "filmmaker": (*_PERSON, "artist", "filmmaker"),
    "musician": (*_PERSON, "artist", "musician"),
    "writer": (*_PERSON, "artist", "writer"),
    "artist": (*_PERSON, "artist"),
    "scientist": (*_PERSON, "science_per"),
    "activist": (*_PERSON, "activist"),
    "journalist": (*_PERSON, "journalist"),
    "royalty": (*_PERSON, "royalty"),
}
ROLE_TAGS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("vice president", "deputy"), ("politician",)),
    (("prime minister", "chancellor", "premier"), ("politician", "head_of_gov")),
    (("president",), ("politician", "head_of_state")),
    (("minister", "secretary of state"), ("politician", "minister")),
    (("senator", "congressman", "lawmaker", "mp", "mep", "politician", "party leader"), ("politician",)),
    (("general secretary", "mayor", "governor", "sen", "rep"), ("politician",)),
    (("striker", "midfielder", "goalkeeper", "keeper", "defender", "forward", "winger"), ("sport_player",)),
    (("footballer", "player", "captain"), ("sport_player",)),
    (("coach", "trainer"), ("sport_coach",)),
    (("journalist", "reporter", "correspondent", "editor", "columnist", "editor-in-chief"), ("journalist",)),
    (("professor", "lecturer"), ("teacher",)),
    (("author", "writer", "novelist", "poet"), ("artist", "writer")),
    (("filmmaker", "film director"), ("artist", "filmmaker")),
    (("actor", "actress"), ("artist", "actor")),
    (("singer", "rapper", "musician", "composer"), ("artist", "musician")),
    (("ceo", "chief executive", "manager", "chairman"), ("manager",)),
    (("lawyer", "attorney"), ("advisor",)),
    (("activist",), ("activist",)),
    (("analyst", "political scientist", "expert", "commissioner"), ("politics_per",)),
    (("cleric", "imam", "pope", "cardinal", "bishop", "archbishop"), ("clergy",)),
    (("pastor", "priest", "rabbi", "mullah", "monk", "nun"), ("clergy",)),
    (("hijacker", "attacker", "gunman", "killer", "inmate", "suspect"), ("offender",)),
    (("defendant", "terrorist", "prisoner", "detainee", "murderer"), ("offender",)),
)  # fmt: skip
HEAD_TAGS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("ministry", "office", "department"), ("governmental_organisation", "ministry")),
    (("court", "tribunal"), ("court",)),
    (("army", "navy", "force", "forces", "corps"), ("governmental_organisation", "army")),
)
EVENT_HEADS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (
            "cup",
            "league",
            "championship",
            "championships",
            "bundesliga",
            "games",
            "open",
            "prix",
            "tournament",
        ),
        ("competition", "sport_competition"),
    ),
    (("war", "wars"), ("war",)),
    (("summit",), ("summit_meeting",)),
    (("festival",), ("festival",)),
)
LONGEST_GAP = 8
"""Characters between a title and its name, at most ("captain and goalkeeper")."""
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME = re.compile(
    rf"(?:{_DAY},? )?(?:\d{{1,2}} {_MONTH}(?:,? \d{{4}})?"
    rf"|{_MONTH}(?: \d{{1,2}}(?!\d)(?:st|nd|rd|th)?)?(?:,? \d{{4}})?)|{_DAY}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}(?:st|nd|rd|th) century|(?:1[0-9]|20)\d{2}s?(?!\d)"
)
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_SUM = re.compile(
    rf"(?:US|A|C)?[$€£¥] ?\d[\d.,]*{_SCALE}"
    rf"|\d[\d.,]*{_SCALE} (?:\w+ )?(?:[Ee]uros?|dollars?|pounds?|francs?|rands?|rupees?|yen|yuan|rubles?"
    r"|USD|marks?|kronor|pesos?)"
)


def predict(extraction: Extraction) -> dict[str, Any]:
    """The document's concepts, mentions and relations in the benchmark's form."""
    lists = load_actor_lists()
    concepts: list[dict[str, Any]] = []
    mentions: list[dict[str, int]] = []
    taken: set[tuple[int, int]] = set()
    concept_at: dict[tuple[int, int], int] = {}
    by_text: dict[tuple[str, str], int] = {}

    def add(tags: tuple[str, ...], spans: list[tuple[int, int]], link: str = "") -> int | None:
        free = [span for span in dict.fromkeys(spans) if span not in taken]
        if not free:
            return None
        number = len(concepts)
        concepts.append(
            {"concept": number, "tags": [f"type::{tag}" for tag in dict.fromkeys(tags)], "link": link}
        )
        for begin, end in free:
            taken.add((begin, end))
            concept_at[begin, end] = number
            mentions.append({"begin": begin, "end": end, "concept": number})
        return number

    for chain in extraction.chains:
        members = [extraction.mentions[index] for index in chain.mentions]
        names = [mention for mention in members if is_concept_name(mention)]
        if names:
            entry = lists.entries.get(chain.known or "")
            link = article_of(entry) if entry is not None else ""
            add(chain_tags(chain, members, lists), [(mention.start, mention.end) for mention in names], link)
    name_starts = {mention.start for mention in extraction.mentions if mention.form == "named"}
    for mention in extraction.mentions:
        literal = literal_of(mention, extraction.document.text, lists)
        if mention.kind == "Post" and not any(
            mention.end + gap in name_starts for gap in range(1, LONGEST_GAP)
        ):
            continue
        if literal is None:
            continue
        tags, begin, end = literal
        key = (tags[0], extraction.document.text[begin:end])
        if (begin, end) in taken:
            continue
        if key in by_text:
            taken.add((begin, end))
            concept_at[begin, end] = by_text[key]
            mentions.append({"begin": begin, "end": end, "concept": by_text[key]})
        else:
            number = add(tags, [(begin, end)])
            if number is not None:
                by_text[key] = number
    concept_of = concepts_of_mentions(extraction, concept_at)
    found = relations(extraction, concept_of, lists)
    return {"mentions": mentions, "concepts": concepts, "relations": found}


def article_of(entry: KnownActor) -> str:
    """The title of the article about ``entry`` in the English Wikipedia: the list's, else the entry's name."""
    return dict(entry.identifiers).get("wikipedia") or entry.name.replace(" ", "_")


def concepts_of_mentions(extraction: Extraction, concept_at: dict[tuple[int, int], int]) -> dict[int, int]:
    """The concept of each mention: its own by its span, else that of its chain."""
    concept_of: dict[int, int] = {}
    for chain in extraction.chains:
        spans = {
            index: (extraction.mentions[index].start, extraction.mentions[index].end)
            for index in chain.mentions
        }
        own = next((concept_at[span] for span in spans.values() if span in concept_at), None)
        for index, span in spans.items():
            number = concept_at.get(span, own)
            if number is not None:
                concept_of[index] = number
    return concept_of


def is_concept_name(mention: Mention) -> bool:
    """Whether the mention is a name in the benchmark's sense."""
    return (
        mention.form == "named"
        and not mention.demonym
        and mention.kind not in {"Date", "Money", "Quantity", "Collective"}
        and mention.tokens != (0, 0)
    )


def literal_of(mention: Mention, text: str, lists: ActorLists) -> tuple[tuple[str, ...], int, int] | None:
    """Tags and span of a role, time, sum, adjective or people, or ``None``."""
    if mention.kind == "Date":
        found = _TIME.search(mention.text)
        return (
            (("time", "value"), mention.start + found.start(), mention.start + found.end()) if found else None
        )
    if mention.kind == "Money":
        found = _SUM.search(text, mention.start, mention.end)
        return (("money", "value"), found.start(), found.end()) if found else None
    if mention.kind == "Post" and mention.form == "nominal":
        return ("role", "value"), mention.start, mention.end
    if mention.demonym and mention.known is not None:
        entry = lists.entries[mention.known]
        if entry.kind == "Country":
            return ("gpe0-x", "other"), mention.start, mention.end
        tag = {"state": "gpe1-x", "region": "loc-x"}.get(entry.type or "", "loc-x")
        if mention.name.startswith(("Kurd", "Arab")):
            return ("ethnicity", "entity"), mention.start, mention.end
        return (tag, "other"), mention.start, mention.end
    if mention.kind == "Collective" and mention.form == "named":
        return (
            (("religion-x", "other"), mention.start, mention.end)
            if mention.name.startswith(RELIGIOUS)
            else None
        )
    return None


RELIGIOUS = (
    "Muslim",
    "Christian",
    "Jew",
    "Hindu",
    "Sikh",
    "Buddhist",
    "Catholic",
    "Protestant",
    "Islam",
    "Salafi",
    "Sunni",
    "Shi",
    "Orthodox",
    "Evangelical",
    "Roman Catholic",
    "Mormon",
)


def chain_tags(chain: Chain, members: list[Mention], lists: ActorLists) -> tuple[str, ...]:
    """The tags of a chain by its kind, its known actor and the posts its members hold."""
    entry = lists.entries.get(chain.known or "")
    if chain.kind == "Person":
        titles = " ".join(title.lower() for mention in members for title in mention.titles)
        nouns = " ".join(mention.name.lower() for mention in members if mention.form == "nominal")
        sources = (titles, "") if entry is not None else (titles, nouns)
        for posts in sources:
            for words, extra in ROLE_TAGS:
                if posts and any(re.search(rf"\b{re.escape(word)}\b", posts) for word in words):
                    return (*_PERSON, *extra)
    if entry is not None and entry.kind == chain.kind and entry.type in TYPE_TAGS:
        return TYPE_TAGS[entry.type]
    if entry is not None and entry.name == "European Union":
        return (*_ORGANIZATION, "igo", "so")
    tags = KIND_TAGS.get(chain.kind, ("entity",))
    spelled = chain.name.lower().split()
    for words, extra in {"GovernmentBody": HEAD_TAGS, "Event": EVENT_HEADS}.get(chain.kind, ()):
        if any(word in spelled for word in words):
            return (*tags[:2], *extra)
    return tags
