"""What is coordinated with a name: wives of whom only the title is there, and "other cities" behind a city.

"Mr. and Mrs. John Roe met Ann Lee" says it of the wife too: the parser takes "Mrs." for a part of the husband's name,
or "Mr." for the subject by itself. Of "paid workers in Riga and other cities" it has the cities paid.
"""

from __future__ import annotations

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import FINITE, Tokens, rehung, with_heads

WIFE = frozenset({"Mrs", "Mrs."})
"""The title that can stand before the husband's name: "Mrs. John Roe", "Mr. and Mrs. Roe"."""
AND = frozenset({"and", "&"})
_CLAUSE_JOINTS = frozenset({"and", "but"})
_MOST_HELPERS = 5
"""Tokens from "others" to its verb: "others have not yet been told"."""
_HUSBANDS = frozenset(
    {"Mr", "Mr.", "Dr", "Dr.", "Prof.", "Professor", "Rev.", "Sen.", "Senator", "Gov.", "Governor", "President",
     "Judge", "Ambassador", "Col.", "Colonel", "Gen.", "General", "Capt.", "Captain"}
)  # fmt: skip
"""Titles that stand before "and Mrs." in the name of a couple."""


def join_couples(tokens: Tokens) -> Tokens:
    """Make "Mrs." between a husband's title and his name a conjunct of the name, and his title a part of it."""
    head, dep = list(tokens.head), list(tokens.dep)
    moved = False
    for wife, word in enumerate(tokens.text):
        if word in WIFE and is_of_couple(tokens, wife):
            name = _name_end(tokens, wife)
            if name > wife:
                _hang(head, dep, wife, name)
                moved = True
    if not moved:
        return tokens
    return rehung(tokens, head, dep)


def is_of_couple(tokens: Tokens, wife: int) -> bool:
    """Whether "and" and the title of the husband stand before the token ``wife``, which is "Mrs."."""
    return wife > 1 and tokens.lower[wife - 1] in AND and tokens.text[wife - 2] in _HUSBANDS


def _name_end(tokens: Tokens, wife: int) -> int:
    """The last of the names right behind "Mrs.", or "Mrs." itself."""
    last = wife
    end = tokens.bounds(wife)[1]
    while last + 1 < end and tokens.pos[last + 1] == "PROPN" and tokens.text[last + 1][0].isupper():
        last += 1
    return last


def _hang(head: list[int], dep: list[str], wife: int, name: int) -> None:
    """Hang both titles and what is between them on the last name, which takes the husband's title's place."""
    title = wife - 2
    own = range(title, name + 1)
    above = next(
        (token for token in (name, wife, title) if head[token] not in own or head[token] == token), name
    )
    if above != name:
        head[name], dep[name] = (name if head[above] == above else head[above]), dep[above]
    for token, other in enumerate(head):
        if other in (title, wife) and token not in own:
            head[token] = name
    for token, label in ((title, "compound"), (wife - 1, "cc"), (wife, "conj")):
        head[token], dep[token] = name, label
    for token in range(wife + 1, name):
        if head[token] not in range(wife + 1, name + 1):
            head[token], dep[token] = name, "compound"


def rehang_others(tokens: Tokens) -> Tokens:
    """Give names their place before "and other firms", and "other cities" theirs behind the name of a city.

    The parser takes a name that it does not know for a modifier of "firms"; of "workers in Riga and other cities" it
    coordinates the cities with the workers.
    """
    moves: dict[int, tuple[int, str]] = {}
    for other, word in enumerate(tokens.lower):
        joint = other - 1
        if word != "other" or joint < 1 or tokens.lower[joint] not in _JOINTS:
            continue
        name, noun = joint - 1, tokens.head[other]
        if tokens.pos[name] != "PROPN":
            continue
        if tokens.dep[other] == "conj" and noun == name and tokens.dep[name] in _MODIFIERS:
            noun = tokens.head[name]
            if noun > other and tokens.head[noun] != noun:
                moves[name] = (tokens.head[noun], tokens.dep[noun])
                moves[noun], moves[other], moves[joint] = (name, "conj"), (noun, "amod"), (name, "cc")
        elif (
            tokens.dep[noun] == "conj"
            and tokens.lemma[noun] in _PLACES
            and tokens.left[noun] == other
            and tokens.head[noun] < name
            and tokens.dep[name] in ("pobj", "conj")
        ):
            moves[noun], moves[joint] = (name, "conj"), (name, "cc")
    return with_heads(tokens, moves)


def part_others(tokens: Tokens) -> Tokens:
    """Make "others" the subject of the clause that begins with them: "said he would come and *others* have said no".

    The parser takes them for a second thing behind the verb before, and the first subject for who did both.
    """
    moves: dict[int, tuple[int, str]] = {}
    for other, word in enumerate(tokens.lower):
        if word != "others" or tokens.dep[other] != "conj" or tokens.lower[other - 1] not in _CLAUSE_JOINTS:
            continue
        for verb in range(other + 1, min(other + _MOST_HELPERS, len(tokens))):
            if tokens.dep[verb] != "conj" or tokens.pos[verb] not in {"VERB", "AUX"}:
                continue
            helped = tokens.left[verb] == other + 1 and tokens.tag[other + 1] in FINITE
            if tokens.head[verb] < other and helped and tokens.child(verb, "nsubj", "nsubjpass") is None:
                moves[other], moves[other - 1] = (verb, "nsubj"), (tokens.head[verb], "cc")
            break
    return with_heads(tokens, moves)


_PLACES = load_vocabulary("propositions").words("nouns-of-places")
_JOINTS = frozenset({"and", "or"})
_MODIFIERS = frozenset({"nmod", "compound"})
