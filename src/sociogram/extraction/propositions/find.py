"""Propositions: predicates with their argument phrases, for any relation (open information extraction).

Clause by clause, in the manner of ClausIE (Del Corro & Gemulla 2013) and PropS (Stanovsky et al.
2016); noun phrases add what appositions, titles and possessives say.
"""

from __future__ import annotations

from dataclasses import replace

from sociogram.extraction.propositions.arguments import PhraseReader
from sociogram.extraction.propositions.bullets import find_bullet_propositions
from sociogram.extraction.propositions.clauses import Clause, ClauseReader
from sociogram.extraction.propositions.nominal import find_nominal_propositions
from sociogram.extraction.propositions.subjects import is_predicate
from sociogram.knowledge.confidence import CLAUSE, EXISTENTIAL, GOVERNOR, LONE_SUBJECT
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Argument, Proposition
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.tokens import Tokens

NEGATIONS = load_vocabulary("propositions").words("negations")


def find_propositions(parsed: ParsedDocument) -> tuple[Proposition, ...]:
    """The propositions of ``parsed``, in the order of their heads."""
    tokens = parsed.tokens_raised
    reader = ClauseReader(tokens)
    phrases = PhraseReader(tokens, reader)
    clauses = reader.clauses()
    found = [proposition for clause in clauses if (proposition := _read(clause, tokens, phrases))]
    found.extend(find_bullet_propositions(parsed, clauses, phrases))
    persons = [(entity.first, entity.last) for entity in tokens.entities if entity.label == "PERSON"]
    found.extend(find_nominal_propositions(tokens, phrases, persons))
    return tuple(sorted(found, key=lambda proposition: (proposition.head, proposition.rule)))


def _read(clause: Clause, tokens: Tokens, phrases: PhraseReader) -> Proposition | None:
    """The proposition of ``clause``, or ``None`` where nothing is said of anybody."""
    predicate = phrases.predicate(clause)
    arguments = phrases.arguments(clause, set(predicate))
    if clause.object is not None:
        arguments.insert(0, phrases.argument("object", clause.object.token))
    subject = clause.subject
    if subject is None:
        return _existential(clause, tokens, phrases, predicate, arguments)
    surface = phrases.argument("subject", subject.token, outside=clause.verb)
    arguments = _fold_passive(surface, arguments) if clause.passive else [surface, *arguments]
    if len(arguments) < 2 and subject.how != "own":
        return None
    rule = _rule(clause, tokens, phrases.reader)
    confidence = CLAUSE[subject.how] if len(arguments) > 1 else LONE_SUBJECT
    if rule == "governor":
        confidence = GOVERNOR
    return Proposition(
        head=clause.verb,
        lemma=phrases.lemma(clause.verb),
        predicate=phrases.spans_of(predicate),
        arguments=tuple(arguments),
        passive=clause.passive,
        negated=any(tokens.dep[t] == "neg" or tokens.lower[t] in NEGATIONS for t in predicate),
        confidence=confidence,
        rule=rule,
    )


def _rule(clause: Clause, tokens: Tokens, reader: ClauseReader) -> str:
    """What kind of clause it is; a ``governor`` says no more than its infinitive does with it."""
    infinitive = tokens.child(clause.verb, "xcomp")
    if infinitive is None:
        adjective = tokens.child(clause.verb, "acomp")
        infinitive = None if adjective is None else tokens.child(adjective, "xcomp")
    told = infinitive is not None and is_predicate(tokens, infinitive)
    if (
        infinitive is not None
        and told
        and clause.object is None
        and reader.governor(infinitive) == clause.verb
    ):
        return "governor"
    return "copula" if tokens.lemma[clause.verb] == "be" else "verb"


def _fold_passive(surface: Argument, arguments: list[Argument]) -> list[Argument]:
    """The one who acts as ``subject``, the surface subject as ``object`` or, beside one, ``indirect``."""
    has_object = any(argument.role == "object" for argument in arguments)
    role = "indirect" if has_object else "object"
    folded = [replace(surface, role=role)]
    acts = False
    for argument in arguments:
        if argument.role == "prep:by" and not acts:
            acts = True
            folded.insert(0, replace(argument, role="subject"))
        else:
            folded.append(argument)
    return folded


def _existential(
    clause: Clause, tokens: Tokens, phrases: PhraseReader, predicate: list[int], arguments: list[Argument]
) -> Proposition | None:
    if tokens.child(clause.verb, "expl") is None:
        return None
    things = [argument for argument in arguments if argument.role in ("complement", "object")]
    if not things:
        return None
    thing = things[0]
    rest = [argument for argument in arguments if argument is not thing]
    return Proposition(
        head=clause.verb,
        lemma=phrases.lemma(clause.verb),
        predicate=phrases.spans_of(predicate),
        arguments=(replace(thing, role="subject"), *rest),
        negated=any(tokens.dep[t] == "neg" for t in predicate),
        confidence=EXISTENTIAL,
        rule="existential",
    )
