"""What kind of thing a name or a noun stands for, by its words alone."""

from __future__ import annotations

HEADS = {
    "GovernmentBody": "ministry department agency bureau parliament congress senate assembly government cabinet court tribunal "
    "commission commissioner administration directorate authority army navy police force forces guard guards council legislature "
    "treasury inspectorate secretariat committee subcommittee judiciary marines embassy consulate presidency regiment battalion "
    "brigade battery squadron division corps command sheriff house registry taskforce gendarmerie customs constabulary politburo",
    "Company": "inc inc. corp corp. corporation co co. company companies ltd ltd. llc plc ag gmbh se s.a. sa spa holding holdings group bank "
    "airlines airways motors energy industries technologies systems electric electronics pharmaceuticals pharma partners capital "
    "insurance brewery oil petroleum telecom studios pictures records entertainment foods steel automotive ventures aerospace "
    "enterprises biotech semiconductor kg",
    "PoliticalParty": "party parties",
    "MediaOutlet": "times news post tv television radio newspaper magazine journal gazette herald tribune zeitung telegraph chronicle "
    "network broadcasting courier weekly daily press observer examiner sentinel podcast rundschau nachrichten shimbun review inquirer",
    "EducationalInstitution": "university college school academy universität polytechnic gymnasium seminary faculty",
    "Organization": "institute foundation association society federation confederation league union organization organisation trust "
    "center centre network initiative alliance coalition movement club forum church orchestra choir theater theatre museum "
    "board office chamber fund charity syndicate front brotherhood brigades militia delegation mission campaign team service project lobby stiftung",
    "SportsTeam": "fc f.c. united rovers wanderers cf sc hotspur",
    "Facility": "airport hospital stadium prison bridge tower palace castle cathedral mosque synagogue temple building hall "
    "square station street avenue road boulevard hotel base barracks camp park zoo theater library gallery memorial "
    "cemetery dam plant clinic monastery abbey minster arena museum university-hospital jail plaza mall courthouse",
    "Place": "river sea ocean lake mountains mountain valley island islands desert peninsula bay gulf strait province region county "
    "district city town village state republic coast hills forest basin canal province oblast governorate",
    "Event": "war wars election elections olympics games summit conference championship championships cup tournament festival "
    "revolution uprising massacre attack attacks crisis congress referendum scandal affair trial protests riots grand-prix prix "
    "expo convention week day spring marathon intifada genocide holocaust league-final derby biennale",
    "Law": "act law treaty convention constitution amendment agreement protocol accord accords pact bill resolution charter directive "
    "declaration code",
    "Programme": "programme program plan operation",
    "Work": "prize award",
}  # fmt: skip
HEAD_KINDS: dict[str, str] = {}
for _kind, _words in HEADS.items():
    for _word in _words.split():
        HEAD_KINDS.setdefault(_word, _kind)
# What the head of a name says only where the model saw an organization there.
_ORGANIZATION_ONLY = frozenset({"house", "group", "energy", "force", "post", "times", "press", "fund", "mission", "team", "service", "project", "capital", "partners", "oil", "command", "division", "network", "company", "companies", "review", "daily", "weekly", "co", "sa", "se", "guard", "commissioner", "systems", "office", "cabinet", "steel", "records", "foods", "electric", "observer", "front", "campaign", "lobby", "weekly", "journal"})  # fmt: skip
_LINKS = frozenset(
    {"of", "for", "on", "in", "to", "against", "at", "de", "du", "des", "für", "del", "di", "della", "and"}
)
ORGANIZATIONS = frozenset(
    "Organization Company PoliticalParty GovernmentBody InternationalOrganization ArmedGroup MediaOutlet Platform Campaign "
    "EducationalInstitution SportsTeam".split()
)
PLACES = frozenset({"Place", "Country", "Facility"})
VALUES = frozenset({"Date", "Money", "Quantity"})


_SHIPS = frozenset({"HMS", "USS", "USNS", "FS", "RMS", "INS", "HMAS", "HMCS", "MV", "SS"})


def head_word(words: list[str]) -> str:
    """The word that says what a name is, in lower case: what stands before "of" or "for", else the last."""
    for position in range(1, len(words)):
        if words[position].lower() in _LINKS and words[position].lower() != "and":
            return words[position - 1].lower()
    return words[-1].lower()


def name_kind(words: list[str], label: str | None) -> str | None:
    """The kind that the words of a name say, or ``None``; ``label`` is the kind that the model gave, if any."""
    if len(words) < 2:
        return None
    if words[0] in _SHIPS:
        return "Vehicle"
    head = head_word(words)
    kind = HEAD_KINDS.get(head)
    if kind is None and words[0].lower() in {
        "university",
        "ministry",
        "bank",
        "fc",
        "vfl",
        "sv",
        "tsv",
        "vfb",
        "ac",
        "as",
    }:
        kind = {"university": "EducationalInstitution", "ministry": "GovernmentBody", "bank": "Company"}.get(
            words[0].lower(), "SportsTeam"
        )
    if kind is None:
        return None
    if head in _ORGANIZATION_ONLY and label not in ORGANIZATIONS:
        return None
    if label == "Person" and kind in {"Place", "Facility", "Work", "Event"} and len(words) == 2:
        return None
    return kind


def noun_kind(lemma: str, lower: str, nouns: dict[str, str]) -> str:
    """The kind of a common noun, ``Thing`` where the vocabulary does not have it."""
    found = nouns.get(lower) or nouns.get(lemma.lower())
    if found is None and "-" in lower:
        found = nouns.get(lower.rsplit("-", 1)[1])
    return found or "Thing"
