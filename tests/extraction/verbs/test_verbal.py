"""Verbal relations, one construction a test, over parses, mentions and a lexicon written by hand."""

from __future__ import annotations

from types import MappingProxyType

from sociogram.extraction.propositions.find import find_propositions
from sociogram.extraction.verbs.find import find_verbal_relations
from sociogram.knowledge.lexicon import Frame, Lexicon, Sense
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Chain, Mention, Modality, RelationMention
from sociogram.parse.parsed import ParsedDocument
from support.parses import parse_by_hand

ONTOLOGY = load_ontology()
Triple = tuple[str, str, str]

MEETING = (
    "Alice/Alice/NNP/nsubj/3 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 met/meet/VBD/ROOT/3 Carol/Carol/NNP/dobj/3 "
    "and/and/CC/cc/4 Dave/Dave/NNP/conj/4"
)
RECIPROCAL = "Alice/Alice/NNP/nsubj/3 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 met/meet/VBD/ROOT/3"
PASSIVE = (
    "Bob/Bob/NNP/nsubjpass/2 was/be/VBD/auxpass/2 funded/fund/VBN/ROOT/2 by/by/IN/agent/2 "
    "Alice/Alice/NNP/pobj/3"
)
CONTROL = (
    "Alice/Alice/NNP/nsubj/1 promised/promise/VBD/ROOT/1 to/to/TO/aux/3 fund/fund/VB/xcomp/1 "
    "Bob/Bob/NNP/dobj/3"
)
RELATIVE = (
    "Bob/Bob/NNP/nsubj/5 ,/,/,/punct/0 whom/whom/WP/dobj/4 Alice/Alice/NNP/nsubj/4 funded/fund/VBD/relcl/0 "
    "left/leave/VBD/ROOT/5"
)
MONEY = (
    "Alice/Alice/NNP/nsubj/1 spent/spend/VBD/ROOT/1 money/money/NN/dobj/1 on/on/IN/prep/2 Bob/Bob/NNP/pobj/3"
)
HOLIDAY = (
    "Alice/Alice/NNP/nsubj/1 spent/spend/VBD/ROOT/1 Easter/Easter/NNP/dobj/1 on/on/IN/prep/2 "
    "Crete/Crete/NNP/pobj/3"
)
REPLACE = (
    "Acme/Acme/NNP/nsubj/1 replaced/replace/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 with/with/IN/prep/1 "
    "Alice/Alice/NNP/pobj/3"
)
PARTICLE = "Alice/Alice/NNP/nsubj/1 cut/cut/VBD/ROOT/1 off/off/RP/prt/1 Bob/Bob/NNP/dobj/1"
UNKNOWN = "Alice/Alice/NNP/nsubj/1 jumped/jump/VBD/ROOT/1 at/at/IN/prep/1 Bob/Bob/NNP/pobj/2"
BORN = (
    "Alice/Alice/NNP/nsubjpass/2 was/be/VBD/auxpass/2 born/bear/VBN/ROOT/2 in/in/IN/prep/2 "
    "1990/1990/CD/pobj/3"
)
LIST = (
    "Alice/Alice/NNP/nsubj/5 ,/,/,/punct/0 Bob/Bob/NNP/appos/0 and/and/CC/cc/2 Carol/Carol/NNP/conj/2 "
    "met/meet/VBD/ROOT/5 Dave/Dave/NNP/dobj/5"
)
APPOSED = (
    "The/the/DT/det/1 senator/senator/NN/nsubj/5 ,/,/,/punct/1 Alice/Alice/NNP/appos/1 ,/,/,/punct/1 "
    "funded/fund/VBD/ROOT/5 Bob/Bob/NNP/dobj/5"
)
DOZENS = (
    "Dozens/dozen/NNS/nsubj/3 of/of/IN/prep/0 senators/senator/NNS/pobj/1 met/meet/VBD/ROOT/3 "
    "Bob/Bob/NNP/dobj/3"
)
HIMSELF = "Alice/Alice/NNP/nsubj/1 funded/fund/VBD/ROOT/1 herself/herself/PRP/dobj/1"
SAID = (
    "Alice/Alice/NNP/nsubj/1 snarled/snarl/VBD/ROOT/1 that/that/IN/mark/4 Bob/Bob/NNP/nsubj/4 "
    "lied/lie/VBD/ccomp/1"
)
NOTHING = "Alice/Alice/NNP/nsubj/1 painted/paint/VBD/ROOT/1 a/a/DT/det/3 wall/wall/NN/dobj/1"

SIGNED = (
    "France/France/NNP/nsubj/3 and/and/CC/cc/0 Libya/Libya/NNP/conj/0 signed/sign/VBD/ROOT/3 "
    "a/a/DT/det/5 treaty/treaty/NN/dobj/3"
)
EACH_OTHER = (
    "Alice/Alice/NNP/nsubj/3 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 funded/fund/VBD/ROOT/3 "
    "each/each/DT/det/5 other/other/JJ/dobj/3"
)
MAYOR = "Alice/Alice/NNP/nsubj/1 served/serve/VBD/ROOT/1 as/as/IN/prep/1 mayor/mayor/NN/pobj/2"

SENT = "Alice/Alice/NNP/nsubj/1 sent/send/VBD/ROOT/1 letters/letter/NNS/dobj/1 to/to/IN/prep/1 Bob/Bob/NNP/pobj/3"

SENSES = [
    ("meet", "met", "verb", ["meet"], ("subject",), ("object", "prep:with", "mutual"), {}, None),
    ("fund", "funded", "verb", ["fund"], ("subject",), ("object",), {}, None),
    ("spend", "funded", "verb", ["spend"], ("subject",), ("prep:on",), {"object": ("money", "$Money")}, None),
    ("follow", "succeeded", "verb", ["replace"], ("subject",), ("object",), {}, None),
    ("install", "succeeded", "verb", ["replace"], ("prep:with",), ("object",), {}, None),
    ("drop", "opposes", "verb", ["cut off"], ("subject",), ("object",), {}, Modality.INTENDED),
    (
        "sign",
        "agreedWith",
        "verb",
        ["sign"],
        ("subject",),
        ("prep:with", "mutual"),
        {"object": ("treaty",)},
        None,
    ),
    ("hold-post", "holdsPost", "verb", ["serve"], ("subject",), ("prep:as",), {}, None),
    ("mail", "sentTo", "verb", ["send"], ("object",), ("prep:to",), {}, None),
    ("birth", "bornOn", "verb", ["bear"], ("object",), ("prep:in",), {}, None),
    ("move", "movedTo", "verb", ["move"], ("subject",), ("prep:to",), {}, None),
]
WITHOUT = {"move": ("object",)}


def lexicon() -> Lexicon:
    tables: dict[str, dict[str, list[tuple[Sense, Frame]]]] = {"verb": {}, "adjective": {}}
    senses = []
    for name, relation, form, lemmas, subject, object_, needs, modality in SENSES:
        frame = Frame(
            form=form,
            lemmas=tuple(lemmas),
            subject=subject,
            object=object_,
            needs=needs,
            rule=f"{name}.active@1",
            without=WITHOUT.get(name, ()),
        )
        known = ONTOLOGY.relation(relation)
        sense = Sense(
            id=name, relation=relation, frames=(frame,), subject_kinds=known.subject_kinds,
            object_kinds=known.object_kinds, modality=modality, polarity=None, plover=None,
            positive=(), negative=(), where="test",
        )  # fmt: skip
        senses.append(sense)
        for lemma in lemmas:
            tables[form].setdefault(lemma, []).append((sense, frame))
    verbs = MappingProxyType({lemma: tuple(pairs) for lemma, pairs in tables["verb"].items()})
    adjectives = MappingProxyType({lemma: tuple(pairs) for lemma, pairs in tables["adjective"].items()})
    return Lexicon(
        senses=tuple(senses), verb_frames=verbs, noun_frames=MappingProxyType({}), adjective_frames=adjectives
    )


LEXICON = lexicon()


def mention(parsed: ParsedDocument, index: int, token: int, kind: str, form: str = "named") -> Mention:
    start, end = parsed.span(token, token + 1)
    text = parsed.document.text[start:end]
    return Mention(
        index=index, start=start, end=end, text=text, phrase=(start, end), tokens=(token, token + 1),
        head=token, form=form, kind=kind, name=text,
    )  # fmt: skip


def relations(text: str, kinds: dict[int, str], *, forms: dict[int, str] | None = None,
              chains: list[list[int]] | None = None) -> tuple[list[RelationMention], list[Mention]]:  # fmt: skip
    parsed = parse_by_hand(text)
    forms = forms or {}
    mentions = [
        mention(parsed, index, token, kind, forms.get(token, "named"))
        for index, (token, kind) in enumerate(sorted(kinds.items()))
    ]
    groups = chains or [[one.index] for one in mentions]
    made = tuple(
        Chain(index=index, mentions=tuple(group), kind=mentions[group[0]].kind, name=mentions[group[0]].name)
        for index, group in enumerate(groups)
    )
    found = find_verbal_relations(parsed, mentions, made, find_propositions(parsed), LEXICON, ONTOLOGY)
    return found, mentions


def triples(text: str, kinds: dict[int, str], **options) -> list[Triple]:
    found, mentions = relations(text, kinds, **options)
    return [
        (
            mentions[one.subject].text,
            one.relation,
            mentions[one.object].text if one.object is not None else "",
        )
        for one in found
    ]


def test_coordinated_actors_are_paired_across_the_verb() -> None:
    found = triples(MEETING, {0: "Person", 2: "Person", 4: "Person", 6: "Person"})
    assert sorted(found) == [
        ("Alice", "met", "Carol"), ("Alice", "met", "Dave"), ("Bob", "met", "Carol"), ("Bob", "met", "Dave"),
    ]  # fmt: skip


def test_those_who_met_met_each_other_once() -> None:
    assert triples(RECIPROCAL, {0: "Person", 2: "Person"}) == [("Alice", "met", "Bob")]


def test_a_passive_is_read_like_its_active() -> None:
    assert triples(PASSIVE, {0: "Person", 4: "Person"}) == [("Alice", "funded", "Bob")]


def test_what_is_promised_is_a_relation_of_the_one_who_promises() -> None:
    assert triples(CONTROL, {0: "Person", 4: "Person"}) == [("Alice", "funded", "Bob")]


def test_a_relative_clause_tells_of_the_noun_before_it() -> None:
    assert ("Alice", "funded", "Bob") in triples(RELATIVE, {0: "Person", 3: "Person"})


def test_a_preposition_may_hang_on_the_noun_that_the_frame_needs() -> None:
    assert triples(MONEY, {0: "Person", 4: "Person"}) == [("Alice", "funded", "Bob")]


def test_a_frame_whose_company_is_missing_gives_nothing() -> None:
    assert all(one[1] != "funded" for one in triples(HOLIDAY, {0: "Person", 4: "Place"}))


def test_the_sense_with_more_words_tells_who_replaced_whom() -> None:
    found = triples(REPLACE, {0: "Company", 2: "Person", 4: "Person"})
    assert found == [("Alice", "succeeded", "Bob")]


def test_a_verb_with_a_particle_has_the_sense_of_both_and_its_modality() -> None:
    found, _ = relations(PARTICLE, {0: "Person", 3: "Person"})
    assert [(one.relation, one.modality, one.rule) for one in found] == [
        ("opposes", Modality.INTENDED, "drop.active@1")
    ]


def test_a_verb_outside_the_lexicon_gives_nothing_here() -> None:
    found, _ = relations(UNKNOWN, {0: "Person", 3: "Person"})
    assert not found


def test_a_date_becomes_a_literal() -> None:
    found, _ = relations(BORN, {0: "Person", 4: "Date"})
    assert [(one.relation, one.object, one.literal) for one in found] == [
        ("bornOn", None, ("Date", "1990", (18, 22)))
    ]


def test_a_list_that_looks_like_an_apposition_is_a_list() -> None:
    found = triples(LIST, {0: "Person", 2: "Person", 4: "Person", 6: "Person"})
    assert sorted(found) == [("Alice", "met", "Dave"), ("Bob", "met", "Dave"), ("Carol", "met", "Dave")]


def test_an_indefinite_pronoun_is_no_actor() -> None:
    assert triples(PASSIVE.replace("Alice/Alice", "nobody/nobody"), {0: "Person", 4: "Person"}) == []


def test_the_name_beside_a_noun_stands_for_it() -> None:
    found = triples(APPOSED, {1: "Person", 3: "Person", 6: "Person"}, forms={1: "nominal"})
    assert ("Alice", "funded", "Bob") in found


def test_dozens_of_senators_are_senators() -> None:
    found = triples(DOZENS, {0: "Quantity", 2: "Collective", 4: "Person"}, forms={2: "nominal"})
    assert found == [("senators", "met", "Bob")]


def test_nobody_is_related_to_themselves() -> None:
    assert triples(HIMSELF, {0: "Person", 2: "Person"}, forms={2: "pronoun"}, chains=[[0, 1]]) == []


def test_a_pronoun_has_the_kind_of_its_chain() -> None:
    found = triples(
        PASSIVE.replace("Alice/Alice/NNP", "her/her/PRP"), {0: "Person", 4: "Thing"}, forms={4: "pronoun"},
        chains=[[0], [1]],
    )  # fmt: skip
    assert found == []


def test_a_verb_of_saying_relates_nobody_by_itself() -> None:
    assert triples(SAID, {0: "Person", 3: "Person"}) == []


def test_a_thing_of_no_known_kind_is_no_end_of_the_fallback() -> None:
    assert triples(NOTHING, {0: "Person", 3: "Thing"}, forms={3: "nominal"}) == []


def test_the_trigger_and_the_sentence_are_spans_of_the_text() -> None:
    found, _ = relations(PARTICLE, {0: "Person", 3: "Person"})
    text = "Alice cut off Bob"
    assert [text[slice(*one.trigger)] for one in found] == ["cut off"]
    assert [one.sentence for one in found] == [(0, len(text))]


def test_a_surer_mention_makes_a_surer_relation() -> None:
    named, _ = relations(PASSIVE, {0: "Person", 4: "Person"})
    nominal, _ = relations(PASSIVE, {0: "Person", 4: "Person"}, forms={4: "nominal"})
    assert nominal[0].confidence < named[0].confidence


def test_those_who_sign_a_treaty_together_agree_with_each_other() -> None:
    assert triples(SIGNED, {0: "Country", 2: "Country", 5: "Law"}, forms={5: "nominal"})[0] == (
        "France", "agreedWith", "Libya",
    )  # fmt: skip


def test_each_other_pairs_the_subjects_in_both_directions() -> None:
    found = triples(EACH_OTHER, {0: "Country", 2: "Country"})
    assert sorted(found) == [("Alice", "funded", "Bob"), ("Bob", "funded", "Alice")]


def test_who_becomes_mayor_holds_that_post() -> None:
    found, _ = relations(MAYOR, {0: "Person", 3: "Person"}, forms={3: "nominal"})
    assert [(one.relation, one.object, one.literal) for one in found] == [
        ("holdsPost", None, ("Text", "mayor", (16, 21)))
    ]


def test_titles_in_a_list_of_persons_are_no_actors() -> None:
    kinds = {0: "Person", 2: "Company", 4: "Person", 6: "Person"}
    text = LIST.replace("appos", "conj")
    assert sorted(triples(text, kinds)) == [("Alice", "met", "Dave"), ("Carol", "met", "Dave")]


def test_a_letter_that_went_somewhere_is_sent_there() -> None:
    found = triples(SENT, {0: "Person", 2: "Letter", 4: "Person"})
    assert sorted(found) == [("letters", "sentTo", "Bob")]


MOVED = "Alice/Alice/NNP/nsubj/1 moved/move/VBD/ROOT/1 {}to/to/IN/prep/1 Bonn/Bonn/NNP/pobj/{}"


def test_a_frame_may_ask_that_a_role_is_empty() -> None:
    moved = MOVED.format("", 2)
    assert triples(moved, {0: "Person", 3: "Place"}) == [("Alice", "movedTo", "Bonn")]
    label = MOVED.format("labels/label/NNS/dobj/1 ", 3)
    assert triples(label, {0: "Person", 4: "Place"}) == []


def test_a_date_without_a_year_is_no_date_of_a_life() -> None:
    found, _ = relations(BORN.replace("1990/1990", "May/May"), {0: "Person", 4: "Date"})
    assert not found


GERUND = (
    "Alice/Alice/NNP/nsubj/1 {}/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 on/on/IN/prep/1 funding/fund/VBG/pcomp/3 "
    "Carol/Carol/NNP/dobj/4"
)


def test_who_is_congratulated_on_a_deed_did_it() -> None:
    persons = {0: "Person", 2: "Person", 5: "Person"}
    assert triples(GERUND.format("congratulated/congratulate"), persons) == [("Bob", "funded", "Carol")]
    assert triples(GERUND.format("left/leave"), persons) == [("Alice", "funded", "Carol")]


OFFERED = (
    "Alice/Alice/NNP/nsubjpass/2 was/be/VBD/auxpass/2 {}/VBN/ROOT/2 to/to/TO/aux/4 serve/serve/VB/xcomp/2 "
    "as/as/IN/prep/4 head/head/NN/pobj/5 of/of/IN/prep/6 media/media/NNS/pobj/7"
)


def test_a_post_is_held_by_whom_it_is_not_only_offered_and_has_all_its_words() -> None:
    found, _ = relations(OFFERED.format("elected/elect"), {0: "Person", 6: "Person"}, forms={6: "nominal"})
    assert [one.literal and one.literal[1] for one in found] == ["head of media"]
    found, _ = relations(OFFERED.format("invited/invite"), {0: "Person", 6: "Person"}, forms={6: "nominal"})
    assert not found
