"""How sure each reading is, from 0 to 1: all base confidences, discounts and thresholds, with their sources.

These numbers order readings of one kind; by themselves they are no probabilities. ``knowledge.calibration`` turns
their product into one at the end of reading, fitted on judged claims. They have three sources:

*CaRB*: set by hand so that the order of the values is the order of precision of each kind of clause on CaRB's
development half (Bhardwaj et al. 2019), when the propositions were written. The distances mean nothing.

*KnowledgeNet*: thresholds on the probability of a classifier, which is fitted; chosen by precision and recall on
fold 3 of KnowledgeNet (Mesquita et al. 2019), which trained nothing.

*By hand*: set by judgement when the rule was written or mended; there is no record of a measurement behind it.

A relation's confidence is the product of its base and of its discounts. The graph takes the claims of a tie from
different sources for independent (``graph/ties.py``).
"""

from __future__ import annotations

NAME = {"list": 0.95, "model": 0.9, "echo": 0.85, "capitals": 0.7}
"""A name, by what found it: the lists of actors, the model, the same name elsewhere in the document, capitals alone.
By hand."""

CLAUSE = {
    "own": 0.9,
    "shared": 0.8,
    "relative": 0.8,
    "participle": 0.75,
    "control": 0.75,
    "means": 0.7,
    "adverbial": 0.55,
    "gerund": 0.5,
    "holder": 0.45,
}
"""A clause, by how its subject was found. CaRB."""
BULLET = 0.8
"""A bullet without a subject under a heading that names who is meant. By hand."""
LONE_SUBJECT = 0.38
"""A clause with a subject and nothing else: "Doe resigned". CaRB."""
EXISTENTIAL = 0.35
"""A clause with an empty subject: "there are two banks in Bonn". CaRB."""
GOVERNOR = 0.3
"""A verb that says no more than its infinitive does with it: "seemed to win". CaRB."""
APPOSITION = 0.6
"""Two noun phrases side by side of which one is a name: "Doe, a chemist". CaRB."""
COMMON_APPOSITION = 0.4
"""Two common nouns side by side, oftener a list or a loose remark than one thing said twice. CaRB."""
POSSESSIVE = 0.4
"""What a name owns: "Acme's chairman". CaRB."""
TITLE = 0.45
"""What stands right before a person's name: "former senator Doe". CaRB."""

GOVERNED = 0.7
"""A relation by the lexicon's frame of a verb that governs an infinitive, in place of ``GOVERNOR``: what the lexicon
knows is worth more than what an open triple says. By hand."""
FORM = {"named": 1.0, "nominal": 0.92, "pronoun": 0.9}
"""Discount of an end of a verb's relation, by its form: coreference may err. By hand."""
CONJUNCT = 0.96
"""Discount of an end that is a later member of an enumeration, which the parser may have joined wrongly. By hand."""
NESTED = 0.88
"""Discount of an end that the parser hung on a noun and not on the verb: "spend a fortune on the campaign". By hand."""
MUTUAL = 0.92
"""Discount of a relation between two subjects: "Xi and Putin met". By hand."""
THING = 0.8
"""Discount of an object of no known kind, oftener a wrong reading than an actor is. By hand."""
GENERIC = 0.75
"""Discount of two ends without a name: often what such things do, not what these did. By hand."""

OCCUPATION = 0.8
"""What somebody is by the noun beside the name: "rapper Jane Doe". By hand; readers signed 67 of 76."""
SAYING = 0.85
"""What somebody says, with its words. By hand; readers signed 73 of 88."""
OPEN = 0.75
"""Discount of a statement that is read openly, beside one that the lexicon knows. By hand."""
POST = 0.85
"""A post of another than the noun itself: "Doe, chairman of Acme". By hand."""
POST_OF_ITSELF = 0.7
"""A post whose noun stands for the one who bears it: "Acme's chairman resigned". By hand."""
POST_OF_MANY = 0.5
"""A post whose noun stands for a crowd: "Acme's directors resigned". By hand."""
NOUN = 0.75
"""A relation by the lexicon's frame of a noun or an adjective. By hand."""
LIFE_DATE = 0.9
"""A date of birth or death in brackets behind a name. By hand."""
LIFE_PLACE = 0.85
"""A place of birth or death in brackets behind a name. By hand."""
BRACKETED_BODY = 0.85
"""A party, a team or a constituency in brackets behind a name: "Jane Doe (CDU)". By hand."""
PARTY_MEMBER = 0.85
"""A noun for a member of a party beside a name, with the state: "Doe, a Republican from Ohio". By hand."""
ATTITUDE = 0.8
"""For or against whom somebody is by a prefix: "the anti-Doe activist Roe". By hand."""
BODY_BEHIND = 0.75
"""A body behind a person's name: "Doe of Acme". By hand."""
NATIONALITY = 0.8
"""A nation's adjective before a person: "German chemist Jane Doe". By hand."""
NATIONAL_BODY = 0.7
"""A nation's adjective before a body: "German company Acme" may only sell there. By hand."""
BASED = 0.85
"""As in "the Bonn-based company". By hand."""
PLACED = 0.7
"""A name with "in" or with a place's genitive: "Acme in Bonn", "Bonn's Acme". By hand."""
PLACE_IN_PLACE = 0.75
"""Two places parted by a comma: "Mainz, Germany". By hand."""
CREDIT = 0.95
"""What a document's own credits say: its author wrote it. By hand."""

LEARNED = 0.7
"""The least probability of a learned relation. On KnowledgeNet's fold 3 0.5 gives 84 % precision and 57 % recall
together with the rules, 0.7 gives 87 % and 53 %; on news the relations between the two were wrong half of the time."""
LEARNED_UNSURE = 0.9
"""The least probability of a learned relation of a pair in which such relations were seen to be wrong more often: with
a speaker, a nameless thing, or a pronoun for a body. By hand."""
LEARNED_LABEL = {"CHILD_OF": 0.8, "POLITICAL_AFFILIATION": 0.8, "NATIONALITY": 0.8}
"""The least probability of the labels whose mistakes weigh more, or are more. By hand."""

CAPITAL = 0.9
"""Discount of a relation in which a capital was read as its government. By hand."""
EMBEDDED = 0.95
"""Discount of a relation that is denied, or anything but plainly asserted: it is read a little less surely than one
that stands alone. By hand."""

MISFIT = 0.7
"""Discount of a claim whose ends, by all documents together, are not of the kinds of its relation, so that it becomes
the fallback with its lemma. By hand."""

PUBLISHED = 0.3
"""The least probability of a claim that the graph holds; what is read less surely is told with the unread. By hand: of
110 random claims of news three were below, all wrong, and of 435 analysts' facts four were: from 0.4 on it were 14."""
