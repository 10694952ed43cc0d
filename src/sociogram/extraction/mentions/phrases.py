"""Noun phrases of common nouns and pronouns as mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.kinds import ORGANIZATIONS, noun_kind
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Gender, Mention, Number

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.parsed import ParsedDocument
    from sociogram.parse.tokens import Tokens

_ROLES = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "dative",
        "attr",
        "appos",
        "conj",
        "ROOT",
        "oprd",
        "poss",
        "agent",
        "csubj",
        "npadvmod",
        "nmod",
        "pcomp",
        "acomp",
        "dep",
        "advcl",
        "relcl",
        "ccomp",
        "intj",
        "parataxis",
        "iobj",
        "obj",
        "obl",
        "nsubj:pass",
    ]
)
_MOST_HYPHENS = 20
"""Parts of one word before a noun: "out-of-the-way" has four; in a row of thousands each looks back at them."""
_BEFORE = frozenset(
    [
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "predet",
        "nmod",
        "quantmod",
        "advmod",
        "punct",
        "neg",
        "case",
    ]
)
_AT_LEAST = frozenset({"least", "most"})
_MERELY = frozenset({"only", "merely", "simply", "early"})
_WORDS = load_vocabulary("mentions")
_PLURALS_WITHOUT_S = _WORDS.words("plurals-without-s")
_CONDITIONS = _WORDS.words("before-condition")
_TALLIES = _WORDS.words("tallies")
_FIGURING = _WORDS.words("figuring-verbs")
_SEATS = _WORDS.words("seats")
_NEAR_BODY = 400
"""Tokens before "the body" in which a text must have said whose it is."""
_WITH_PROGRAMMES = _WORDS.words("with-programmes")
_BEFORE_SEATS = _WORDS.words("before-seats")
_ON_SEATS = _WORDS.words("on-seats")
_SHARES = _WORDS.words("shares")
_HEADLESS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any", "every", "each"})
_SCORE_DASHES = frozenset({"-", "–", "—"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_PERSONS_POSSESSIVES = frozenset({"his", "her", "my", "your", "their", "our"})
_DEED_PREPOSITIONS = frozenset({"to", "in", "on"})
_INDEFINITE_PRONOUNS = frozenset(
    {"everyone", "everybody", "someone", "somebody", "anyone", "others", "nobody"}
)
_PERSONAL: dict[str, tuple[Number, Gender, int]] = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("singular", "unknown", 1)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("plural", "unknown", 1)),
    **dict.fromkeys(("you", "your", "yours", "yourself"), ("unknown", "unknown", 2)),
    "yourselves": ("plural", "unknown", 2),
    **dict.fromkeys(("he", "him", "his", "himself"), ("singular", "male", 3)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("singular", "female", 3)),
    **dict.fromkeys(("it", "its", "itself"), ("singular", "neuter", 3)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("plural", "unknown", 3)),
    **dict.fromkeys(("who", "whom", "whose", "which"), ("unknown", "unknown", 3)),
    **dict.fromkeys(("this", "that"), ("singular", "neuter", 3)),
    **dict.fromkeys(("these", "those"), ("plural", "unknown", 3)),
}


def pronoun_mention(parsed: ParsedDocument, tokens: Tokens, token: int) -> Mention | None:
    """The pronoun at ``token``, or ``None``."""
    lower = tokens.lower[token]
    if lower not in _PERSONAL or tokens.pos[token] not in {"PRON", "DET", "PROPN"}:
        return None
    if lower in _DEMONSTRATIVES and (tokens.dep[token] not in _HEADLESS or tokens.tag[token] == "WDT"):
        return None
    if lower == "us" and tokens.text[token] == "US":
        return None
    if lower == "i" and tokens.text[token] == "i":
        return None
    number, gender, person = _PERSONAL[lower]
    start, end = parsed.span(token, token + 1)
    animate = gender in {"male", "female"} or person < 3 or lower in {"who", "whom"}
    return Mention(
        index=0,
        start=start,
        end=end,
        text=parsed.document.text[start:end],
        phrase=(start, end),
        tokens=(token, token + 1),
        head=token,
        form="pronoun",
        kind="Person" if animate else "Thing",
        name=lower,
        number=number,
        gender=gender,
        person=person,
    )


def nominal_mention(parsed: ParsedDocument, tokens: Tokens, head: int, lists: ActorLists) -> Mention | None:
    """The noun phrase with the head ``head``, or ``None``."""
    if not heads_phrase(tokens, head):
        return None
    first = phrase_start(tokens, head)
    if tokens.sentence[first] != tokens.sentence[head]:
        first = head
    lower = tokens.lower[head]
    kind = noun_kind(tokens.lemma[head], lower, tokens.lower[head - 1] if first < head else "", lists.nouns)
    if kind == "Person" and (is_body_part(tokens, head, lists) or is_furniture(tokens, head)):
        kind = "Thing"
    if kind == "Person" and is_tally(tokens, head):
        kind = "Work"
    if kind == "Organization" and is_corpse(tokens, head, lists):
        kind = "Thing"
    if kind == "Platform" and is_programme(tokens, head):
        kind = "Work"
    if kind in ORGANIZATIONS and is_deed(tokens, head, lists):
        kind = "Thing"
    if kind == "Country" and is_condition(tokens, head):
        kind = "Thing"
    plural = tokens.tag[head] in {"NNS", "NNPS"}
    if plural and kind == "Person":
        kind = "Collective"
    bare = first
    while bare < head and (tokens.lower[bare] in _DETERMINERS or tokens.dep[bare] == "predet"):
        if tokens.lower[bare] in _DEMONSTRATIVES and tokens.head[bare] != head:
            break  # "*this* year's entertainer"
        bare += 1
    share = share_of(tokens, head) if kind == "Collective" else None
    if share is not None:
        first = bare = share
    last = (tokens.numeral(head) or head) + 1
    start, end = parsed.span(first, last)
    name_start, name_end = parsed.span(bare, last)
    name = " ".join(parsed.document.text[name_start:name_end].split())
    return Mention(
        index=0,
        start=start,
        end=end,
        text=parsed.document.text[start:end],
        phrase=parsed.span(min(first, tokens.left[head]), phrase_end(tokens, head)),
        tokens=(first, last),
        head=head,
        form="nominal",
        kind=kind,
        name=name if share is None else name[0].lower() + name[1:],
        number="plural" if plural or lower in _PLURALS_WITHOUT_S else "singular",
        gender=noun_gender(tokens.lemma[head].lower(), kind, lists),
    )


def share_of(tokens: Tokens, head: int) -> int | None:
    """The word that counts out some of the people at ``head``, who are not all of them: "*many* of the workers"."""
    link = tokens.head[head]
    if tokens.dep[head] != "pobj" or tokens.lower[link] != "of" or tokens.child(head, "poss") is not None:
        return None  # "many of his aides" have their owner's name
    if tokens.child(head, "conj") is not None:
        return None  # "many of the witnesses and documents" counts both together
    share = tokens.head[link]
    alone = (
        tokens.dep[link] == "prep"
        and share == link - 1
        and not any(child < share for child in tokens.children[share])
    )
    return share if alone and tokens.lower[share] in _SHARES else None


def phrase_start(tokens: Tokens, head: int) -> int:
    """The first token of the noun phrase with the head ``head``."""
    before = [child for child in tokens.children[head] if child < head and tokens.dep[child] in _BEFORE]
    owner = next((child for child in before if tokens.tag[child] == "PRP$"), None)
    if owner is not None:
        # "When I was ten my father": a number before the owner counts something else.
        before = [child for child in before if child >= owner or tokens.dep[child] != "nummod"]
    first = min([head, *(tokens.left[child] for child in before)])
    while (
        first < head
        and tokens.pos[first] in {"PUNCT", "ADV", "CCONJ"}
        and tokens.lower[first] not in {"more", "most"}
        and not is_hyphened(first, tokens)
        and not _is_part_of_kind(first, tokens)
    ):
        first += 1
    if 0 < first < head and tokens.lower[first] in _AT_LEAST and tokens.lower[first - 1] == "at":
        first += 1  # "at least *nineteen people*"
    for _ in range(_MOST_HYPHENS):
        if first < 2 or not is_hyphened(first - 2, tokens):
            break
        first -= 2  # "*mid-*level officials"
    return first


def is_hyphened(token: int, tokens: Tokens) -> bool:
    """Whether a hyphen without spaces ties the token to the next one: "high-ranking"."""
    if token + 2 >= len(tokens) or tokens.text[token + 1] != "-":
        return False
    return all(
        tokens.offset[one] + len(tokens.text[one]) == tokens.offset[one + 1] for one in (token, token + 1)
    )


def is_deed(tokens: Tokens, head: int, lists: ActorLists) -> bool:
    """Whether a noun that can name a body is what somebody does: "her opposition to it", "U.S. leadership"."""
    if tokens.lower[head] not in lists.words["deed"]:
        return False
    return any(
        tokens.dep[child] == "poss"
        or (child < head and tokens.dep[child] in {"compound", "nmod"})
        or (tokens.dep[child] == "prep" and tokens.lower[child] in _DEED_PREPOSITIONS)
        for child in tokens.children[head]
    )


def is_condition(tokens: Tokens, head: int) -> bool:
    """Whether "state" is how something is: "his mental *state*", "a *state* of shock", not "the state of Ohio"."""
    if tokens.lower[head] not in {"state", "states"}:
        return False
    return any(
        tokens.lower[child] in _CONDITIONS
        if tokens.dep[child] in {"amod", "compound"}
        else tokens.dep[child] == "prep"
        and tokens.lower[child] == "of"
        and any(tokens.tag[one] == "NN" for one in tokens.children[child])
        for child in tokens.children[head]
    )


def is_corpse(tokens: Tokens, head: int, lists: ActorLists) -> bool:
    """Whether "body" is a person's own: "Ann Quill's *body*", or "the *body*" in a text that has spoken of it so."""
    if tokens.lower[head] != "body":
        return False
    owner = tokens.child(head, "poss")
    if owner is not None:
        return (
            tokens.lower[owner] in {"his", "her"}
            or tokens.ent[owner] == "PERSON"
            or lists.nouns.get(tokens.lower[owner]) == "Person"
        )
    before = (
        token for token in range(max(0, head - _NEAR_BODY), head) if tokens.child(token, "poss") is not None
    )
    bare = tokens.lower[head - 1] == "the" if head else False
    return bare and any(is_corpse(tokens, token, lists) for token in before)


def is_programme(tokens: Tokens, head: int) -> bool:
    """Whether a platform is what a party or its convention stands for, and no service: "the party's *platform*"."""
    return any(
        tokens.lower[child] in _WITH_PROGRAMMES and tokens.dep[child] in {"poss", "compound"}
        for child in tokens.children[head]
    )


def is_body_part(tokens: Tokens, head: int, lists: ActorLists) -> bool:
    """Whether a noun for a leader is a part of somebody: "shook his head", not "its head of research"."""
    if tokens.lower[head] not in lists.words["body_part"] or head == 0:
        return False
    if tokens.lower[head - 1] not in _PERSONS_POSSESSIVES:
        return False
    return tokens.dep[head] in {"dobj", "pobj"} and not any(
        tokens.dep[child] == "prep" and tokens.lower[child] == "of" for child in tokens.children[head]
    )


def is_furniture(tokens: Tokens, head: int) -> bool:
    """Whether a noun for a post is what one sits on: "fell into the west side chair", not "chair of the board"."""
    if tokens.lower[head] not in _SEATS:
        return False
    if any(tokens.dep[child] == "prep" and tokens.lower[child] == "of" for child in tokens.children[head]):
        return False
    if head and tokens.lower[head - 1] in _BEFORE_SEATS:
        return True
    top = next(one for one in tokens.climb(head) if tokens.dep[one] != "conj" or tokens.head[one] == one)
    return tokens.dep[top] == "pobj" and tokens.lower[tokens.head[top]] in _ON_SEATS


def is_tally(tokens: Tokens, head: int) -> bool:
    """Whether a noun for a person is figures: "the delegate count", "the model gives her two states"."""
    if tokens.lemma[head].lower() not in _TALLIES:
        return False
    verb = tokens.head[head]
    if tokens.dep[head] == "nsubj" and tokens.lemma[verb].lower() in _FIGURING:
        return True
    counted = tokens.child(head, "compound")
    behind = tokens.child(head, "prep")
    of = tokens.child(behind, "pobj") if behind is not None and tokens.lower[behind] == "of" else None
    return (counted is not None and tokens.pos[counted] == "NOUN" and tokens.lower[head] == "count") or (
        of is not None and tokens.pos[of] == "NOUN" and tokens.tag[of] in {"NNS", "NN"}
    )


def noun_gender(lemma: str, kind: str, lists: ActorLists) -> Gender:
    """The gender that a noun says of its bearer; things and groups are neuter."""
    if lemma in lists.words["female_noun"]:
        return "female"
    if lemma in lists.words["male_noun"]:
        return "male"
    return "unknown" if kind in {"Person", "Collective", "Thing"} else "neuter"


def _is_part_of_kind(adverb: int, tokens: Tokens) -> bool:
    """Whether an adverb says how far an adjective goes and tells who is meant: "*largely* rural towns"."""
    adjective = tokens.head[adverb]
    own = tokens.dep[adverb] == "advmod" and tokens.dep[adjective] == "amod" and adjective == adverb + 1
    return own and tokens.lower[adverb].endswith("ly") and tokens.lower[adverb] not in _MERELY


def heads_phrase(tokens: Tokens, token: int) -> bool:
    """Whether a noun phrase has its head at ``token``."""
    pos = tokens.pos[token]
    if tokens.dep[token] not in _ROLES or not tokens.text[token][-1].isalnum():
        return False
    if tokens.lower[token] == "law" and tokens.lower[token - 3 : token] == ("-", "in", "-"):
        return False  # "her brother-in-*law*"
    if pos in {"NOUN", "PROPN"}:
        return True
    if pos in {"ADJ", "NUM"} and tokens.dep[token] in _HEADLESS:
        return any(tokens.dep[child] == "det" for child in tokens.children[token] if child < token)
    return pos == "PRON" and tokens.lower[token] in _INDEFINITE_PRONOUNS


def phrase_end(tokens: Tokens, head: int) -> int:
    """The right end of the subtree of ``head`` without coordinated phrases and closing punctuation."""
    last = tokens.right[head]
    for child in tokens.children[head]:
        if child > head and tokens.dep[child] in {"cc", "conj"}:
            last = min(last, tokens.left[child])
            break
    while last - 1 > head and tokens.lower[last - 1] in {",", ";", "'s", "’s", "'", "’", ".", ":", '"', "”"}:
        last -= 1
    if (
        last < len(tokens)
        and last - 1 > head
        and tokens.text[last] in _SCORE_DASHES
        and tokens.text[last - 1].isdigit()
    ):
        last -= 1  # the first half of a score
    return max(last, head + 1)
