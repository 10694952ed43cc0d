"""Which clauses are not told, and why: what asks tells nothing, and of some the subject is a guess."""

from __future__ import annotations

from sociogram.extraction.statements.ends import SOME
from sociogram.extraction.statements.remainder import BARE_GOVERNORS
from sociogram.extraction.verbs.comparisons import is_measure
from sociogram.extraction.verbs.roles import CALLED, Participant
from sociogram.model import Proposition
from sociogram.parse.tokens import FINITE, Tokens

LEAST = 0.72
"""The least confidence of a proposition of which its subject is believed: below are adverbial clauses, gerunds and the
infinitives of nouns, whose subject is a guess (``knowledge.confidence.CLAUSE``)."""
LEAST_UNKNOWN = 0.8
"""The same for a subject without a name, or who is but "I" or "we": of those below readers signed one half."""
REACH = 80
"""Tokens behind a verb in which the mark of its question stands; no sentence that is read is longer."""
ASKING = frozenset(
    {"what", "who", "whom", "whose", "which", "where", "when", "why", "how", "whether", "whatever"}
)
COUNTING = frozenset({
    "some", "few", "no", "any", "one", "each", "every", "other", "another", "either", "neither", "such", "certain",
})  # fmt: skip
"""Words by which something is said of a part of those whom a noun names, which its name does not tell."""
SINGLE = frozenset({"Person", "Thing", "Place", "Work", "Event", "Law"})
"""Kinds of what no verb in the plural follows; a team or a firm "have"."""
INSTEAD = frozenset({("rather", "than"), ("instead", "of")})
"""Words before what is not done."""
SHARING = frozenset({"by", "while", "after", "before", "since", "in", "through", "besides"})
"""Words before a gerund that its clause's subject does, and does in fact where the clause is a fact."""
NOUNS_OF_DOING = frozenset({"csubj", "csubjpass", "pcomp", "amod", "compound"})


def why_untold(proposition: Proposition, tokens: Tokens) -> str | None:
    """Why the clause is not told, or ``None``."""
    verb = proposition.head
    if not proposition.lemma.isascii() or not proposition.lemma[0].isalpha():
        return "its predicate is no verb"
    if proposition.confidence < LEAST and len(proposition.arguments) > 1 and not _shares(verb, tokens):
        return "who does it is a guess"
    noun = tokens.dep[verb] in NOUNS_OF_DOING and tokens.tag[verb] == "VBG"
    if noun and proposition.confidence < LEAST and not _shares(verb, tokens):
        return "who does it is a guess"
    if any(
        tokens.tag[child] == "WRB" and tokens.dep[verb] == "xcomp"
        for child in tokens.children[verb]
        if child < verb
    ):
        # "does not know how to combine them": what is said is the knowing.
        return "what governs it says more"
    if tokens.dep[verb] == "acl" and tokens.lower[verb] in CALLED:
        return "it tells only what somebody is called"
    if _orders(verb, tokens):
        return "an order to nobody who is named"
    if (
        tokens.lemma[verb] == "ask"
        and tokens.tag[verb] == "VBN"
        and tokens.child(verb, "aux", "auxpass") is None
    ):
        return "it tells only what somebody is asked"
    if _is_called_for(verb, tokens):
        return "a call to do it"
    if _is_left_undone(verb, tokens):
        return "what is done instead is told"
    if _is_occasion(verb, tokens):
        return "it tells only when another thing is so"
    if _asks(verb, tokens):
        return "a question"
    if tokens.lemma[verb] == "be" and _begins_with_what(verb, tokens):
        return "its first words are a clause"
    if tokens.lemma[verb] == "be" and _is_to(verb, tokens):
        return "what is to be"
    if is_measure(verb, tokens):
        return "it is told only to compare"
    if _is_announced(verb, tokens):
        return "its subject stands for a clause behind it"
    return None


def _begins_with_what(be: int, tokens: Tokens) -> bool:
    """Whether a verb in its first words was taken for a noun: "*What angers* Ann is the tax"."""
    attributes = [child for child in tokens.children[be] if tokens.dep[child] == "attr"]
    return len(attributes) > 1 and attributes[0] < be and tokens.lower[tokens.left[attributes[0]]] == "what"


def why_unsure(subject: Participant, proposition: Proposition, tokens: Tokens) -> str | None:
    """Why it is not sure that the clause is said of ``subject``, or ``None``."""
    verb = proposition.head
    noun = subject.mention.head
    unknown = not subject.known or subject.mention.person == 1
    steered = _is_steered(noun, verb, tokens)
    if unknown and proposition.confidence < LEAST_UNKNOWN and not steered:
        return "it is said of somebody without a name, by a clause that is not surely about him"
    if proposition.confidence < LEAST and not _may_share(subject, verb, tokens):
        return "who does it is a guess"
    if not subject.known and subject.mention.form == "nominal" and not _is_told_apart(subject, tokens):
        if not steered and (proposition.confidence <= LEAST_UNKNOWN or not _is_finite(verb, tokens)):
            return "it is said of somebody whom no name tells apart"
        if is_counted_out(noun, tokens):
            return "it is said of some of those whom it names"
    if unknown and subject.mention.number == "plural" and _is_narrowed(noun, verb, tokens):
        return "it is said of some of those whom it names"
    if _disagrees(subject, verb, tokens) or _is_before_subject(noun, verb, tokens):
        return "it may be said of another noun before it"
    clause = next((node for node in tokens.climb(verb) if tokens.dep[node] in ("relcl", "acl")), None)
    if clause is None or tokens.head[clause] not in tokens.conjuncts(noun) or noun > verb:
        return None
    first = tokens.left[clause]
    comma = first > 0 and tokens.lower[first - 1] == ","
    several = subject.mention.form == "nominal" and (
        subject.mention.number == "plural" or tokens.lower[tokens.left[noun]] in ("a", "an")
    )
    if several and not subject.known and not comma:
        # "the organizations that serve the peace" may be all or some, and "a body that serves it" is yet to be.
        return "it tells only which one is meant"
    between = [token for token in range(noun + 1, first) if tokens.pos[token] in ("NOUN", "PROPN")]
    if tokens.dep[noun] == "appos" and any(
        tokens.pos[token] == "PROPN" for token in range(tokens.head[noun] + 1, noun)
    ):
        # "the daughter of Doe, the leader who freed them": the leader is Doe or she.
        return "it may be said of another noun before it"
    if comma and tokens.dep[clause] == "acl" and subject.mention.form != "named":
        return "it may be said of another noun before it"
    if comma and between and tokens.lower[first] not in ("who", "whose", "whom"):
        return "it may be said of another noun before it"
    return None


def _may_share(subject: Participant, verb: int, tokens: Tokens) -> bool:
    """Whether it is a name or a pronoun that may share its clause's subject.

    Behind a bare participle only who is a person: "it cut taxes, reducing its income" may say what came of it.
    """
    mention = subject.mention
    if mention.form != "pronoun":
        return mention.form == "named"
    marked = tokens.dep[verb] != "advcl" or tokens.tag[verb] == "VB" or tokens.child(verb, "mark") is not None
    return marked or subject.kind == "Person"


def _is_announced(verb: int, tokens: Tokens) -> bool:
    """Whether its subject is an "it" that stands for the clause behind: "it is clear to me that Bonn must act"."""
    subject, said = tokens.child(verb, "nsubj"), tokens.child(verb, "acomp", "oprd")
    if subject is None or said is None or tokens.lower[subject] != "it" or subject > verb:
        return False
    places = (*tokens.children[verb], *tokens.children[said])
    return any(
        tokens.dep[child] == "ccomp" and child > said and tokens.lower[tokens.left[child]] == "that"
        for child in places
    ) and any(tokens.lower[child] in ("to", "for") for child in tokens.children[said])


def _is_steered(noun: int, verb: int, tokens: Tokens) -> bool:
    """Whether it is the infinitive of a verb in the present or past whose own subject it is: "voters want to leave"."""
    if tokens.dep[verb] != "xcomp" or tokens.tag[verb] != "VB":
        return False
    governor = tokens.head[verb]
    subject = tokens.child(governor, "nsubj", "nsubjpass")
    return (
        subject is not None
        and _is_finite(governor, tokens)
        and tokens.child(governor, "dobj", "dative") is None
        and noun in tokens.conjuncts(subject)
    )


def _is_finite(verb: int, tokens: Tokens) -> bool:
    """Whether the verb, or a helper of it, has a tense: "voters chose", not "for voters to choose"."""
    return tokens.tag[verb] in FINITE or any(
        tokens.dep[child] in ("aux", "auxpass") and tokens.tag[child] in FINITE
        for child in tokens.children[verb]
    )


def is_counted_out(noun: int, tokens: Tokens) -> bool:
    """Whether the phrase picks some of those whom the noun names, or each alone: "some voters", "every team"."""
    return (
        any(tokens.lower[child] in COUNTING and child < noun for child in tokens.children[noun])
        or tokens.lower[noun] in SOME
    )


def _is_told_apart(subject: Participant, tokens: Tokens) -> bool:
    """Whether an owner or a name in the phrase tells who is meant: "his campaign", "the mayor of Bonn"."""
    noun = subject.mention.head
    clauses = [
        child for child in tokens.children[noun] if child > noun and tokens.dep[child] in ("relcl", "acl")
    ]
    last = min([subject.mention.phrase[1], *(tokens.begin[tokens.left[child]] for child in clauses)])
    return any(
        tokens.end[token] <= last
        and (tokens.pos[token] == "PROPN" or (tokens.pos[token] == "ADJ" and tokens.ent[token] == "NORP"))
        for token in range(tokens.left[noun], tokens.right[noun])
    ) or any(tokens.dep[child] == "poss" for child in tokens.children[noun])


def _is_narrowed(noun: int, verb: int, tokens: Tokens) -> bool:
    """Whether a clause right behind ``noun`` tells which ones are meant: "the candidates elected there were"."""
    return any(
        tokens.dep[child] in ("acl", "relcl")
        and child != verb
        and noun < tokens.left[child]
        and tokens.text[tokens.left[child] - 1] != ","
        for child in tokens.children[noun]
    )


def _is_before_subject(noun: int, verb: int, tokens: Tokens) -> bool:
    """Whether the verb has a subject of its own behind a comma: "Near Bonn, one strike destroyed a tank"."""
    return tokens.head[noun] == verb and any(
        tokens.dep[child] in ("nsubj", "nsubjpass")
        and noun < child < verb
        and tokens.text[tokens.left[child] - 1] == ","
        for child in tokens.children[verb]
    )


def _disagrees(subject: Participant, verb: int, tokens: Tokens) -> bool:
    """Whether a verb in the plural follows one person or thing, as where "which are" belongs to a noun further left."""
    mention = subject.mention
    if mention.number != "singular" or subject.kind not in SINGLE or mention.form == "pronoun":
        return False
    if len(tokens.conjuncts(mention.head)) > 1 or tokens.dep[mention.head] == "conj" or mention.head > verb:
        return False  # the agent of a passive has no say in its number: "taxes were raised by Doe"
    finite = tokens.finite(verb)
    return tokens.lower[finite] in ("are", "were", "have") and tokens.tag[finite] in ("VBP", "VBD")


def _shares(verb: int, tokens: Tokens) -> bool:
    """Whether it is a participle that shares its clause's subject: "left, taking her along", "left by taking a bus"."""
    if tokens.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    if tokens.dep[verb] == "advcl" and tokens.tag[verb] == "VB":
        return _is_aim(verb, tokens)
    if tokens.tag[verb] not in ("VBG", "VBN"):
        return False
    if tokens.dep[verb] == "pcomp":
        preposition = tokens.head[verb]
        return tokens.lower[preposition] in SHARING and _acts(tokens.head[preposition], tokens)
    if tokens.dep[verb] != "advcl":
        return False
    marks = [
        child for child in tokens.children[verb] if tokens.dep[child] == "mark" or tokens.tag[child] == "WRB"
    ]
    if not marks:
        return True
    return all(tokens.lower[mark] in SHARING for mark in marks) and _acts(tokens.head[verb], tokens)


def _is_aim(verb: int, tokens: Tokens) -> bool:
    """Whether it is what the subject of an active verb wants by its act: "met them to sign the law".

    What opens a sentence is often the speaker's own aim, "to be clear"; what is not done has no aim, and behind a comma
    or a complement the parser errs.
    """
    above = tokens.head[verb]
    return (
        verb > above
        and any(tokens.tag[child] == "TO" for child in tokens.children[verb])
        and tokens.text[tokens.left[verb] - 1] != ","
        and tokens.child(verb, "mark") is None
        and tokens.child(above, "neg", "oprd", "ccomp") is None
        and not any(tokens.lower[child] == "never" for child in tokens.children[above])
        and _acts(above, tokens)
    )


def _acts(verb: int, tokens: Tokens) -> bool:
    """Whether ``verb`` has a tense and, in the active, a subject of its own."""
    return (
        tokens.pos[verb] in ("VERB", "AUX")
        and _is_finite(verb, tokens)
        and tokens.child(verb, "nsubj") is not None
        and tokens.child(verb, "auxpass") is None
    )


def _orders(verb: int, tokens: Tokens) -> bool:
    """Whether the verb is an imperative in somebody's words: "he added: 'Please keep them in mind'"."""
    bare = tokens.tag[verb] == "VB" and tokens.dep[verb] == "ccomp"
    return (
        bare
        and not any(
            tokens.dep[child] in ("aux", "auxpass", "nsubj", "nsubjpass", "mark")
            for child in tokens.children[verb]
        )
        and tokens.lemma[tokens.head[verb]] not in BARE_GOVERNORS
    )


def _is_called_for(verb: int, tokens: Tokens) -> bool:
    """Whether it is what somebody calls for by "let": "let us take a step", "let them hear"."""
    governor = tokens.head[verb]
    return tokens.dep[verb] == "ccomp" and tokens.lemma[governor] == "let" and tokens.tag[governor] == "VB"


def _is_left_undone(verb: int, tokens: Tokens) -> bool:
    """Whether another thing is done instead of it: "show advertising rather than ask for money"."""
    first = tokens.left[verb]
    return first > 1 and (tokens.lower[first - 2], tokens.lower[first - 1]) in INSTEAD


def _is_occasion(verb: int, tokens: Tokens) -> bool:
    """Whether it is what may happen again and again, and nothing is said but what is then so: "when we see them, …"."""
    return (
        tokens.dep[verb] == "advcl"
        and tokens.tag[verb] in ("VBP", "VBZ")
        and tokens.lower[tokens.left[verb]] in ("when", "whenever", "where", "wherever")
        and tokens.tag[tokens.head[verb]] != "VBD"
    )


def _asks(verb: int, tokens: Tokens) -> bool:
    """Whether the clause, or one around it that is no statement of its own, is a question."""
    for token in range(verb, min(verb + REACH, tokens.bounds(verb)[1])):
        if tokens.text[token] == "?":
            return True
        if tokens.text[token] in {".", "!"}:
            break
    own = tokens.left[verb]
    if tokens.dep[verb] in ("ccomp", "pcomp", "csubj", "conj") and tokens.lower[own] in ASKING:
        return True
    if tokens.dep[verb] == "ccomp" and any(
        tokens.dep[child] == "mark" and tokens.lower[child] == "if" for child in tokens.children[verb]
    ):
        return True  # "asked if he could take the job"
    return any(
        tokens.tag[child] in ("WP", "WDT", "WRB")
        and tokens.dep[child] in ("dobj", "attr", "pobj", "advmod", "nsubj")
        and tokens.dep[verb] in ("ccomp", "pcomp", "csubj", "ROOT", "conj")
        for child in tokens.children[verb]
        if child < verb
    )


def _is_to(verb: int, tokens: Tokens) -> bool:
    clause = tokens.child(verb, "xcomp")
    return clause is not None and any(tokens.tag[child] == "TO" for child in tokens.children[clause])
