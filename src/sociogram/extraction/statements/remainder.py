"""What a clause says behind its predicate: a stretch of the text, from its first object to the last that belongs to it.

The stretch ends where the sentence goes on to something else: at a coordinated verb, at a clause of time or reason, at
what a comma sets off. So the words of a statement are always ``text[start:end]``, whole phrases, and true alone.
"""

from __future__ import annotations

from sociogram.knowledge.cues import Cues
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Span
from sociogram.parse.tokens import DATED, FINITE, Range, Tokens

BARE_GOVERNORS = frozenset({"let", "make", "help", "have", "see", "hear", "watch", "feel"})
"""Verbs whose infinitive stands without "to"."""

ENDING = frozenset({"conj", "cc", "parataxis", "nsubj", "nsubjpass", "csubj", "expl", "intj", "dep", "meta"})
"""What hangs on the verb and is no more of what it says."""
ADVERBS = frozenset({"advmod", "npadvmod", "tmod", "neg", "prt", "aux", "auxpass", "punct"})
"""What does not open a stretch: "said yesterday that …"."""
STOPS = frozenset({";", ":", "–", "—", "―", "--", "-", "(", ")", "..."})
LOOSE = frozenset(
    {"appos", "relcl", "acl", "advcl", "parataxis", "cc", "conj", "dep", "punct", "prep", "npadvmod"}
)
"""What may be cut from the right end, where a comma sets it off."""
BEHIND_COMMA = frozenset({"appos", "relcl", "acl", "advcl", "parataxis", "dep", "prep", "npadvmod"})
REASONS = frozenset(
    {"because", "if", "unless", "although", "though", "while", "whereas", "than", "even", "as"}
)
"""First words of clauses that are nothing that a verb says: "we can because …"."""
_DEED_TIMES = frozenset({"after", "before", "since", "while", "upon"})
MARKS = frozenset('"“”«»')
CLOSING = frozenset("”»")
TRIMMED = frozenset({",", ";", ":", ".", "–", "—", "―", "--", "-", "?", "!"})
MERELY = frozenset({"just", "only", "merely", "simply"})
"""Adverbs behind a "not" that do not deny: what "is not just a plan" is a plan."""
UNDENYING = load_vocabulary("qualification").words("undenying-nouns")
TIME_NOUNS = load_vocabulary("verbs").words("time-nouns")
USING = load_vocabulary("statements").words("gerund-verbs")
FARTHEST = 400
"""Tokens of a stretch of which the end is looked for; what is longer is told by nobody."""
LONGEST = 40
"""Tokens; what is longer is no phrase that a reader takes in, and oftener a wrong parse."""


def remainder(verb: int, behind: int, tokens: Tokens) -> Range | None:
    """The tokens that the clause of ``verb`` says from the token ``behind`` on, or ``None``."""
    first = last = clause = time = None
    comma = False
    for child in tokens.children[verb]:
        if child < behind or tokens.left[child] < behind:
            continue
        dep = tokens.dep[child]
        if dep == "punct":
            if tokens.text[child] in STOPS:
                break
            comma = comma or tokens.text[child] == ","
            continue
        if dep in ENDING or (comma and dep not in ("dobj", "attr", "acomp", "oprd", "xcomp")):
            break
        busy = dep == "advcl" and last == tokens.left[child] and _is_pursuit(child, last - 1, verb, tokens)
        if _is_time_of_deed(child, tokens) or (
            dep == "advcl"
            and not busy
            and not _is_purpose(child, tokens)
            and not _is_use(child, verb, tokens)
            and not (first is not None and _is_capacity(child, tokens))
        ):
            clause = child
            break
        if first is None and dep in ADVERBS and not _is_measured(child, tokens):
            continue
        if first is None and (_is_date(child, tokens) or is_duration(child, tokens)):
            # "voted *on Monday* to sell": the claim has it beside its words.
            counted = not is_duration(child, tokens) or _is_counted(child, tokens)
            time = child if time is None and counted else time
            continue
        first = tokens.left[child] if first is None else first
        last = tokens.right[child]
    if first is None and time is not None:
        first, last = tokens.left[time], tokens.right[time]
    if first is None or last is None:
        # "was deported after they won": where nothing else is said, when that was is all that is told.
        if clause is None or comma or tokens.lower[tokens.left[clause]] in REASONS:
            return None
        return trimmed(tokens.left[clause], tokens.right[clause], tokens)
    return trimmed(first, last, tokens)


def is_mere_date(rest: Range, verb: int, tokens: Tokens) -> bool:
    """Whether ``rest`` is the date of ``verb`` and no more: "was arrested *on Monday*"."""
    return any(
        (tokens.left[child], tokens.right[child]) == rest
        and (_is_date(child, tokens) or _is_deadline(child, tokens))
        for child in tokens.children[verb]
    )


def _is_deadline(agent: int, tokens: Tokens) -> bool:
    """Whether a "by" that the parser takes for an agent's leads to a date: "is appointed by June"."""
    noun = tokens.child(agent, "pobj") if tokens.lower[agent] == "by" else None
    return noun is not None and tokens.ent[noun] in DATED


def _is_date(preposition: int, tokens: Tokens) -> bool:
    """Whether a phrase tells by a date when it was done: "in August", "on Monday night"."""
    noun = tokens.child(preposition, "pobj") if tokens.dep[preposition] == "prep" else None
    return noun is not None and tokens.ent[noun] in DATED and tokens.lower[preposition] in _DATING


_DATING = frozenset({"on", "in", "at", "since", "during"})


def _is_capacity(clause: int, tokens: Tokens) -> bool:
    """Whether it tells as what the object is taken: "presented him as suited to lead"."""
    bare = tokens.child(clause, "nsubj", "nsubjpass", "mark") is None
    return bare and tokens.lower[tokens.left[clause]] == "as" and tokens.tag[clause] in ("JJ", "VBN", "VBG")


def _is_time_of_deed(preposition: int, tokens: Tokens) -> bool:
    """Whether it tells by another deed when it was done: "endorsed him after meeting his father"."""
    if tokens.dep[preposition] != "prep":
        return False
    noun = tokens.child(preposition, "pobj")
    if noun is not None:
        # "was leading by the time they met"
        return tokens.lower[noun] == "time" and tokens.child(noun, "relcl") is not None
    return tokens.lower[preposition] in _DEED_TIMES and tokens.child(preposition, "pcomp") is not None


def is_duration(preposition: int, tokens: Tokens) -> bool:
    """Whether a phrase tells how long it is done: "for years", "for the past two months", not "for the day"."""
    if tokens.lower[preposition] != "for" or tokens.dep[preposition] != "prep":
        return False
    noun = tokens.child(preposition, "pobj")
    if noun is None or tokens.lemma[noun].lower() not in TIME_NOUNS or tokens.child(noun, "prep", "relcl"):
        return False
    one = any(tokens.tag[child] in ("DT", "PRP$") for child in tokens.children[noun])
    article = tokens.lower[tokens.left[noun]] in ("a", "an")
    past = any(tokens.lower[child] in ("past", "last") for child in tokens.children[noun])
    return not one or article or past


def _is_counted(preposition: int, tokens: Tokens) -> bool:
    """Whether a phrase of time has a number: "jailed for four years"."""
    return any(tokens.tag[token] == "CD" for token in range(preposition, tokens.right[preposition]))


def trimmed(first: int, last: int, tokens: Tokens) -> Range | None:
    """The tokens without what a comma sets off at their end, and without loose marks; ``None`` if nothing is left."""
    cut = last - first <= FARTHEST
    while cut and last > first:
        cut = False
        while last > first and (
            tokens.text[last - 1] in TRIMMED
            or tokens.dep[last - 1] == "cc"
            or _is_bracket_of_others(first, last - 1, tokens)
        ):
            last -= 1
        for token in range(first + 1, last):
            if tokens.right[token] >= last and tokens.dep[token] in BEHIND_COMMA:
                begin = tokens.left[token]
                if begin > first and (tokens.text[begin - 1] == "," or tokens.text[begin] == ","):
                    last, cut = begin, True
                    break
    while first < last and (
        tokens.text[first] in TRIMMED or _denies(first, tokens) or _is_merely(first, tokens)
    ):
        # "has no plan" is a denied "has": the words do not deny it once more.
        first += 1
    return (first, last) if first < last else None


def before_times(words: Range, verb: int, tokens: Tokens) -> Range:
    """``words`` without the times of the ``verb`` at their end, which a claim has beside them: "Doe in 2008"."""
    first, last = words
    for child in reversed(tokens.children[verb]):
        when = tokens.child(child, "pobj") if tokens.dep[child] == "prep" else child
        timed = when is not None and tokens.ent[when] in DATED and tokens.dep[child] in ("npadvmod", "prep")
        if timed and tokens.right[child] == last and tokens.left[child] > first:
            last = tokens.left[child]
    return first, last


def _denies(token: int, tokens: Tokens) -> bool:
    """Whether it is a "no" that ``qualify`` reads: "no plan", not "no doubt"."""
    return tokens.lower[token] == "no" and tokens.lower[tokens.head[token]] not in UNDENYING


def _is_bracket_of_others(first: int, last: int, tokens: Tokens) -> bool:
    """Whether the last token closes a bracket that was opened before the first."""
    return tokens.text[last] == ")" and "(" not in tokens.text[first:last]


def _is_merely(token: int, tokens: Tokens) -> bool:
    return tokens.lower[token] in MERELY and token > 0 and tokens.lower[token - 1] in ("not", "n't", "n’t")


def why_unfit(
    words: Range, verb: int, lemma: str, cues: Cues, tokens: Tokens, *, spoken: bool = False
) -> str | None:
    """Why the words, though they say something, are not what the verb says, or ``None``."""
    listed = words[1] < len(tokens) and tokens.text[words[1]] == ":"
    if listed or _is_broken(words, tokens) or _is_half(words, tokens) or _is_verb_of_gap(words, verb, tokens):
        return "its words break off"
    opening = tokens.dep[words[0] - 1] if words[0] else ""
    if (lemma == "do" and (tokens.dep[words[0]] == "aux" or opening == "prep")) or (
        lemma == "be"
        and opening in ("prep", "agent")
        and tokens.lower[words[0] - 1] in ("by", "with", "than", "like")
    ):
        return "its words break off"
    if opening == "prep" and spoken:
        return "what is said is told elsewhere"
    if _is_astray(words, verb, lemma, cues, tokens):
        return "its clause may be another's"
    if words[1] - words[0] > LONGEST:
        return "its words are too many to be one phrase"
    return None


def _is_broken(words: Range, tokens: Tokens) -> bool:
    """Whether the words end where no phrase ends, as speech does that breaks off: "I think that is the –"."""
    last = words[1] - 1
    if tokens.tag[words[0]] in FINITE:
        return True
    if tokens.tag[words[0]] == "TO" and not tokens.children[words[0]] and tokens.pos[words[0] + 1] == "PUNCT":
        return True  # "I wanted to – I wanted it"
    if tokens.tag[last] == "VB" and tokens.dep[last] == "conj" and not tokens.children[last]:
        # "to stop it and help", where "voters decide" behind it was hung elsewhere
        return words[1] < len(tokens) and tokens.pos[words[1]] in ("NOUN", "PROPN", "DET", "ADJ", "PRON")
    if tokens.dep[last] == "prep" and not tokens.children[last] and tokens.pos[tokens.head[last]] == "ADJ":
        return True  # "gave them much to be proud of"
    return tokens.pos[last] in ("DET", "ADP", "AUX", "SCONJ", "CCONJ") and tokens.dep[last] not in (
        "prt",
        "pobj",
        "dobj",
        "prep",
    )


def _is_verb_of_gap(words: Range, verb: int, tokens: Tokens) -> bool:
    """Whether the one word is a verb that the parser took for a noun: "a plan that Ann hopes to see work"."""
    word = words[0]
    if (
        tokens.right[word] != words[1]
        or tokens.tag[word] != "NN"
        or tokens.lemma[verb].lower() not in BARE_GOVERNORS
    ):
        return False
    clause = next((one for one in tokens.climb(verb) if tokens.dep[one] == "relcl"), None)
    return (
        clause is not None
        and tokens.dep[word] == "dobj"
        and tokens.head[word] == verb
        and tokens.left[word] == word
        and tokens.head[clause] < tokens.left[clause]
        and (own := tokens.child(clause, "nsubj")) is not None
        and tokens.tag[own] not in ("WP", "WDT")
        and not any(tokens.tag[child] == "WRB" for child in tokens.children[clause])
    )


def _is_astray(words: Range, verb: int, lemma: str, cues: Cues, tokens: Tokens) -> bool:
    """Whether the words are a sentence of their own that the parser hung on a verb that says no sentence.

    In "when I started to write I was young" nobody wrote that.
    """
    clause = next((child for child in tokens.children[verb] if tokens.left[child] == words[0]), None)
    if clause is None or tokens.dep[clause] != "ccomp" or lemma in cues.verbs:
        return False
    own = any(tokens.dep[child] in ("nsubj", "nsubjpass", "expl") for child in tokens.children[clause])
    return (
        own
        and tokens.tag[clause] not in ("VB", "VBG")
        and tokens.dep[words[0]] != "mark"
        and tokens.tag[words[0]] not in ("WP", "WRB", "WDT")
    )


def _is_half(words: Range, tokens: Tokens) -> bool:
    """Whether a coordination goes on behind the words with what is no part of it: "air and advise support"."""
    last = words[1]
    return (
        last + 1 < len(tokens)
        and tokens.lower[last] in ("and", "or")
        and tokens.tag[last + 1] == "VB"
        and tokens.tag[tokens.head[last]] not in ("VB", "VBP", "MD")
    )


def _is_purpose(clause: int, tokens: Tokens) -> bool:
    """Whether an adverbial clause is an infinitive of purpose, which belongs to what is done."""
    return tokens.tag[clause] == "VB" and any(
        tokens.tag[child] == "TO" for child in tokens.children[clause] if child < clause
    )


def _is_pursuit(clause: int, adjective: int, verb: int, tokens: Tokens) -> bool:
    """Whether it is what the adjective right before it is felt or spent at: "is *busy* campaigning in Bonn"."""
    return (
        tokens.dep[adjective] == "acomp"
        and tokens.head[adjective] == verb
        and tokens.lower[clause].endswith("ing")
        and tokens.child(clause, "mark", "nsubj") is None
    )


def _is_measured(adverb: int, tokens: Tokens) -> bool:
    """Whether an adverb says how near to what: "moves closer to the nomination"."""
    return (
        tokens.tag[adverb] == "RBR"
        and tokens.dep[adverb] == "advmod"
        and tokens.child(adverb, "prep") is not None
    )


def _is_use(participle: int, verb: int, tokens: Tokens) -> bool:
    """Whether it says what the time or the effort before it goes to: "spent her life fighting for them"."""
    return (
        tokens.lemma[verb].lower() in USING
        and tokens.tag[participle] == "VBG"
        and tokens.child(verb, "dobj", "npadvmod") is not None
        and tokens.child(participle, "mark", "nsubj") is None
    )


def span_of(words: Range, tokens: Tokens) -> Span:
    """The characters of ``words`` without a quotation mark that has no partner among them."""
    start, end = tokens.span(*words)
    first, last = words
    marks = [token for token in range(first, last) if tokens.text[token] in MARKS]
    if len(marks) % 2:
        if marks[-1] == last - 1 and last - 1 > first:
            end = tokens.end[last - 2]
        elif marks[0] == first and first + 1 < last:
            start = tokens.begin[first + 1]
        elif len(marks) == 1 and first < marks[0] and _closes(marks[0], tokens):
            end = tokens.end[marks[0] - 1]
    return start, end


def _closes(mark: int, tokens: Tokens) -> bool:
    """Whether a quotation that began before ends at it: "deals" as president"."""
    if tokens.text[mark] in CLOSING:
        return True
    tight = tokens.begin[mark] == tokens.end[mark - 1]
    return tokens.text[mark] == '"' and tight and tokens.begin[mark + 1] > tokens.end[mark]
