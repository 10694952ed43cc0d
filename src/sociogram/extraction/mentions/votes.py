"""The document's vote: one kind for each name, surnames with the kind of their full name, names seen again.

The statistical model labels a surname differently from line to line; a name keeps its kind within
one document, so its labels are counted together with what its words, titles and the lists say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name, NameBoard
from sociogram.extraction.mentions.clubs import find_clubs
from sociogram.extraction.mentions.entities import is_title, person_end
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, PLACES, name_kind, noun_kind
from sociogram.extraction.mentions.runs import title_case_sentences
from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_ROLES_OF_BODIES = _WORDS.words("roles-of-bodies")
_LIFE_VERBS = _WORDS.words("life-verbs")
_LIFE_VERBS_WITH: Mapping[str, Sequence[str]] = _WORDS.values("life-verbs-with")
_BEFORE_TOWN = _WORDS.words("before-town")
_RULERS = _WORDS.words("rulers")
_BEFORE_PLACE = _WORDS.values("before-place")
# How much each sign counts for a kind, set by hand beside the model's 1.0 and not fitted: what its own words show of a
# name outweighs whatever the model says of two or three mentions.
_MODEL = 1.0
"""The model, at each mention."""
_LIST = 1.5
"""A list, for a name of one word, which others may bear too."""
_LIST_LONG = 4.0
"""A list, for a name of several words."""
_HEAD = 4.0
"""The name's own words: "Academy", "Inc"."""
_TITLE = 3.0
"""A title before a person's name."""
_FIRST_NAME = 2.5
"""A first name in front."""
_NOUN = 3.0
"""A noun beside the name that says what it is: "the carmaker Acme"."""
_LIFE = 2.0
"""What only people do or are called by: "married", "who"; more than one label of the model or one list."""
_HE = 1.5
"""A "he" behind it that can be nobody else: just above one label of the model."""
_PERSONS_BEFORE = 2
"""Sentences before it in which "he" may find somebody else."""
_SPEAKER = 0.4
"""A verb of saying, which firms and states may govern as well."""
_SURNAME = 1.2
"""A lone word of the list of surnames: just above the model."""
_PLURAL = 1.5
"""A lone plural behind "the": "the Lopezes"."""
_STATE = 4.0
"""A comma and a state behind the name: "in Springfield, Ohio"."""
_SHORTEST_ECHO = 3
"""Letters of a name that is looked for again; shorter ones are found in other words."""
_MADE = {"Vehicle": 20.0, "Event": 20.0, "Facility": 20.0, "Work": 20.0, "Product": 6.0}
"""Made things and the weight of an apposition or a copula that says a name is one ("Acme is a space capsule").

It is the text's own word and outweighs the model, which takes most such names for firms; less for a product, which
often has its firm's name. No noun right before a name says so ("film Jane Doe made").
"""
DESCRIBING = frozenset(
    {"Company", "MediaOutlet", "PoliticalParty", "ArmedGroup", "EducationalInstitution", "SportsTeam"}
)


def settle(names: list[Name], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """``names`` with one kind for each text, and the places where a name stands again, in text order."""
    names = without_headline_names(names, tokens, lists)
    texts = [" ".join(tokens.text[name.first : name.last]).lstrip("-–— ") for name in names]
    scores: dict[str, dict[str, float]] = {}
    known: dict[str, str] = {}
    for name, text in zip(names, texts, strict=True):
        if name.kind in VALUES or name.demonym:
            continue
        if name.known is not None:
            known[text] = name.known
        tally = scores.setdefault(text, {})
        for kind, weight in evidence(name, tokens, lists):
            tally[kind] = tally.get(kind, 0.0) + weight
    kinds = {text: decide(tally) for text, tally in scores.items()}
    for text, entry in known.items():
        # A listed name of several words is what the list says, whatever stands around it.
        if " " in text:
            kinds[text] = lists.entries[entry].kind
    inherit(kinds, known, scores, lists)
    clubs = find_clubs(names, texts, tokens, lists)
    for text, entry in clubs.items():
        kinds[text] = "SportsTeam"
        if entry:
            known[text] = entry
        else:
            known.pop(text, None)
    settled = []
    for name, text in zip(names, texts, strict=True):
        if text in kinds and name.kind not in VALUES and not name.demonym:
            kind = kinds[text]
            listing = known.get(text)
            if listing is not None and not agrees(lists.entries[listing].kind, kind):
                listing = None
            last = name.last
            if kind == "Person" and name.source == "model":
                last = max(name.first + 1, person_end(name.first, name.last, tokens, lists))
            settled.append(replace(name, last=last, kind=kind, known=listing))
        else:
            settled.append(name)
    return add_echoes(settled, kinds, known, tokens)


def without_headline_names(names: list[Name], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """``names`` without those that only the model saw, and only in a line where all words are capitalised."""
    titled = title_case_sentences(tokens)
    if not titled:
        return names
    prose = {
        word
        for name in names
        if tokens.sentence[name.first] not in titled
        for word in (" ".join(tokens.text[name.first : name.last]), tokens.text[name.last - 1])
    }
    people = {
        tokens.text[name.last - 1]
        for name in names
        if name.kind == "Person" and tokens.sentence[name.first] not in titled
    }
    small = set(tokens.lower).intersection(tokens.text)
    kept = []
    for name in names:
        if (
            tokens.sentence[name.first] not in titled
            or name.source == "list"
            or name.kind in VALUES
            or " ".join(tokens.text[name.first : name.last]) in prose
        ):
            kept.append(name)
            continue
        parts = parts_in_prose(name, prose, tokens, lists)
        if parts:
            kept.extend(parts)
        elif not any(
            lower in small or lower in lists.nouns or (word in people and name.kind == "Organization")
            for word, lower in zip(
                tokens.text[name.first : name.last], tokens.lower[name.first : name.last], strict=True
            )
        ):
            kept.append(name)
    return kept


def parts_in_prose(name: Name, prose: set[str], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """The parts of a headline's name that the prose has as names: "Acme" and "Ajax" of "Acme Buys Ajax".

    None where the prose only has its last word: "Ann Lee" may be the "Lee" of the prose.
    """
    words = tokens.text[name.first : name.last]
    if len(words) == 1 or name_kind(words, name.kind, lists) is not None:
        return []
    parts = []
    first = name.first
    while first < name.last:
        for last in range(name.last, first, -1):
            text = " ".join(tokens.text[first:last])
            if text in prose and text not in lists.demonyms and text not in lists.words["no_name"]:
                parts.append(replace(name, first=first, last=last, kind="Thing"))
                first = last
                break
        else:
            first += 1
    return [] if len(parts) == 1 and parts[0].last == name.last else parts


def evidence(name: Name, tokens: Tokens, lists: ActorLists) -> list[tuple[str, float]]:
    """What one mention says of its kind, with weights."""
    words = tokens.text[name.first : name.last]
    found: list[tuple[str, float]] = []
    if name.source == "list":
        found.append((name.kind, _LIST_LONG if len(words) > 1 else _LIST))
    elif name.kind != "Thing":
        found.append((name.kind, _MODEL))
    label = tokens.ent[name.first]
    if name.source == "list" and label == "PERSON" and name.kind != "Person":
        found.append(("Person", _MODEL))
    by_words = name_kind(words, name.kind, lists) if name.source != "list" else None
    if by_words is not None:
        found.append((by_words, _HEAD))
    elif (
        1 < len(words) <= 5
        and words[0] in lists.first_names
        and name.source != "list"
        and words[-1][0].isupper()
    ):
        found.append(("Person", _FIRST_NAME if words[0] not in lists.word_names else 1.0))
    if (
        name.first > 0
        and is_title(tokens, name.first - 1, lists)
        and tokens.text[name.first - 1][0].isupper()
        and (tokens.lower[name.first - 1] not in _RULERS or name.kind not in PLACES)
    ):
        found.append(("Person", _TITLE))
    if len(words) == 1 and words[0] in lists.surnames and name.source != "list":
        found.append(("Person", _SURNAME))
    said = described_kind(name, tokens, lists)
    if said is not None:
        found.append((said, _MADE.get(said, _NOUN)))
    found.extend(lived(name, tokens, lists))
    governor = tokens.head[name.last - 1]
    if tokens.dep[name.last - 1] == "nsubj" and tokens.lemma[governor] in lists.words["speech_verb"]:
        found.append(("Person", _SPEAKER))
    if (
        len(words) == 1
        and name.kind in {"Person", "Thing"}
        and tokens.tag[name.first] == "NNPS"
        and tokens.lower[name.first - 1] == "the"
    ):
        found.append(("Collective", _PLURAL))
    if is_before_state(name, tokens, lists):
        found.append(("Place", _STATE))
    if name.first > 0 and name.source != "list":
        weight = _BEFORE_PLACE.get(tokens.lower[name.first - 1])
        if weight:
            found.append(("Place", weight))
    return found


def is_before_state(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a comma and a state stand behind the name and "in" before it: "in Jupiter, Fla."."""
    if name.last + 1 >= len(tokens) or tokens.text[name.last] != "," or name.first == 0:
        return False
    if tokens.lower[name.first - 1] not in _BEFORE_TOWN:
        return False
    state = tokens.text[name.last + 1]
    return any(
        lists.entries[known].kind in PLACES
        for text in (state, f"{state}.")
        for known in lists.by_name.get(text, ())[:1]
    )


def described_kind(name: Name, tokens: Tokens, lists: ActorLists) -> str | None:
    """The kind of the noun right before the name ("carmaker Acme"), of its apposition, or of its copula.

    Bodies have partners and rivals too: beside a name, such a noun says nothing of its kind.
    """
    head = name.last - 1
    before = name.first - 1
    nouns = []
    if (
        before >= 0
        and tokens.pos[before] == "NOUN"
        and tokens.sentence[before] == tokens.sentence[head]
        and (tokens.tag[before] != "NNS" or name.kind not in PLACES | {"Country"})  # "debutants Panama"
    ):
        governor = tokens.head[before]
        if name.first <= governor < name.last or tokens.dep[head] == "appos" or tokens.head[head] == before:
            nouns.append(before)
    beside = [
        child
        for child in tokens.children[head]
        if tokens.dep[child] == "appos" and tokens.pos[child] == "NOUN"
    ]
    if tokens.dep[head] == "appos" and tokens.pos[tokens.head[head]] == "NOUN":
        beside.append(tokens.head[head])
    if name.source != "list":
        beside += predicate_nouns(head, tokens)
    nouns += [noun for noun in beside if tokens.lemma[noun].lower() not in _ROLES_OF_BODIES]
    for noun in nouns:
        first = tokens.lower[noun - 1] if noun and noun - 1 in tokens.children[noun] else ""
        kind = noun_kind(tokens.lemma[noun], tokens.lower[noun], first, lists.nouns)
        if kind in DESCRIBING or kind == "Person":
            return kind
        if kind in _MADE and noun in beside and name.kind != "Person":
            return kind
    return None


def predicate_nouns(head: int, tokens: Tokens) -> list[int]:
    """The singular nouns that "is a" or "was an" says of the name with the head ``head``."""
    verb = tokens.head[head]
    if tokens.dep[head] != "nsubj" or tokens.lemma[verb] != "be" or tokens.child(verb, "neg") is not None:
        return []
    return [
        child
        for child in tokens.children[verb]
        if tokens.dep[child] == "attr"
        and tokens.tag[child] == "NN"
        and any(tokens.lower[one] in {"a", "an"} for one in tokens.children[child])
    ]


def lived(name: Name, tokens: Tokens, lists: ActorLists) -> list[tuple[str, float]]:
    """The signs that a name of one or two words is a person's: "who", a life, a "he" with nobody else to stand for."""
    if name.last - name.first > 2 or name.kind == "Country":
        return []
    head = name.last - 1
    found = []
    if name.source != "list" and name.kind not in {"Thing", "Collective"} and opens_with_who(head, tokens):
        found.append(("Person", _LIFE))
    if any(opens_with_who(noun, tokens) for noun in predicate_nouns(head, tokens)):
        found.append(("Person", _LIFE))
    if tokens.dep[head] not in {"nsubj", "nsubjpass"}:
        return found
    verb = tokens.head[head]
    lemma = tokens.lemma[verb].lower()
    behind = _LIFE_VERBS_WITH.get(lemma, ())
    if lemma in _LIFE_VERBS or any(
        tokens.dep[child] == "prep" and tokens.lower[child] in behind for child in tokens.children[verb]
    ):
        found.append(("Person", _LIFE))
    if name.kind != "Person" and is_alone_he(name, tokens, lists):
        found.append(("Person", _HE))
    return found


def opens_with_who(noun: int, tokens: Tokens) -> bool:
    """Whether a clause with "who" hangs on the noun."""
    return any(
        tokens.dep[child] == "relcl"
        and any(tokens.lower[one] == "who" and one < child for one in tokens.children[child])
        for child in tokens.children[noun]
    )


def is_alone_he(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a "he" or "she" behind the subject of a sentence can stand for nobody but this name.

    No person's name and no noun for a person stands in the sentence before it or in the two before that.
    """
    number = tokens.sentence[name.first]
    first = tokens.sentences[max(0, number - _PERSONS_BEFORE)][0]
    pronoun = next(
        (
            token
            for token in range(name.last, tokens.sentences[number][1])
            if tokens.lower[token] in {"he", "she"} and tokens.quote[token] == tokens.quote[name.first]
        ),
        None,
    )
    return pronoun is not None and not any(
        tokens.ent[token] == "PERSON"
        or tokens.lower[token] in {"he", "she"}
        or lists.nouns.get(tokens.lower[token]) == "Person"
        for token in range(first, pronoun)
    )


def decide(tally: dict[str, float]) -> str:
    """The kind with most weight; a finer kind of organization takes the weight of the coarse one."""
    finer = [kind for kind in tally if kind in ORGANIZATIONS and kind != "Organization"]
    if finer and "Organization" in tally:
        best = max(finer, key=lambda kind: tally[kind])
        tally = {**tally, best: tally[best] + tally["Organization"]}
        del tally["Organization"]
    if "Country" in tally and "Place" in tally:
        tally = {**tally, "Country": tally["Country"] + tally["Place"]}
        del tally["Place"]
    return max(sorted(tally), key=lambda kind: tally[kind]) if tally else "Thing"


def agrees(listed: str, kind: str) -> bool:
    """Whether the kind of a list's entry can be the kind that the vote gave."""
    return (
        listed == kind
        or (listed in ORGANIZATIONS and kind in ORGANIZATIONS)
        or (listed in PLACES and kind in PLACES)
    )


def inherit(
    kinds: dict[str, str], known: dict[str, str], scores: dict[str, dict[str, float]], lists: ActorLists
) -> None:
    """Give a last or first name the kind of the full name that has it, and drop what the lists said of it."""
    owners: dict[str, set[str]] = {}
    firsts: dict[str, set[str]] = {}
    for text, kind in kinds.items():
        words = text.split()
        if kind != "Person" or len(words) < 2:
            continue
        for width in range(1, len(words)):
            owners.setdefault(" ".join(words[-width:]), set()).add(text)
        firsts.setdefault(words[0], set()).add(text)
    for text in list(kinds):
        if text in owners:
            entry = known.get(text)
            place = entry is not None and lists.entries[entry].kind in {"Country", "Place"}
            if entry is not None and lists.entries[entry].kind == "Country" and text not in lists.first_names:
                continue
            if (
                place
                and kinds[text] != "Person"
                and scores[text].get("Person", 0.0) <= scores[text].get(kinds[text], 0.0) / 3
            ):
                continue
            kinds[text] = "Person"
            if (
                entry is not None
                and len(owners[text])
                and not any(known.get(full) == entry for full in owners[text])
            ):
                del known[text]
        elif len(firsts.get(text, ())) == 1 and text not in known:
            kinds[text] = "Person"
        elif (
            len(text.split()) == 1
            and kinds[text] in {"Thing", "Person", "Place", "Organization"}
            and text not in known
        ):
            longer = [full for full in kinds if full.startswith(text + " ") and kinds[full] in ORGANIZATIONS]
            if len(longer) == 1:
                kinds[text] = kinds[longer[0]]


def add_echoes(names: list[Name], kinds: dict[str, str], known: dict[str, str], tokens: Tokens) -> list[Name]:
    """``names`` and further places where one of them, or the last name of a person among them, stands."""
    wanted: dict[str, tuple[str, str | None]] = {}
    for text, kind in kinds.items():
        words = text.split()
        if len(text) >= _SHORTEST_ECHO and any(character.isupper() for character in text) and kind != "Thing":
            wanted.setdefault(text, (kind, known.get(text)))
        if (
            kind == "Person"
            and len(words) > 1
            and len(words[-1]) >= _SHORTEST_ECHO
            and words[-1][0].isupper()
        ):
            wanted.setdefault(words[-1], (kind, None))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for text in sorted(wanted, key=lambda text: (-len(text), text)):
        parts = tuple(text.split(" "))
        by_first.setdefault(parts[0], []).append(parts)
    board = NameBoard([False] * len(tokens), [])
    starts = {name.first: name for name in names}
    ends = {name.last for name in names}
    for name in names:
        for sought in by_first.get(tokens.text[name.first], ()):
            last = name.first + len(sought)
            if last <= name.last or last not in ends or tuple(tokens.text[name.first : last]) != sought:
                continue
            if any(starts[token].demonym for token in range(name.first, last) if token in starts):
                continue
            kind, entry = wanted[" ".join(sought)]
            board.place(Name(name.first, last, kind, known=entry, source="echo"))
            break
        board.place(name)
    for token, word in enumerate(tokens.text):
        if board.taken[token]:
            continue
        for sought in by_first.get(word, ()):
            last = token + len(sought)
            if tuple(tokens.text[token:last]) != sought or not board.is_free(token, last):
                continue
            if len(sought) == 1 and not stands_as_name(token, tokens):
                continue
            kind, entry = wanted[" ".join(sought)]
            board.place(Name(token, last, kind, known=entry, source="echo"))
            break
    return sorted(board.names, key=lambda name: name.first)


def stands_as_name(token: int, tokens: Tokens) -> bool:
    """Whether one capitalised word is likely the name that it is elsewhere in the document."""
    word = tokens.text[token]
    if not word[0].isupper():
        return False
    if tokens.pos[token] in {"PROPN", "NOUN", "ADJ", "X"}:
        return True
    starts = token == 0 or tokens.sentence[token - 1] != tokens.sentence[token]
    return not starts
