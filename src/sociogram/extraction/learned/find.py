"""Learned relations between two mentions of one sentence: what the classifiers say, under rules they cannot break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.learned.classifier import LABELS, load_relation_model
from sociogram.extraction.learned.features import CandidatePair, features, iter_candidates
from sociogram.extraction.learned.lives import may_be_lifetime
from sociogram.extraction.nouns.bearers import find_bearers
from sociogram.extraction.nouns.phrases import ENDED, Phrases
from sociogram.extraction.nouns.role_words import words_before
from sociogram.extraction.values.life_dates import DATE, iso_date
from sociogram.knowledge.confidence import LEARNED, LEARNED_LABEL, LEARNED_UNSURE
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Origin, RelationMention

if TYPE_CHECKING:
    from sociogram.knowledge.ontology import Ontology

_WORDS = load_vocabulary("learned")
PEOPLED = {"PoliticalParty": "partyMemberOf", "SportsTeam": "playsFor", "ArmedGroup": "memberOf",
           "InternationalOrganization": "memberOf"}  # fmt: skip
ABOUT = _WORDS.words("about-a-date")
OTHER_VERBS = _WORDS.words("other-verbs")
"""Verbs over two names that say nothing of where one works, lives or was born."""
OTHER_NOUNS = _WORDS.words("other-nouns")
"""Nouns between two names that say of a person and a body that the one is none of the other."""
WORDED = {"EDUCATED_AT": _WORDS.words("words-of-learning")}
"""For a label the words of which a sentence has one."""
UNEMPLOYED = _WORDS.words("no-employment")
"""Words between a person and a body by which the one founded, attended or helps the other, and is not paid by it."""
HELD = frozenset({"EMPLOYEE_OR_MEMBER_OF", "CEO", "POLITICAL_AFFILIATION"})
"""Labels of what one is no more by the word "former" before the noun between the two."""
BODIES_OF_MEMBERS = _WORDS.words("bodies-of-members")
PARTISANS = _WORDS.words("words-of-party")
"""Words between a person and a party by which the person is of it, and does not only seek, oppose or help it."""
KIN = _WORDS.words("kin-nouns")
VERSUS = _WORDS.words("versus")
"""Words between the two sides of a case or a match."""


def find_learned_relations(
    phrases: Phrases, ontology: Ontology, *, threshold: float = LEARNED
) -> Iterator[RelationMention]:
    """The relations of at least the probability ``threshold`` that the ontology admits."""
    model = load_relation_model()
    if model is None:
        return
    for candidate in iter_candidates(phrases, ontology.relation("subsidiaryOf").subject_kinds):
        probabilities = model.probabilities(candidate.group, features(phrases, candidate))
        if max(probabilities) < threshold or _is_out_of_reach(phrases, candidate):
            continue
        if candidate.group == "person-date" and not may_be_lifetime(phrases, candidate):
            continue
        unsure = _is_unsure(phrases, candidate)
        for (label, relation, turned), probability in zip(
            LABELS[candidate.group], probabilities, strict=True
        ):
            least = LEARNED_UNSURE if unsure else max(threshold, LEARNED_LABEL.get(label, 0.0))
            if probability >= least and is_worded(phrases, candidate, label):
                for pair in _with_described(phrases, candidate):
                    yield make_relation(phrases, pair, label, relation, probability, turned=turned)


def is_worded(phrases: Phrases, candidate: CandidatePair, label: str) -> bool:
    """Whether the sentence has a word for what ``label`` says, where without one it tells of something else.

    Who joins a university, or debates there, was not educated at it; who founded a firm, or studies there, is not
    employed by it.
    """
    tokens = phrases.tokens
    if label == "EMPLOYEE_OR_MEMBER_OF":
        return not any(tokens.lemma[token].lower() in UNEMPLOYED for token in _between(phrases, candidate))
    if label == "POLITICAL_AFFILIATION":
        return any(tokens.lemma[token].lower() in PARTISANS for token in _between(phrases, candidate))
    if label not in WORDED:
        return True
    first, last = tokens.bounds(candidate.up[-1])
    return any(
        not WORDED[label].isdisjoint({tokens.lemma[token].lower(), tokens.lower[token]})
        for token in range(first, last)
    )


def _between(phrases: Phrases, candidate: CandidatePair) -> set[int]:
    """The words on the path between the two, without the names, and what one of them is "as"."""
    tokens = phrases.tokens
    path = {token for token in (*candidate.up, *candidate.down) if not phrases.is_name(token)}
    roles = {
        noun
        for token in path
        for child in tokens.children[token]
        if tokens.lower[child] == "as" or tokens.dep[child] == "attr"
        for noun in (child, *tokens.children[child])
        if not phrases.is_name(noun)
    }
    return path | roles


def _has_ended(phrases: Phrases, candidate: CandidatePair, label: str) -> bool:
    """Whether a noun between the two is said to be over: "founder and former chief executive of Acme"."""
    tokens = phrases.tokens
    nouns = {
        joined
        for token in (*candidate.up, *candidate.down)
        if tokens.pos[token] in {"NOUN", "PROPN"} and not phrases.is_name(token)
        # "founder and former chief executive of Acme": Acme hangs on either
        for joined in (phrases.coordinated(token) if label == "CEO" else [token])
    }
    return any(not ENDED.isdisjoint(tokens.lower[words_before(phrases, noun) : noun]) for noun in nouns)


def _is_nameless(phrases: Phrases, mention: int) -> bool:
    """Whether ``mention`` is a pronoun for a thing that the document names nowhere."""
    chain = phrases.chain_of[mention]
    if phrases.mentions[mention].form != "pronoun" or chain < 0 or phrases.kind(mention) == "Person":
        return False
    return all(phrases.mentions[member].form != "named" for member in phrases.chains[chain].mentions)


def _is_unsure(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether an end is a speaker, nameless, or a body that only a pronoun stands for."""
    ends = (candidate.subject, candidate.object)
    if phrases.mentions[candidate.subject].person < 3 or any(_is_nameless(phrases, end) for end in ends):
        return True
    return candidate.group == "person-organization" and phrases.mentions[candidate.object].form == "pronoun"


def _is_out_of_reach(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether the words between the two deny it, tell of something else, or belong to another one."""
    return (
        _crosses_list(phrases, candidate)
        or _hangs_on_another(phrases, candidate)
        or _tells_else(phrases, candidate)
        or _belongs_to_neighbour(phrases, candidate)
        or _is_kin_of_another(phrases, candidate)
    )


def _tells_else(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether the verb over both has nothing to do with bonds, or is denied: "Doe told Bonn", "never led Acme"."""
    tokens = phrases.tokens
    top = candidate.up[-1]
    if tokens.pos[top] in {"VERB", "AUX"} and any(
        tokens.dep[child] == "neg" for child in tokens.children[top]
    ):
        return True
    if any(tokens.lower[token] in VERSUS for token in (*candidate.up, *candidate.down)):
        return True
    if candidate.group == "person-person":
        return False
    if tokens.lemma[top] == "be" and tokens.dep[candidate.up[0]] == "poss":
        # "his message is the future of Acme" says nothing of him.
        return True
    inner = {*candidate.up, *candidate.down} - {candidate.up[0], candidate.down[0]}
    return any(
        tokens.lemma[token].lower() in (OTHER_VERBS if tokens.pos[token] == "VERB" else OTHER_NOUNS)
        for token in inner
        if tokens.pos[token] in {"VERB", "NOUN"}
    )


def _hangs_on_another(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether the object belongs to the next one in an enumeration that the subject heads."""
    tokens = phrases.tokens
    if candidate.group == "person-person":
        return False
    return any(
        tokens.dep[token] == "conj" and tokens.pos[token] in {"NOUN", "PROPN"}
        for token in candidate.down[1:-1]
    )


def _belongs_to_neighbour(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether another one in an enumeration stands nearer: "Doe of Acme and Roe of Umbrella"."""
    tokens = phrases.tokens
    path = (*candidate.up[:-1], *candidate.down[:-1])
    subject = phrases.mentions[candidate.subject]
    if candidate.group == "person-date" and _stands_before_another(phrases, candidate.subject):
        return True
    if not any(tokens.dep[token] == "conj" for token in path):
        return False
    first, second = sorted((subject.head, phrases.mentions[candidate.object].head))
    return any(
        phrases.mentions[index].form == "named"
        and index != candidate.subject
        and phrases.kind(index) == phrases.kind(candidate.subject)
        and tokens.head[phrases.mentions[index].head] == subject.head
        for token in range(first + 1, second)
        if (index := phrases.at_head.get(token)) is not None
    )


def _stands_before_another(phrases: Phrases, person: int) -> bool:
    """Whether a name stands before that of another person: "the Doe aide Ann Roe, who died in 1990"."""
    tokens = phrases.tokens
    token = phrases.mentions[person].head
    while tokens.dep[token] == "compound":
        token = tokens.head[token]
    other = phrases.at_head.get(token)
    return other not in (None, person) and phrases.is_named(other) and phrases.kind(other) == "Person"


def _is_kin_of_another(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether a noun of kinship beside one of two persons says whose that one is: "Doe says Poe saw his wife, Ann"."""
    tokens = phrases.tokens
    path = (*candidate.up, *candidate.down)
    if candidate.group != "person-person" or not any(tokens.pos[token] == "VERB" for token in path):
        return False
    for end, other in (
        (candidate.subject, candidate.object),
        (candidate.object, candidate.subject),
    ):
        head = phrases.mentions[end].head
        for noun in (head, tokens.head[head]):
            beside = noun == head or tokens.dep[head] in {"appos", "compound"}
            kin = [noun, *(child for child in tokens.children[noun] if tokens.dep[child] == "compound")]
            if not beside or not any(tokens.lemma[each].lower() in KIN for each in kin):
                continue
            owners = [
                phrases.at_head.get(child) for child in tokens.children[noun] if tokens.dep[child] == "poss"
            ]
            if any(one is not None and phrases.chain_of[one] != phrases.chain_of[other] for one in owners):
                return True
    return False


def _crosses_list(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether the path leads from a name to a common noun in one enumeration: "Doe, Roe and the heads of Acme"."""
    tokens = phrases.tokens
    for token in (*candidate.up[:-1], *candidate.down[:-1]):
        if tokens.dep[token] == "conj":
            head = tokens.head[token]
            if phrases.in_name(head) != phrases.in_name(token):
                return True
    return False


def is_learned(relation: RelationMention) -> bool:
    """Whether a model and no rule found ``relation``."""
    return relation.origin is Origin.LEARNED


def make_relation(
    phrases: Phrases, candidate: CandidatePair, label: str, relation: str, probability: float, *, turned: bool
) -> RelationMention:
    """What ``label`` of ``candidate`` says: ``relation``, ``turned`` where its ends change places."""
    subject, object_ = candidate.subject, candidate.object
    trigger = _trigger(candidate)
    words = phrases.parsed.span(trigger, trigger + 1)
    target = phrases.mentions[object_]
    dated = target.kind == "Date"
    match = DATE.search(target.text) if dated else None
    value = (iso_date(match) if match else None) or target.text
    if dated and (about := _approximation(phrases, object_)):
        value = f"{about} {value}"
    if relation == "employs":
        relation, turned = _membership(phrases, object_)
    return RelationMention(
        subject=object_ if turned else subject,
        relation=relation,
        object=None if dated else subject if turned else object_,
        literal=("Date", value, (target.start, target.end)) if dated else None,
        lemma=phrases.tokens.lemma[trigger].lower(),
        trigger=words,
        sentence=phrases.sentence(trigger),
        time=phrases.former() if label in HELD and _has_ended(phrases, candidate, label) else None,
        confidence=round(probability, 3),
        rule=f"model.{label}@1",
        origin=Origin.LEARNED,
    )


def _with_described(phrases: Phrases, candidate: CandidatePair) -> Iterator[CandidatePair]:
    """``candidate``, and the same of whom "who" is by the noun before it: "Doe is a Chilean footballer who plays here".

    Of the noun alone nothing is told in the end, as it has no name.
    """
    yield candidate
    mention = candidate.subject
    if phrases.mentions[mention].form != "pronoun" or phrases.is_named(mention):
        return
    noun = phrases.antecedent(phrases.mentions[mention].head)
    bearers = [] if noun == phrases.mentions[mention].head else find_bearers(phrases, noun)
    named = [one.mention for one in bearers if phrases.is_named(one.mention)]
    if len(named) == 1 and phrases.kind(named[0]) == "Person" and named[0] != candidate.object:
        yield replace(candidate, subject=named[0])


def _approximation(phrases: Phrases, date: int) -> str:
    """The word right before a date by which it is only about then: "around 1824"."""
    before = phrases.mentions[date].tokens[0] - 1
    return phrases.tokens.lower[before] if before >= 0 and phrases.tokens.lower[before] in ABOUT else ""


def _membership(phrases: Phrases, body: int) -> tuple[str, bool]:
    """KnowledgeNet's one predicate for employees and members, parted by what the body is."""
    kind = phrases.kind(body)
    words = phrases.mentions[body].name.lower().split()
    if kind in PEOPLED or BODIES_OF_MEMBERS.intersection(words):
        return PEOPLED.get(kind, "memberOf"), False
    return "employs", True


def _trigger(candidate: CandidatePair) -> int:
    """The token that carries the relation: the top of the path, or the word between where that is an end."""
    if len(candidate.up) > 1 and len(candidate.down) > 1:
        return candidate.up[-1]
    longer = candidate.up if len(candidate.up) > 1 else candidate.down
    return longer[1] if len(longer) > 2 else longer[0]
