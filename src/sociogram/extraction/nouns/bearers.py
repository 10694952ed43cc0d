"""Whom a noun is said of: its *bearers*.

The bearer of a noun is whom it stands before or beside ("Senator Doe", "Doe, a senator from Ohio", "the mayor, Jane
Doe"), the subject of a copula ("Doe is a senator"), whom "as" speaks of ("Doe served as senator", "named Doe as
chair", "Doe's time as mayor"), and else the noun itself ("the senator").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.phrases import COPULAS, Filler
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import HIGHEST, PLURALS

if TYPE_CHECKING:
    from sociogram.extraction.nouns.phrases import Phrases

_WORDS = load_vocabulary("nouns")
NAMING = _WORDS.words("naming-verbs")
OF_OBJECT = _WORDS.words("verbs-with-as-of-their-object")
JUDGING = _WORDS.words("verbs-with-as-that-judge")
TENURES = _WORDS.words("tenures")
TITLES = _WORDS.words("titles-before-names")
"""Titles that may stand between another title and the name."""
MOST_TITLES = 3

FRONTED = frozenset({"nsubj", "nsubjpass", "advcl", "npadvmod", "dep"})
"""How the parser hangs a noun phrase that stands before the subject and describes it."""
NOUNS = frozenset({"NOUN", "PROPN"})
_EXCEPTING = frozenset({"no", "non", "few", "not", "never", "nor", "neither", "without", "except"})
"""Words by which those who are listed, or some of them, are none of the noun."""


def find_bearers(phrases: Phrases, noun: int, depth: int = 0) -> list[Filler]:
    """Whom ``noun`` is said of, named ones where there are any; itself where it is said of nobody else."""
    found = _said_of(phrases, noun) or [noun]
    plural = phrases.tokens.tag[noun] in PLURALS
    bearers: list[Filler] = []
    for token in found:
        for member in _members(phrases, token, alone=token == noun, plural=plural, depth=depth):
            mention = phrases.mention(member)
            if mention is not None and all(filler.mention != mention for filler in bearers):
                bearers.append(Filler(mention, member))
    return bearers


def name_behind(phrases: Phrases, last: int) -> Filler | None:
    """The person whose name begins right behind a title, or behind more titles; the parse is often wrong there."""
    tokens = phrases.tokens
    first = last
    while first < len(tokens) and first - last < MOST_TITLES and tokens.text[first] in TITLES:
        first += 1
    if first >= len(tokens) or tokens.sentence[first] != tokens.sentence[last - 1]:
        return None
    mention = phrases.covering[first]
    if mention < 0 or phrases.mentions[mention].form != "named" or phrases.kind(mention) != "Person":
        return None
    found = phrases.mentions[mention]
    if tokens.tells_which(found.head, last - 1):
        return None
    return Filler(mention, found.head) if found.tokens[0] == first else None


def all_behind(phrases: Phrases, first: Filler) -> list[Filler]:
    """All that a title in the plural stands before, from ``first`` on up to another title: "Senators Doe and Roe"."""
    found = [first]
    for token in sorted(phrases.coordinated(first.token))[1:]:
        mention = phrases.mention(token)
        if mention is not None and phrases.mentions[mention].titles:
            break
        if mention is not None:
            found.append(Filler(mention, token))
    return found


def _members(phrases: Phrases, token: int, *, alone: bool, plural: bool, depth: int) -> list[int]:
    """The name that ``token`` is said of in turn, else all of an enumeration where the noun is plural, or itself."""
    if alone:
        return [token]
    named = _renamed(phrases, token) if depth < 2 else None
    if named is not None:
        return [named]
    return phrases.coordinated(token) if plural else [token]


def _said_of(phrases: Phrases, noun: int) -> list[int]:
    """The tokens that ``noun``, or what it is coordinated with, is said of."""
    token: int | None = noun
    for _ in range(HIGHEST):
        if token is None or (token != noun and not _is_common_noun(phrases, token)):
            return []
        found = _beside(phrases, token)
        if found or phrases.tokens.dep[token] != "conj":
            return found
        token = _partner(phrases, token)
    return []


def _is_common_noun(phrases: Phrases, token: int) -> bool:
    return phrases.tokens.pos[token] in NOUNS and not phrases.is_name(token)


def _partner(phrases: Phrases, token: int) -> int:
    """What ``token`` is coordinated with: "a fellow at Acme and a former envoy" has it hung on Acme."""
    tokens, head = phrases.tokens, phrases.tokens.head[token]
    if tokens.dep[head] != "pobj" or not _is_person(phrases, token) or _is_person(phrases, head):
        return head
    above = tokens.head[tokens.head[head]]
    role = _is_common_noun(phrases, above) and _is_person(phrases, above)
    return above if role and tokens.dep[tokens.head[head]] == "prep" else head


def _is_person(phrases: Phrases, token: int) -> bool:
    mention = phrases.mention(token)
    return mention is not None and phrases.mentions[mention].kind == "Person"


def _renamed(phrases: Phrases, token: int) -> int | None:
    """The name that a bare noun phrase is said of in turn: "a chemist" in "Doe was a chemist who taught"."""
    if phrases.tokens.pos[token] != "NOUN" or phrases.is_name(token):
        return None
    further = find_bearers(phrases, token, depth=2)
    return further[0].token if len(further) == 1 and further[0].token != token else None


def _beside(phrases: Phrases, noun: int) -> list[int]:
    tokens = phrases.tokens
    head, dep = tokens.head[noun], tokens.dep[noun]
    if dep in {"attr", "oprd"} and tokens.lemma[head] in COPULAS | NAMING:
        return _of_copula(phrases, head) or (_set_behind(phrases, noun) if dep == "oprd" else [])
    if dep == "pobj" and tokens.lower[head] == "as":
        return _right_before(phrases, head) or _of_as(phrases, tokens.head[head])
    if dep in {"appos", "compound", "nmod"} and head != noun and not _is_whose(phrases, noun):
        beside = _hung_on(phrases, noun)
        if beside is not None:
            return beside
    return (
        _set_behind(phrases, noun)
        or _called(phrases, noun)
        or _included(phrases, noun)
        or _behind_body(phrases, noun)
        or _of_subject(phrases, noun)
        or _fronted(phrases, noun)
    )


def _is_whose(phrases: Phrases, noun: int) -> bool:
    """Whether the noun opens a clause that the parser did not see: "Acme, *whose chairman*, Jon Roe, has left"."""
    owner = phrases.tokens.child(noun, "poss")
    return owner is not None and phrases.tokens.tag[owner] == "WP$"


def _hung_on(phrases: Phrases, noun: int) -> list[int] | None:
    """What ``noun`` is hung on as an apposition or a title; ``None`` where that tells nothing."""
    tokens, mentions = phrases.tokens, phrases.mentions
    head, apposition = tokens.head[noun], tokens.dep[noun] == "appos"
    if apposition and not phrases.is_name(head):
        nearer = _person_before(phrases, noun)
        if nearer is not None:
            return [nearer]
    if apposition and not phrases.is_name(head) and tokens.dep[head] in {"attr", "appos", "pobj"}:
        return [head] if phrases.mention(head) is not None else []
    name = phrases.covering[head]
    if name >= 0 and mentions[name].form == "named" and noun not in range(*mentions[name].tokens):
        return [mentions[name].head]
    return [head] if apposition and phrases.mention(head) is not None else None


def _person_before(phrases: Phrases, noun: int) -> int | None:
    """The named person right before the comma of an apposition: "the daughter of Doe, a lawyer" speaks of Doe."""
    tokens, first = phrases.tokens, phrases.tokens.left[noun]
    if first < 2 or tokens.text[first - 1] != "," or tokens.sentence[first - 1] != tokens.sentence[noun]:
        return None
    mention = phrases.covering[first - 2]
    if mention < 0 or phrases.mentions[mention].form != "named" or phrases.kind(mention) != "Person":
        return None
    return phrases.mentions[mention].head if tokens.dep[phrases.mentions[mention].head] == "pobj" else None


def _set_behind(phrases: Phrases, noun: int) -> list[int]:
    """The name behind a noun, "the mayor, Jane Doe"."""
    tokens = phrases.tokens
    if tokens.left[noun] == noun and tokens.text[noun].islower() and tokens.dep[noun] == "pobj":
        return []  # "is running for president, Doe said": a bare noun names no one
    clauses = [child for child in tokens.children[noun] if tokens.dep[child] == "relcl"]
    # "the reporter, who wrote of his time, 'Jane Doe'": behind a clause it is oftener something else
    beside = [one for one in _names_beside(phrases, noun) if all(one < clause for clause in clauses)][:1]
    return beside or _behind_comma(phrases, noun)


def _behind_comma(phrases: Phrases, noun: int) -> list[int]:
    """The name right behind the comma of a description for the same person, wherever the parser hangs it."""
    tokens, host = phrases.tokens, phrases.mention(noun)
    comma = noun + 1 if host is None else phrases.mentions[host].tokens[1]
    if host is None or comma + 1 >= len(tokens) or tokens.text[comma] != ",":
        return []
    name = phrases.covering[comma + 1]
    alike = name >= 0 and phrases.chain_of[name] == phrases.chain_of[host] >= 0
    return [phrases.mentions[name].head] if alike and phrases.mentions[name].form == "named" else []


def _called(phrases: Phrases, noun: int) -> list[int]:
    """The name by which somebody is called right behind the noun: "a lawyer *called Jude Poe*"."""
    tokens, verb = phrases.tokens, noun + 1
    if verb >= len(tokens) or tokens.head[verb] != noun or tokens.dep[verb] != "acl":
        return []
    if tokens.tag[verb] != "VBN" or tokens.lemma[verb] not in {"call", "name"}:
        return []
    name = tokens.child(verb, "oprd")
    return [name] if name is not None and name > verb and _is_named_person(phrases, name) else []


def _included(phrases: Phrases, noun: int) -> list[int]:
    """Whom a noun in the plural is said to include: "members of the bloc include Ann Lee and Bob Ray"."""
    tokens, verb = phrases.tokens, phrases.tokens.head[noun]
    if tokens.dep[noun] != "nsubj" or tokens.tag[noun] not in PLURALS or tokens.lemma[verb] != "include":
        return []
    thing = tokens.child(verb, "dobj")
    if thing is None or thing < verb or not phrases.is_name(thing):
        return []
    # "no longer include", "rarely include", "few members include", "include Ann but not Bob" are all no plain list.
    hedged = any(
        tokens.dep[child] in {"neg", "aux", "advmod", "npadvmod"} and tokens.lower[child] != "also"
        for child in tokens.children[verb]
    )
    beside = (*tokens.lower[tokens.left[noun] : noun], *tokens.lower[thing : tokens.right[thing]])
    excepted = not _EXCEPTING.isdisjoint(beside) or "non" in tokens.lower[max(noun - 2, 0) : noun]
    several = len(phrases.coordinated(noun)) > 1  # "members and guests include her": she may be either
    return [] if hedged or excepted or several else [thing]


def _names_beside(phrases: Phrases, noun: int) -> Iterator[int]:
    tokens = phrases.tokens
    for child in tokens.children[noun]:
        if tokens.dep[child] != "appos" or child < noun:
            continue
        if phrases.is_name(child):
            yield child
        else:
            yield from _behind_second(phrases, noun, child)


def _behind_second(phrases: Phrases, noun: int, second: int) -> Iterator[int]:
    """The name behind a second role, if both are one person: "her husband, the actor *Jon Roe*"."""
    host = phrases.mention(noun)
    for child in phrases.tokens.children[second]:
        mention = phrases.mention(child)
        if mention is None or host is None or not _is_named_person(phrases, child):
            continue
        titled = phrases.mentions[mention].tokens[0] == second + 1
        if titled and phrases.chain_of[mention] == phrases.chain_of[host] >= 0:
            yield child


def _behind_body(phrases: Phrases, noun: int) -> list[int]:
    """The same where the parser set the name beside the body: "the chairman of Acme, John Doe"."""
    tokens = phrases.tokens
    for child in tokens.children[noun]:
        if tokens.dep[child] == "prep" and tokens.lower[child] in {"of", "for", "at"}:
            for body in tokens.children[child]:
                other = phrases.mention(body)
                if other is not None and phrases.kind(other) == "Person":
                    continue
                persons = [one for one in _names_beside(phrases, body) if _is_named_person(phrases, one)]
                if persons:
                    return persons[:1]
    return []


def _is_named_person(phrases: Phrases, token: int) -> bool:
    mention = phrases.mention(token)
    return mention is not None and phrases.kind(mention) == "Person" and phrases.is_name(token)


def _of_subject(phrases: Phrases, noun: int) -> list[int]:
    """The name that the noun is said to be: "Her son is John Doe", "her son is the chemist John Doe"."""
    tokens, head = phrases.tokens, phrases.tokens.head[noun]
    if tokens.dep[noun] != "nsubj" or tokens.lemma[head] != "be" or tokens.child(head, "neg") is not None:
        return []
    attributes = [child for child in tokens.children[head] if tokens.dep[child] == "attr"]
    beside = [child for one in attributes for child in tokens.children[one] if tokens.dep[child] == "appos"]
    names = [one for one in (*attributes, *beside) if phrases.is_name(one)]
    # "The star is no Roe", "is another Roe": likened, and not the same
    return [one for one in names if tokens.child(one, "det", "neg") is None][:1]


def _fronted(phrases: Phrases, noun: int) -> list[int]:
    """The subject behind a comma where the noun opens the sentence: "A former lawyer, Doe joined Acme"."""
    tokens, verb = phrases.tokens, phrases.tokens.head[noun]
    if tokens.dep[noun] not in FRONTED or noun > verb or tokens.pos[verb] not in {"VERB", "AUX"}:
        return []
    comma = tokens.right[noun] - (tokens.text[tokens.right[noun] - 1] == ",")
    for child in tokens.children[verb]:
        subject = tokens.dep[child] in {"nsubj", "nsubjpass"} and noun < child < verb
        if subject and tokens.text[comma] == "," and tokens.left[child] == comma + 1:
            return [child] if _is_named_person(phrases, child) else []
    return []


def _of_copula(phrases: Phrases, verb: int) -> list[int]:
    """Whom a copula, or a verb of naming, speaks of."""
    tokens = phrases.tokens
    if tokens.pos[verb] not in {"VERB", "AUX"}:
        return []
    if tokens.lemma[verb] in COPULAS or _is_passive(phrases, verb):
        return _subject(phrases, verb)
    # "name her chairman" parses her as the subject of a small clause
    return _object(phrases, verb)


def _of_as(phrases: Phrases, governor: int) -> list[int]:
    """Whom "as" speaks of, by what governs it: "Doe served as", "appointed Doe as", "Doe's time as"."""
    tokens = phrases.tokens
    lemma = tokens.lemma[governor].lower()
    if tokens.pos[governor] in NOUNS:
        return _holder(phrases, governor) if lemma in TENURES else []
    if tokens.pos[governor] not in {"VERB", "AUX"} or lemma in JUDGING:
        return []
    if _is_passive(phrases, governor) or lemma not in OF_OBJECT:
        return _subject(phrases, governor)
    return _object(phrases, governor)


def _right_before(phrases: Phrases, preposition: int) -> list[int]:
    """Whom "as" follows where "with" brings him in: "took office with Doe as secretary"."""
    tokens, mention = phrases.tokens, phrases.covering[preposition - 1] if preposition else -1
    if mention < 0 or phrases.mentions[mention].form != "named" or phrases.kind(mention) != "Person":
        return []
    head = phrases.mentions[mention].head
    brought = tokens.dep[head] == "pobj" and tokens.lower[tokens.head[head]] == "with"
    return [head] if brought else []


def _holder(phrases: Phrases, tenure: int) -> list[int]:
    """Whose tenure it is: its owner's, else of the subject of its verb ("She took on a role as treasurer")."""
    tokens = phrases.tokens
    owner = tokens.child(tenure, "poss")
    if owner is not None:
        return [owner]
    taken = tokens.dep[tenure] == "dobj" and tokens.pos[tokens.head[tenure]] == "VERB"
    return _subject(phrases, tokens.head[tenure]) if taken else []


def _is_passive(phrases: Phrases, verb: int) -> bool:
    tokens = phrases.tokens
    participle = tokens.dep[verb] == "acl" and tokens.tag[verb] == "VBN"
    return participle or any(tokens.dep[child] in {"nsubjpass", "auxpass"} for child in tokens.children[verb])


def _subject(phrases: Phrases, verb: int) -> list[int]:
    """Who does it; whom another named for it where he is the object of that: "nominated *Doe* to serve as chair"."""
    tokens = phrases.tokens
    if tokens.dep[verb] == "xcomp" and tokens.tag[verb] == "VB" and tokens.child(verb, "nsubj") is None:
        named = [one for one in _object(phrases, tokens.head[verb]) if one < verb]
        if named:
            return named
    subject = phrases.subject(verb)
    return [] if subject is None else [subject]


def _object(phrases: Phrases, verb: int) -> list[int]:
    tokens = phrases.tokens
    for child in tokens.children[verb]:
        if tokens.dep[child] == "dobj" and (phrases.is_name(child) or tokens.pos[child] == "PRON"):
            return [child]
    return []
