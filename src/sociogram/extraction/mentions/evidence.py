"""What one mention of a name says of its kind, each sign with its weight in the document's vote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.beside import (
    ROLES_OF_BODIES,
    called_nouns,
    is_apposed_noun,
    is_compatriot,
    plays_role,
    predicate_nouns,
)
from sociogram.extraction.mentions.entities import GENERATIONS, is_initials, is_title
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, PLACES, name_kind, noun_kind
from sociogram.extraction.mentions.works import is_shown
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.mentions.board import Name
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_LIFE_VERBS = _WORDS.words("life-verbs")
_LIFE_VERBS_WITH: Mapping[str, Sequence[str]] = _WORDS.values("life-verbs-with")
_BEFORE_TOWN = _WORDS.words("before-town")
_RULERS = _WORDS.words("rulers")
_TALKS = _WORDS.words("talks")
_BEFORE_PLACE = _WORDS.values("before-place")
_TAUGHT: Mapping[str, Sequence[str]] = _WORDS.values("fields-behind")
# How much each sign counts for a kind, set by hand beside the model's 1.0 and not fitted: what its own words show of a
# name outweighs whatever the model says of two or three mentions.
MODEL = 1.0
"""The model, at each mention."""
_LIST = 1.5
"""A list, for a name of one word, which others may bear too."""
_LIST_LONG = 4.0
"""A list, for a name of several words."""
_HEAD = 4.0
"""The name's own words: "Academy", "Inc"."""
_TITLE = 3.0
"""A title before a person's name, or a generation behind it."""
_FIRST_NAME = 2.5
"""A first name in front."""
_NOUN = 3.0
"""A noun beside the name that says what it is: "the carmaker Acme"."""
_LIFE = 2.0
"""What only people do or are called by: "married", "who"; more than one label of the model or one list."""
_HE = 1.5
"""A "he" behind it that can be nobody else: just above one label of the model."""
_NO_PERSON = 1.2
"""An article or brackets that no person's name has: just above one label of the model."""
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_PERSONS_BEFORE = 2
"""Sentences before it in which "he" may find somebody else."""
_FULL_NAME = 2
"""Words of a person's full name."""
_KIN = frozenset(load_vocabulary("coreference").values("kin"))
_INTERVIEWS = frozenset({"interviews", "interviewed"})
SPEAKER = 0.4
"""A verb of saying, which firms and states may govern as well."""
_SURNAME = 1.2
"""A lone word of the list of surnames: just above the model."""
INITIALS = 1.2
"""Initials before a surname ("J. R. Roe"): just above the model, which takes some such names for firms."""
_PLURAL = 1.5
"""A lone plural behind "the": "the Lopezes"."""
_STATE = 4.0
"""A comma and a state behind the name: "in Springfield, Ohio"."""
_MADE = {"Vehicle": 20.0, "Event": 20.0, "Facility": 20.0, "Work": 20.0, "Product": 6.0}
"""Made things and the weight of an apposition or a copula that says a name is one ("Acme is a space capsule").

It is the text's own word and outweighs the model, which takes most such names for firms; less for a product, which
often has its firm's name. No noun right before a name says so ("film Jane Doe made").
"""
CALLED_AFTER = frozenset({"Law", "Work", "Event"})
"""Kinds of listed names after which bodies are called, with the weight of a noun before one: "the *group* Roe Act"."""
_CALLED = 20.0
_ARTICLES = frozenset({"La", "Las", "Los"})
"""Articles of other languages before one noun: "La Raza". Of a surname with one ("La Russa") the full name decides."""
_SINGULAR = frozenset({"NN", "NNP"})
_DESCRIBING = frozenset(
    {"Company", "MediaOutlet", "PoliticalParty", "ArmedGroup", "EducationalInstitution", "SportsTeam"}
)


def evidence(name: Name, tokens: Tokens, lists: ActorLists) -> list[tuple[str, float]]:
    """What one mention says of its kind, with weights."""
    words = tokens.text[name.first : name.last]
    found: list[tuple[str, float]] = []
    if name.source == "list":
        found.append((name.kind, _LIST_LONG if len(words) > 1 else _LIST))
    elif name.kind != "Thing":
        found.append((name.kind, MODEL))
    label = tokens.ent[name.first]
    if name.source == "list" and label == "PERSON" and name.kind != "Person":
        found.append(("Person", MODEL))
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
        and not is_before_title(name, tokens, lists)
    ):
        found.append(("Person", _TITLE))
    if len(words) == 1 and words[0] in lists.surnames and name.source != "list":
        found.append(("Person", _SURNAME))
    if len(words) > 1 and words[-1] in GENERATIONS:
        found.append(("Person", _TITLE))
    if by_words is None and has_initials(words, lists) and name.source != "list":
        found.append(("Person", INITIALS))
    said = described_kind(name, tokens, lists)
    if said is not None:
        found.append((said, noun_weight(said, by_words, name, tokens)))
    found.extend(lived(name, tokens, lists))
    governor = tokens.head[name.last - 1]
    if tokens.dep[name.last - 1] == "nsubj" and tokens.lemma[governor] in lists.words["speech_verb"]:
        found.append(("Person", SPEAKER))
    if (
        len(words) == 1
        and name.kind in {"Person", "Thing"}
        and tokens.tag[name.first] == "NNPS"
        and tokens.lower[name.first - 1] == "the"
    ):
        found.append(("Collective", _PLURAL))
    if name.kind == "Person" and name.source == "model" and is_no_person(name, tokens, lists):
        foreign = len(words) > 1 and words[0] in _ARTICLES
        found.append(("Organization", _LIFE if foreign else _NO_PERSON))
    if name.source == "model" and is_shown(name.first, name.last, tokens):
        found.append(("Work", _MADE["Work"]))
    if name.kind == "Person" and name.source == "model" and is_one_of_many(name, tokens):
        found.append(("Thing", _NO_PERSON))
    if name.source == "model" and is_taught(name, tokens, lists):
        found.append(("Topic", _NOUN))
    if is_interviewed(name, tokens):
        found.append(("Person", _LIFE))
    if is_before_state(name, tokens, lists) or (name.source != "list" and is_where_born(name, tokens)):
        found.append(("Place", _STATE))
    if name.first > 0 and name.source != "list":
        weight = _BEFORE_PLACE.get(tokens.lower[name.first - 1])
        if weight:
            found.append(("Place", weight))
    return found


def is_where_born(name: Name, tokens: Tokens) -> bool:
    """Whether somebody was born or buried at it: "Born at *Kasala*, he …"."""
    link = tokens.head[name.last - 1]
    verb = tokens.head[link]
    where = tokens.dep[name.last - 1] == "pobj" and tokens.lower[link] in ("in", "at", "near")
    return where and tokens.lemma[verb].lower() in ("bear", "bury") and tokens.tag[verb] == "VBN"


def noun_weight(said: str, by_words: str | None, name: Name, tokens: Tokens) -> float:
    """How much a noun beside the name counts that says it is a ``said``; ``by_words`` is what its own words say."""
    if name.source == "list" and name.kind in CALLED_AFTER and said in ORGANIZATIONS:
        return _CALLED
    if {by_words, said} <= ORGANIZATIONS and tokens.pos[name.first - 1] == "NOUN":
        return _HEAD + _NOUN  # "the firm Trozell Corps" is what the text calls it
    return _MADE.get(said, _NOUN)


def is_before_title(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a listed place stands before the title of whom the word before it is said: "Democrat *Ohio* Gov. Roe"."""
    behind = name.last
    return (
        name.source == "list"
        and name.kind in PLACES
        and behind < len(tokens)
        and tokens.text[behind][0].isupper()
        and is_title(tokens, behind, lists)
    )


def is_taught(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a name is the field of who teaches or has a degree: "professor of *International Relations*"."""
    link = name.first - 1
    return (
        link > 0
        and tokens.lower[link] in _TAUGHT.get(tokens.lower[link - 1], ())
        and name_kind(tokens.text[name.first : name.last], name.kind, lists) is None
    )


def is_interviewed(name: Name, tokens: Tokens) -> bool:
    """Whether a name of several words is that of whom "an interview with" or "interviews" is with."""
    before = name.first - 1
    if name.last - name.first < _FULL_NAME or before < 0 or name.kind in PLACES | {"Country"}:
        return False
    talk = before - 1 if tokens.lower[before] == "with" else before
    words = _INTERVIEWS if talk == before else _TALKS
    if tokens.dep[name.last - 1] == "compound" and tokens.head[name.last - 1] >= name.last:
        return False  # "an interview with *Morning Joe* hosts"
    return talk >= 0 and tokens.lower[talk] in words and tokens.sentence[talk] == tokens.sentence[name.first]


def has_initials(words: Sequence[str], lists: ActorLists) -> bool:
    """Whether initials stand before one surname; before a place they shorten another word: "N. Ireland"."""
    if len(words) < 2 or not all(is_initials(word) for word in words[:-1]):
        return False
    known = lists.find(words[-1])
    return words[-1][0].isupper() and len(words[-1]) > 1 and (known is None or known.kind not in PLACES)


def is_no_person(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a name that the model takes for a person's is an acronym in brackets, or has the article of a body.

    Or it begins with an acronym: "*ERT* Clean Fuels".
    """
    if name.last - name.first > 1:
        return begins_like_a_body(name, tokens, lists)
    if name.first == 0:
        return False
    word, before = tokens.text[name.first], tokens.text[name.first - 1]
    if before == "(":
        return _ACRONYM.fullmatch(word) is not None
    alone = tokens.dep[name.first] in {"nsubj", "nsubjpass", "dobj", "pobj"}
    return before.lower() == "the" and tokens.tag[name.first] == "NNP" and alone


def begins_like_a_body(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a name of several words begins with an acronym or has an article, and no first name."""
    words = tokens.text[name.first : name.last]
    if words[0] in _ARTICLES:
        return len(words) == _FULL_NAME
    if words[0] in lists.first_names or is_initials(words[0]):
        return False
    if len(words[0]) > _FULL_NAME and _ACRONYM.fullmatch(words[0]):
        return not words[-1].isupper()
    head = name.last - 1
    return any(
        one == name.first - 1 and tokens.lower[one] == "the" for one in tokens.children[head]
    ) and tokens.dep[head] in {"nsubj", "nsubjpass", "dobj", "pobj"}


def is_one_of_many(name: Name, tokens: Tokens) -> bool:
    """Whether a name of one word has the article of a common noun, as no person has: "an *Emmy*"."""
    before = name.first - 1
    if name.last - name.first > 1 or before < 0 or tokens.lower[before] not in {"a", "an"}:
        return False
    return tokens.head[before] == name.first


def is_before_state(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a comma and a state stand behind the name and "in" before it: "in Jupiter, Fla."."""
    if name.last + 1 >= len(tokens) or tokens.text[name.last] != "," or name.first == 0:
        return False
    if tokens.lower[name.first - 1] not in _BEFORE_TOWN:
        return False
    state = tokens.text[name.last + 1]
    return any(
        lists.entries[known].kind in PLACES
        for text in (state, f"{state}.", " ".join(tokens.text[name.last + 1 : name.last + 3]))
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
    beside = [child for child in tokens.children[head] if is_apposed_noun(child, tokens)]
    if tokens.dep[head] == "appos" and tokens.pos[tokens.head[head]] == "NOUN":
        beside.append(tokens.head[head])
    if name.source != "list":
        beside += predicate_nouns(head, tokens)
        beside += called_nouns(name, tokens)
    nouns += [noun for noun in beside if tokens.lemma[noun].lower() not in ROLES_OF_BODIES]
    for noun in nouns:
        first = tokens.lower[noun - 1] if noun and noun - 1 in tokens.children[noun] else ""
        kind = noun_kind(tokens.lemma[noun], tokens.lower[noun], first, lists.nouns)
        if tokens.pos[noun] == "PROPN" and is_compatriot(tokens.text[noun], lists):
            kind = "Person"
        if kind in _DESCRIBING or kind == "Person":
            return kind
        if kind in _MADE and noun in beside and not is_like_a_person(name, tokens, lists):
            return kind
        called_after = name.kind in CALLED_AFTER and noun == before
        if (
            kind in ORGANIZATIONS
            and noun in beside
            and tokens.tag[noun] in _SINGULAR
            and (name.source != "list" or called_after)
        ):
            return kind
    return None


def is_like_a_person(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a name that the model takes for a person's has a word that persons are called by, or one word alone."""
    words = tokens.text[name.first : name.last]
    return name.kind == "Person" and (
        len(words) == 1 or words[0] in lists.first_names or words[-1] in lists.surnames
    )


def lived(name: Name, tokens: Tokens, lists: ActorLists) -> list[tuple[str, float]]:
    """The signs that a name is of somebody who acts: of one or two words, a "who", a life, a "he" for nobody else."""
    played = name.kind == "Place" and name.source == "model" and plays_role(name, tokens)
    found = [("Organization", _LIFE)] if played else []
    words = [word for word in tokens.text[name.first : name.last] if not is_initials(word)]
    if len(words) > _FULL_NAME or name.kind == "Country":
        return found
    head = name.last - 1
    if name.source != "list" and name.kind not in {"Thing", "Collective"} and opens_with_who(head, tokens):
        found.append(("Person", _LIFE))
    if any(opens_with_who(noun, tokens) for noun in predicate_nouns(head, tokens)):
        found.append(("Person", _LIFE))
    if name.source != "list" and is_beside_his(head, tokens):
        found.append(("Person", _NOUN))
    possesses = tokens.dep[head] == "poss" and tokens.lemma[tokens.head[head]] in _KIN
    if name.source != "list" and name.kind not in ORGANIZATIONS and possesses:
        found.append(("Person", _LIFE))  # "Obi Eze's daughter"
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


def is_beside_his(head: int, tokens: Tokens) -> bool:
    """Whether what is his or hers stands beside the name: "Doe *and his* allies"."""
    behind = head + 1
    return (
        behind + 1 < len(tokens)
        and tokens.lower[behind] == "and"
        and tokens.lower[behind + 1] in {"his", "her"}
        and tokens.dep[behind + 1] == "poss"
    )


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
