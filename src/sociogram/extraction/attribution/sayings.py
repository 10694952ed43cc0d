"""What somebody says as a relation of his to the words, whether or not they name anybody.

Policy: the source is named or described ("two officials", "the report"), or a pronoun that stands for somebody; the cue
is a verb of saying, and its content a quotation or a clause with a subject of its own. What the writer says of himself
is left to the statements.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from sociogram.knowledge.confidence import FORM, SAYING
from sociogram.knowledge.cues import ACCORDING, Cues, load_cues
from sociogram.knowledge.ontology import FALLBACK
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Attribution, Chain, Mention, Origin, RelationMention, Span
from sociogram.parse.tokens import FINITE, PLURALS

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument
    from sociogram.parse.tokens import Tokens

SAID = frozenset({"say", "claim", "promise", "predict", "demand"})
"""Classes of cues that are said aloud. What somebody denies he does not say; what he thinks or hopes he need not."""
DEEPEST = 3
"""Sayings within sayings that are told; what lies deeper is a wrong parse, and each asks all that are around it."""
ASKING = frozenset({"what", "who", "whom", "whose", "which", "where", "when", "why", "how", "whether", "if",
                    "whatever", "whoever", "wherever"})  # fmt: skip
"""Words before a clause that names a question and tells no answer: "told us what they get"."""
CLAUSAL = FINITE | {"VB"}
"""Tags of verbs of a clause behind a verb of saying, subjunctives among them: "demanded that Doe be fired"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SILENT = load_vocabulary("qualification").words("held-silently")
_SHOWING = load_vocabulary("qualification").words("showing-verbs")
_MEASURES = frozenset({"proportion", "share", "percentage", "number", "fraction", "rate"})
"""Nouns for how many, which say nothing themselves."""
_THINGS = frozenset({"Work", "Event", "Law", "Thing", "Text"})
LONGEST = 400
"""Characters of what is said; a longer speech is cut at a space, and its place leads to all of it."""


def find_sayings(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    attributions: Sequence[Attribution],
) -> Iterator[RelationMention]:
    """A relation for each attribution that has a source, a cue and a content, in their order."""
    cues, tokens = load_cues(), parsed.tokens
    at_head = _at_head(mentions)
    named = {mention.index for mention in mentions if mention.form == "named"}
    people = {
        index: not named.isdisjoint(chain.mentions)
        for chain in chains
        if chain.kind not in _NO_SPEAKERS
        for index in chain.mentions
    }
    for one in attributions:
        if one.source_head is None or one.cue_head is None or not one.cue or not one.content:
            continue
        if _depth(one, attributions) > DEEPEST or not _tells(one, cues, tokens):
            continue
        shown = _is_shown(one, at_head)
        words = " … ".join(" ".join(parsed.text(span).split()) for span in one.content)
        first, last = tokens.sentences[tokens.sentence[one.cue_head]]
        for source in _sources(one, one.source_head, one.cue_head, at_head, people, tokens):
            yield RelationMention(
                subject=source.index,
                relation=FALLBACK if shown else "said",
                object=None,
                literal=("Text", _cut(words), one.content[0]),
                lemma=one.verb,
                trigger=one.cue[0],
                sentence=parsed.span(first, last),
                confidence=SAYING * FORM[source.form],
                rule="said.quotation@1" if one.direct else "said.clause@1",
                origin=Origin.OPEN if shown else Origin.SAYING,
            )


def _sources(
    one: Attribution,
    head: int,
    cue: int,
    at_head: Mapping[int, Mention],
    people: Mapping[int, bool],
    tokens: Tokens,
) -> Iterator[Mention]:
    """Who says it, each of those whom "and" joins: "Ann Lee and Bob Ray said"; ``people`` as of ``_is_known``."""
    for each in tokens.joined(head, one.source):
        source = at_head.get(each)
        if source is None or (source.form == "pronoun" and not _is_known(source, people, tokens)):
            continue
        if tokens.lemma[each].lower() in _MEASURES and tokens.dep[cue] == "acl":
            continue  # in "the share of voters saying that" the voters say it
        if not (source.demonym and tokens.tag[source.head] in PLURALS):
            yield source  # what "many Germans" say does not Germany


def _is_known(pronoun: Mention, people: Mapping[int, bool], tokens: Tokens) -> bool:
    """Whether the pronoun stands for somebody but the writer; "voters who say so" are told apart only by what they say.

    ``people`` has the mentions of actors' chains, and whether the chain has a name.
    """
    if pronoun.person == 1 or pronoun.index not in people:
        return False
    relative = tokens.tag[pronoun.head] in _RELATIVES and tokens.text[pronoun.head - 1] not in _PARTED
    return people[pronoun.index] or not relative


_NO_SPEAKERS = frozenset({"Thing", "Event", "Place", "Quantity", "Date", "Money"})
_RELATIVES = frozenset({"WP", "WDT"})
_PARTED = frozenset({",", "(", "-", "–", "—", "--"})


def _holds_a_clause(one: Attribution, tokens: Tokens, tags: AbstractSet[str] = FINITE) -> bool:
    """Whether the quotation has a verb with a tense, as 'named the robot "Robogee"' and 'aims to close "the gap"' lack.

    It is asked of verbs that are not known to open a quotation.
    """
    return any(
        tokens.tag[token] in tags
        for start, end in one.content
        for token in range(bisect_left(tokens.begin, start), bisect_left(tokens.begin, end))
    )


def find_spoken(
    parsed: ParsedDocument, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> frozenset[int]:
    """The tokens of the cues by which somebody says something, whoever he is; each has a content that is told."""
    cues, tokens = load_cues(), parsed.tokens
    at_head = _at_head(mentions)
    return frozenset(
        one.cue_head
        for one in attributions
        if one.cue_head is not None
        and one.content
        and _tells(one, cues, tokens)
        and not _is_shown(one, at_head)
    )


def _tells(one: Attribution, cues: Cues, tokens: Tokens) -> bool:
    """Whether the cue says something, and the content is what it says."""
    return _is_said(one, cues) and _is_told(one, cues, tokens)


def _is_shown(one: Attribution, at_head: Mapping[int, Mention]) -> bool:
    """Whether a thing lets it be seen: what "a poll suggests" it does not say, so the verb's own word is told."""
    source = at_head.get(one.source_head) if one.source_head is not None else None
    return not one.direct and one.verb in _SHOWING and source is not None and source.kind in _THINGS


def _depth(one: Attribution, attributions: Sequence[Attribution]) -> int:
    """How many attributions hold ``one``, as far as that matters."""
    depth = 0
    while one.parent is not None and depth <= DEEPEST:
        one = attributions[one.parent]
        depth += 1
    return depth


def _is_told(one: Attribution, cues: Cues, tokens: Tokens) -> bool:
    """Whether the content is a quotation, or a clause with a subject of its own that is no question.

    Of "promised to fund", "its plan to fund" and "talked of funds" the statement is the infinitive's or the verb's own.
    """
    cue = one.cue_head
    if one.verb == ACCORDING:
        return _holds_a_clause(one, tokens) and not any(_asks(span, tokens) for span in one.content)
    # "quoted Doe as saying", "was accused of saying": it is not the subject who says it.
    if cue is None or tokens.dep[cue] == "pcomp":
        return False
    if one.direct:
        frames = cues.verbs.get(one.verb, {})
        likened = "as" in frames and any(tokens.lower[child] == "as" for child in tokens.children[cue])
        # 'citing "The Wire" as his favourite' speaks of what is quoted
        return ("quote" in frames and not likened) or _holds_a_clause(one, tokens)
    planned = any(
        tokens.tag[child] == "TO" for child in tokens.children[cue]
    )  # "to discuss" is said by nobody yet
    if planned or tokens.pos[cue] not in ("VERB", "AUX"):
        return False
    if not _holds_a_clause(one, tokens, CLAUSAL):
        return False  # "admitted ten refugees" says nothing
    if tokens.tag[bisect_left(tokens.begin, one.content[0][0])] == "TO":
        return False  # "was heard vowing to fund it"
    clauses = [child for child in tokens.children[cue] if tokens.dep[child] in ("ccomp", "parataxis")]
    if tokens.dep[cue] in ("parataxis", "ccomp"):
        clauses.append(tokens.head[cue])
    return any(_states(clause, cue, tokens) for clause in clauses if clause != cue)


def _asks(content: Span, tokens: Tokens) -> bool:
    first, last = (bisect_left(tokens.begin, place) for place in content)
    return tokens.lower[first] in ASKING or "?" in tokens.text[first:last]


def _states(clause: int, cue: int, tokens: Tokens) -> bool:
    own = [child for child in tokens.children[clause] if child != cue]
    first = min([clause, *(tokens.left[child] for child in own)])
    asked = tokens.lower[first] in ASKING or "?" in tokens.text[clause : tokens.right[clause] + 1]
    return not asked and any(tokens.dep[child] in SUBJECTS for child in own)


def _at_head(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The mention of each head, a name before a noun phrase."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        kept = found.get(mention.head)
        if mention.head >= 0 and (kept is None or (mention.form == "named") > (kept.form == "named")):
            found[mention.head] = mention
    return found


def _is_said(one: Attribution, cues: Cues) -> bool:
    """Whether the cue is one by which somebody says something; any verb may frame a quotation."""
    frames = cues.verbs.get(one.verb)
    if one.verb == ACCORDING:
        return True
    if one.direct:
        return frames is None or frames.get("quote", "say") in SAID
    return frames is not None and frames.get("clause", "") in SAID and one.verb not in _SILENT


def _cut(words: str) -> str:
    """The words in few enough characters, without the marks of the one quotation that they may be."""
    words = words.strip(" ,")
    inner = words.strip("\"“”‘’' ,")
    if _QUOTES.isdisjoint(inner) and "''" not in inner:
        words = inner
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"


_QUOTES = frozenset('"“”')
