"""Relations of posts, names, brackets and the lexicon's nouns, on documents built by hand."""

from __future__ import annotations

import pytest
import yaml

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nominal import find_nominal_relations
from sociogram.extraction.values.life_dates import DATE, iso_date
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.lexicon import load_lexicon
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.posts import load_posts
from sociogram.knowledge.vocabulary import structured_path
from sociogram.model import Chain, Document, Mention, Origin
from sociogram.parse.spacy_model import parse_documents
from support.parses import parse_by_hand


def name(parsed, first, last, kind, *, form="named", demonym=False):
    start, end = parsed.span(first, last)
    text = parsed.text((start, end))
    return Mention(index=0, start=start, end=end, text=text, phrase=(start, end), tokens=(first, last), head=last - 1,
                   form=form, kind=kind, name=text, demonym=demonym)  # fmt: skip


def found(parsed, *mentions):
    """(subject, relation, object) of each relation, with every mention in a chain of its own."""
    numbered = [
        Mention(**{**{field: getattr(one, field) for field in Mention.__slots__}, "index": index})
        for index, one in enumerate(sorted(mentions, key=lambda one: one.start))
    ]
    chains = [Chain(index=one.index, mentions=(one.index,), kind=one.kind, name=one.name) for one in numbered]
    ontology = load_ontology()
    relations = find_nominal_relations(
        parsed, numbered, chains, load_lexicon(ontology), ontology, load_actor_lists()
    )
    return {
        (
            numbered[one.subject].name,
            one.relation,
            numbered[one.object].name if one.object is not None else one.literal[1],
        )
        for one in relations
        if one.origin is not Origin.LEARNED
    }


def test_titles_before_a_name_join_the_person_to_the_organisation():
    parsed = parse_by_hand(
        "Acme/Acme/NNP/compound/4 chief/chief/NN/compound/4 executive/executive/NN/compound/4 "
        "Jane/Jane/NNP/compound/4 Doe/Doe/NNP/nsubj/5 spoke/speak/VBD/ROOT/5"
    )
    assert found(parsed, name(parsed, 0, 1, "Company"), name(parsed, 3, 5, "Person")) == {
        ("Jane Doe", "chiefExecutiveOf", "Acme")
    }


def apposition(noun, *, before="a", kind="Organization"):
    parsed = parse_by_hand(
        f"Doe/Doe/NNP/nsubj/7 ,/,/,/punct/0 {before}/{before}/JJ/amod/3 {noun}/{noun}/NN/appos/0 of/of/IN/prep/3 "
        "Acme/Acme/NNP/pobj/4 ,/,/,/punct/0 spoke/speak/VBD/ROOT/7"
    )
    return found(parsed, name(parsed, 0, 1, "Person"), name(parsed, 2, 4, "Person", form="nominal"),
                 name(parsed, 5, 6, kind))  # fmt: skip


def test_an_apposition_joins_the_person_to_the_organisation():
    assert apposition("chairman") == {("Doe", "leads", "Acme")}


def test_a_deputy_does_not_lead():
    assert apposition("director", before="deputy") == {
        ("Acme", "employs", "Doe"),
        ("Doe", "holdsPost", "deputy director of Acme"),
    }


def test_a_post_of_several_words_is_borne_by_whom_its_noun_is_said_of():
    parsed = parse_by_hand(
        "Doe/Doe/NNP/nsubj/8 ,/,/,/punct/0 editor/editor/NN/appos/0 in/in/IN/prep/2 chief/chief/NN/pobj/3 "
        "of/of/IN/prep/4 Acme/Acme/NNP/pobj/5 ,/,/,/punct/0 spoke/speak/VBD/ROOT/8"
    )
    mentions = (
        name(parsed, 0, 1, "Person"),
        name(parsed, 2, 3, "Person", form="nominal"),
        name(parsed, 4, 5, "Person", form="nominal"),
        name(parsed, 6, 7, "Organization"),
    )
    assert found(parsed, *mentions) == {("Doe", "leads", "Acme")}


def presidents(*, second):
    parsed = parse_by_hand(
        "Presidents/president/NNS/compound/1 Doe/Doe/NNP/nsubj/7 of/of/IN/prep/1 Chad/Chad/NNP/pobj/2 and/and/CC/cc/1 "
        f"Roe/Roe/NNP/conj/1 of/of/IN/prep/5 spoke/speak/VBD/ROOT/7 {second}/{second}/NNP/pobj/6"
    )
    return found(parsed, name(parsed, 1, 2, "Person"), name(parsed, 3, 4, "Country"), name(parsed, 5, 6, "Person"),
                 name(parsed, 8, 9, "Country"))  # fmt: skip


def test_each_of_several_has_the_post_at_his_own_body():
    told = {one for one in presidents(second="Mali") if one[1] == "headOfState"}
    assert told == {("Doe", "headOfState", "Chad"), ("Roe", "headOfState", "Mali")}


def test_a_son_in_law_is_no_son():
    parsed = parse_by_hand(
        "Doe/Doe/NNP/poss/2 's/'s/POS/case/0 son/son/NN/nsubj/10 -/-/HYPH/punct/2 in/in/IN/prep/2 -/-/HYPH/punct/4 "
        "law/law/NN/pobj/4 ,/,/,/punct/2 Roe/Roe/NNP/appos/2 ,/,/,/punct/2 spoke/speak/VBD/ROOT/10",
        joined=(0, 2, 3, 4, 5),
    )
    assert found(parsed, name(parsed, 0, 1, "Person"), name(parsed, 8, 9, "Person")) == {
        ("Roe", "relativeOf", "Doe")
    }


def test_as_speaks_of_the_visitor_and_not_of_what_he_visits():
    parsed = parse_by_hand(
        "Doe/Doe/NNP/nsubj/1 visited/visit/VBD/ROOT/1 Acme/Acme/NNP/dobj/1 as/as/IN/prep/1 Chad/Chad/NNP/poss/6 "
        "'s/'s/POS/case/4 leader/leader/NN/pobj/3"
    )
    mentions = (
        name(parsed, 0, 1, "Person"),
        name(parsed, 2, 3, "Organization"),
        name(parsed, 4, 5, "Country"),
    )
    assert found(parsed, *mentions) == {("Doe", "leads", "Chad")}


def test_a_post_to_come_is_not_held_at_a_body():
    parsed = parse_by_hand(
        "Chad/Chad/NNP/poss/2 's/'s/POS/case/0 president/president/NN/compound/4 -/-/HYPH/punct/4 "
        "elect/elect/NN/compound/5 Doe/Doe/NNP/nsubj/6 spoke/speak/VBD/ROOT/6",
        joined=(0, 2, 3),
    )
    told = found(parsed, name(parsed, 0, 1, "Country"), name(parsed, 5, 6, "Person"))
    assert "headOfState" not in {relation for _, relation, _ in told}


def test_a_governor_of_a_party_does_not_lead_it():
    parsed = parse_by_hand(
        "Doe/Doe/NNP/nsubj/6 ,/,/,/punct/0 the/the/DT/det/4 Republican/Republican/JJ/amod/4 "
        "governor/governor/NN/appos/0 ,/,/,/punct/0 spoke/speak/VBD/ROOT/6"
    )
    mentions = (
        name(parsed, 0, 1, "Person"),
        name(parsed, 2, 5, "Person", form="nominal"),
        name(parsed, 3, 4, "PoliticalParty"),
    )
    assert ("Doe", "partyMemberOf", "Republican") in found(parsed, *mentions)
    assert "leads" not in {relation for _, relation, _ in found(parsed, *mentions)}


def test_an_aspirant_holds_no_post():
    assert apposition("chairman", before="aspiring") == set()


def test_a_member_of_a_party_is_its_party_member():
    assert apposition("member", kind="PoliticalParty") == {("Doe", "partyMemberOf", "Acme")}


def test_the_founder_of_a_company_founded_it():
    assert apposition("founder") == {("Acme", "foundedBy", "Doe")}


def test_a_former_post_has_ended():
    parsed = parse_by_hand(
        "Acme/Acme/NNP/compound/3 former/former/JJ/amod/3 president/president/NN/compound/3 Doe/Doe/NNP/nsubj/4 "
        "spoke/speak/VBD/ROOT/4",
        published="2025-01-02",
    )
    mentions = [name(parsed, 0, 1, "Company"), name(parsed, 3, 4, "Person")]
    mentions[1] = Mention(
        **{**{field: getattr(mentions[1], field) for field in Mention.__slots__}, "index": 1}
    )
    chains = [Chain(index=number, mentions=(number,), kind=one.kind, name=one.name)
              for number, one in enumerate(mentions)]  # fmt: skip
    ontology = load_ontology()
    relations = find_nominal_relations(
        parsed, mentions, chains, load_lexicon(ontology), ontology, load_actor_lists()
    )
    assert [(one.relation, one.time.end) for one in relations if one.origin is Origin.POST] == [
        ("leads", "2025-01-02")
    ]


def life(*inside):
    """ "Doe (1880 – 1944) sang", with the words ``inside`` hung on the name."""
    verb = len(inside) + 1
    hung = " ".join(f"{word}/{word.lower()}/XX/dep/0" for word in inside)
    return parse_by_hand(f"Doe/Doe/NNP/nsubj/{verb} {hung} sang/sing/VBD/ROOT/{verb}")


def test_two_years_in_brackets_are_birth_and_death():
    parsed = life("(", "1880", "–", "1944", ")")
    assert found(parsed, name(parsed, 0, 1, "Person")) == {
        ("Doe", "bornOn", "1880"),
        ("Doe", "diedOn", "1944"),
    }


def test_one_year_in_brackets_is_no_birth():
    parsed = life("(", "1880", ")")
    assert found(parsed, name(parsed, 0, 1, "Person")) == set()


def test_born_in_brackets_gives_day_and_place():
    parsed = life("(", "born", "3", "May", "1960", "in", "Bonn", ")")
    assert found(parsed, name(parsed, 0, 1, "Person"), name(parsed, 7, 8, "Place")) == {
        ("Doe", "bornOn", "1960-05-03"),
        ("Doe", "bornIn", "Bonn"),
    }


def test_a_party_in_brackets_is_the_persons_party():
    parsed = life("(", "Greens", ")")
    assert found(parsed, name(parsed, 0, 1, "Person"), name(parsed, 2, 3, "PoliticalParty")) == {
        ("Doe", "partyMemberOf", "Greens")
    }


def places(relation):
    parsed = parse_by_hand(
        "He/he/PRP/nsubj/1 rested/rest/VBD/ROOT/1 in/in/IN/prep/1 Mainz/Mainz/NNP/pobj/2 ,/,/,/punct/3 "
        f"Germany/Germany/NNP/{relation}/3"
    )
    return found(parsed, name(parsed, 3, 4, "Place"), name(parsed, 5, 6, "Country"))


def test_a_place_before_a_comma_lies_in_the_place_behind_it():
    assert places("appos") == {("Mainz", "locatedIn", "Germany")}


def test_members_of_a_list_of_places_do_not_hold_each_other():
    assert places("conj") == set()


def test_a_place_that_a_verb_follows_holds_none_of_the_fronted_phrase():
    text = (
        "In/in/IN/prep/4 Mainz/Mainz/NNP/pobj/0 ,/,/,/punct/1 Germany/Germany/NNP/npadvmod/4 {}/{}/{}/ROOT/4"
    )
    assert fronted(text.format("won", "win", "VBD")) == set()
    assert fronted(text.format("now", "now", "RB")) == {("Mainz", "locatedIn", "Germany")}


def fronted(text):
    parsed = parse_by_hand(text)
    return found(parsed, name(parsed, 1, 2, "Place"), name(parsed, 3, 4, "Country"))


def test_an_adjective_of_a_nation_gives_a_nationality():
    parsed = parse_by_hand(
        "German/german/JJ/amod/1 chemist/chemist/NN/compound/2 Doe/Doe/NNP/nsubj/3 spoke/speak/VBD/ROOT/3"
    )
    assert ("Doe", "nationality", "German") in found(
        parsed, name(parsed, 0, 1, "Country", demonym=True), name(parsed, 2, 3, "Person")
    )


def test_the_city_of_mainz_does_not_lie_in_mainz():
    parsed = parse_by_hand(
        "the/the/DT/det/1 city/city/NN/nsubj/4 of/of/IN/prep/1 Mainz/Mainz/NNP/pobj/2 grew/grow/VBD/ROOT/4"
    )
    assert found(parsed, name(parsed, 0, 2, "Place", form="nominal"), name(parsed, 3, 4, "Place")) == set()


@pytest.mark.parametrize(
    ("text", "date"),
    [("3 May 1960", "1960-05-03"), ("May 3, 1960", "1960-05-03"), ("May 1960", "1960-05"), ("1960", "1960"),
     ("3rd of Sept. 1960", "1960-09-03"), ("Mayhem 1960", "1960")],
)  # fmt: skip
def test_dates_have_the_precision_of_their_words(text, date):
    assert iso_date(DATE.search(text)) == date


def test_every_post_speaks_the_ontologys_language():
    ontology = load_ontology()
    entries = yaml.safe_load(structured_path("posts").read_text(encoding="utf-8"))
    for entry in entries:
        assert set(entry["of"]) <= set(ontology.classes), entry["id"]
        assert set(entry["of"].values()) <= set(ontology.relations), entry["id"]
        assert entry.get("deputy", "worksFor") in ontology.relations, entry["id"]
    assert load_posts()["chief executive"]


def read(nlp, text):
    mentions, chains, relations = read_all(nlp, text)
    return {
        (chains[next(c.index for c in chains if one.subject in c.mentions)].name, one.relation,
         mentions[one.object].name if one.object is not None else one.literal[1])
        for one in relations
    }  # fmt: skip


def read_all(nlp, text):
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    parsed = next(iter(parse_documents([document], nlp)))
    ontology = load_ontology()
    mentions = find_mentions(parsed, load_actor_lists())
    chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
    relations = find_nominal_relations(
        parsed, mentions, chains, load_lexicon(ontology), ontology, load_actor_lists()
    )
    return mentions, chains, relations


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Siemens and Bosch chief executive Anna Weber resigned.",
            ("Anna Weber", "chiefExecutiveOf", "Bosch"),
        ),
        ("Anna Weber served as chairwoman of the board of Siemens.", ("Anna Weber", "leads", "Siemens")),
        (
            "Anna Weber was named president of the Bank of Scotland.",
            ("Anna Weber", "leads", "Bank of Scotland"),
        ),
        (
            "Anna Weber, who is a spokeswoman for Siemens, resigned.",
            ("Anna Weber", "spokespersonFor", "Siemens"),
        ),
        ("The Munich-based newspaper Kurier praised Anna Weber.", ("Kurier", "headquarteredIn", "Munich")),
        ("French President Paul Martin visited Anna Weber.", ("Paul Martin", "nationality", "French")),
        (
            "Anna Weber worked as a professor of law at Harvard University.",
            ("Harvard University", "employs", "Anna Weber"),
        ),
    ],
)
def test_sentences_give_their_relation(nlp, text, relation):
    assert relation in read(nlp, text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Anna Weber met the chairman of Siemens in Berlin.", "leads"),
        ("The president of the club thanked Germany.", "headOfState"),
        ("Anna Weber and Paul Martin spoke at the University of Bonn.", "marriedTo"),
        ("Anna Weber, a former Republican county chairman, spoke in Bonn.", "leads"),
        ("Germany's Green Party leader, Anna Weber, spoke in Bonn.", "leads"),
    ],
)
def test_sentences_do_not_give_what_they_do_not_say(nlp, text, relation):
    assert not [one for one in read(nlp, text) if one[1] == relation and one[0] in {"Anna Weber", "Germany"}]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Former Democratic senator Anna Weber spoke in Bonn.", False),
        ("Anna Weber, a former Democratic candidate, spoke in Bonn.", False),
        ("Anna Weber, a former member of the Democratic Party, spoke in Bonn.", True),
    ],
)
def test_who_gave_up_a_post_is_still_of_the_party(nlp, text, ended):
    found = [one for one in read_all(nlp, text)[2] if one.relation == "partyMemberOf"]
    assert found
    assert {one.time is not None for one in found} == {ended}


def led_by_a_nation(word, dep):
    """What a title says behind a nation's adjective and another word in capitals."""
    parsed = parse_by_hand(
        f"American/American/NNP/{dep}/1 {word}/{word}/NNP/compound/2 President/president/NNP/compound/4 "
        "Jane/Jane/NNP/compound/4 Doe/Doe/NNP/nsubj/5 spoke/speak/VBD/ROOT/5"
    )
    nation = name(parsed, 0, 1, "Country", demonym=True)
    return {one for one in found(parsed, nation, name(parsed, 3, 5, "Person")) if one[1] == "headOfState"}


@pytest.mark.parametrize("dep", ["amod", "compound"])
def test_a_nations_adjective_within_a_name_is_no_nation(dep):
    assert led_by_a_nation("Bridge", dep) == set()
    assert led_by_a_nation("Acting", dep)


def prefixed(prefix, *, hyphen="-"):
    parsed = parse_by_hand(
        f"{prefix}/{prefix}/JJ/amod/3 {hyphen}/{hyphen}/HYPH/punct/3 Roe/Roe/JJ/amod/3 "
        "activist/activist/NN/compound/5 Jane/Jane/NNP/compound/5 Doe/Doe/NNP/nsubj/6 spoke/speak/VBD/ROOT/6",
        joined=(0, 1),
    )
    told = found(parsed, name(parsed, 2, 3, "Person"), name(parsed, 4, 6, "Person"))
    return {one for one in told if one[1] != "holdsPost"}


def test_a_prefix_tells_for_or_against_whom_somebody_is():
    assert prefixed("anti") == {("Jane Doe", "opposes", "Roe")}
    assert prefixed("pro") == {("Jane Doe", "supports", "Roe")}
    assert prefixed("non") == set()


def test_parts_of_parts_are_looked_through_to_a_depth():
    parts = " ".join(
        f"of/of/IN/prep/{2 * place} board/board/NN/pobj/{2 * place + 1}" for place in range(1, 2000)
    )
    parsed = parse_by_hand(f"Doe/Doe/NNP/ROOT/0 ,/,/,/punct/0 chairman/chairman/NN/appos/0 {parts}")
    assert found(parsed, name(parsed, 0, 1, "Person")) >= set()


def beside(word, owner, kind):
    parsed = parse_by_hand(
        f"He/he/PRP/nsubj/1 saw/see/VBD/ROOT/1 the/the/DT/det/3 {owner}/{owner}/NNP/dobj/1 "
        f"{word}/{word}/IN/prep/3 Mainz/Mainz/NNP/pobj/4"
    )
    return found(parsed, name(parsed, 3, 4, kind), name(parsed, 5, 6, "Place"))


def test_what_is_near_a_place_lies_not_in_it():
    assert beside("in", "Dom", "Facility") == {("Dom", "locatedIn", "Mainz")}
    assert beside("near", "Dom", "Facility") == {("Dom", "relatedTo", "Mainz")}


@pytest.mark.parametrize(
    ("owner", "kind"),
    [
        ("Rebels", "ArmedGroup"),
        ("Greens", "PoliticalParty"),
        ("Mission", "Organization"),
        ("Senate", "GovernmentBody"),
    ],
)
def test_who_acts_anywhere_has_no_site_where_he_acts(owner, kind):
    assert beside("in", owner, kind) == set()


def test_a_place_that_begins_a_clause_holds_not_the_one_before():
    parsed = parse_by_hand(
        "In/in/IN/prep/4 Mainz/Mainz/NNP/pobj/0 ,/,/,/punct/4 Germany/Germany/NNP/nsubj/4 won/win/VBD/ROOT/4"
    )
    assert found(parsed, name(parsed, 1, 2, "Place"), name(parsed, 3, 4, "Country")) == set()


def test_a_name_that_goes_on_and_a_list_hold_nothing():
    start = "He/he/PRP/nsubj/1 saw/see/VBD/ROOT/1 Gulf/Gulf/NNP/dobj/1 ,/,/,/punct/2 "
    cut = parse_by_hand(start + "Bay/Bay/NNP/appos/2 of/of/IN/prep/4 Oman/Oman/NNP/pobj/5")
    assert found(cut, name(cut, 2, 3, "Place"), name(cut, 4, 5, "Place"), name(cut, 6, 7, "Country")) == set()
    listed = parse_by_hand(
        start
        + "Bonn/Bonn/NNP/appos/2 ,/,/,/punct/4 Mainz/Mainz/NNP/appos/4 and/and/CC/cc/6 Trier/Trier/NNP/conj/6"
    )
    assert found(listed, *(name(listed, one, one + 1, "Place") for one in (2, 4, 6, 8))) == set()


def test_a_byname_lies_in_no_place():
    parsed = parse_by_hand(
        "Ohio/Ohio/NNP/poss/3 's/'s/POS/case/0 Biggest/Biggest/JJ/amod/3 Loser/Loser/NNP/nsubj/4 left/leave/VBD/ROOT/4"
    )
    assert found(parsed, name(parsed, 0, 1, "Place"), name(parsed, 2, 4, "Organization")) == set()


def leader_of(tail, kind="ArmedGroup", last=7):
    parsed = parse_by_hand(
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/8 ,/,/,/punct/1 leader/leader/NN/appos/1 of/of/IN/prep/3 "
        f"Front/Front/NNP/pobj/4 {tail} left/leave/VBD/ROOT/8"
    )
    return found(
        parsed,
        name(parsed, 0, 2, "Person"),
        name(parsed, 5, 6, kind),
        name(parsed, last, last + 1, "Country"),
    )


def test_the_leader_of_a_group_in_a_country_does_not_lead_the_group():
    within = "in/in/IN/prep/5 Iraq/Iraq/NNP/pobj/6"
    assert ("Jane Doe", "leads", "Front") not in leader_of(within)
    assert ("Jane Doe", "leads", "Front") in leader_of(within, "Company")


def test_a_function_is_no_body():
    parsed = parse_by_hand(
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/7 ,/,/,/punct/1 director/director/NN/appos/1 of/of/IN/prep/3 "
        "Media/Media/NNP/pobj/4 ,/,/,/punct/1 left/leave/VBD/ROOT/7"
    )
    told = found(parsed, name(parsed, 0, 2, "Person"), name(parsed, 5, 6, "Organization"))
    assert ("Jane Doe", "leads", "Media") not in told
    assert ("Jane Doe", "holdsPost", "director of Media") in told


@pytest.mark.parametrize(("verb", "held"), [("invited/invite", False), ("elected/elect", True)])
def test_a_post_that_is_offered_is_not_held(verb, held):
    parsed = parse_by_hand(
        f"Doe/Doe/NNP/nsubjpass/2 was/be/VBD/auxpass/2 {verb}/VBN/ROOT/2 to/to/TO/aux/4 serve/serve/VB/xcomp/2 "
        "as/as/IN/prep/4 president/president/NN/pobj/5 of/of/IN/prep/6 Acme/Acme/NNP/pobj/7"
    )
    told = found(parsed, name(parsed, 0, 1, "Person"), name(parsed, 8, 9, "Company"))
    assert (("Doe", "leads", "Acme") in told) is held


@pytest.mark.parametrize(("places", "listed"), [(5, True), (4, False)])
def test_five_places_in_a_row_are_a_list_without_an_and(places: int, listed: bool) -> None:
    rows = ["He/he/PRP/nsubj/1 won/win/VBD/ROOT/1"]
    for place in range(places):
        head, dep = (1, "dobj") if place == 0 else (2 * place, "appos")
        rows.append(f"P{place}/P{place}/NNP/{dep}/{head} ,/,/,/punct/{2 + 2 * place}")
    parsed = parse_by_hand(" ".join(rows))
    names = [name(parsed, 2 + 2 * one, 3 + 2 * one, "Place") for one in range(places)]
    ends = {each for one in found(parsed, *names) for each in one}
    assert (f"P{places - 1}" not in ends) is listed


@pytest.mark.parametrize(
    ("post", "behind", "led"),
    [("chairman", ",", True), ("chairman", "said", False), ("poet", ",", False)],
)
def test_a_body_between_commas_is_that_of_the_bare_post_before_it(post: str, behind: str, led: bool) -> None:
    parsed = parse_by_hand(
        f"Ann/Ann/NNP/compound/1 Lee/Lee/NNP/nsubj/7 ,/,/,/punct/1 {post}/{post}/NN/appos/1 ,/,/,/punct/1 "
        f"Acme/Acme/NNP/appos/1 {behind}/{behind}/,/punct/1 left/leave/VBD/ROOT/7"
    )
    told = found(parsed, name(parsed, 0, 2, "Person"), name(parsed, 5, 6, "Company"))
    assert (("Ann Lee", "leads", "Acme") in told) is led


INCLUDE = (
    "Members/member/NNS/nsubj/{0} of/of/IN/prep/0 Acme/Acme/NNP/pobj/1 {1} Ann/Ann/NNP/dobj/{0} "
    "and/and/CC/cc/{2} Bob/Bob/NNP/conj/{2}"
)


@pytest.mark.parametrize(
    ("verb", "place", "members"),
    [
        ("include/include/VBP/ROOT/3", 3, {"Ann", "Bob"}),
        ("may/may/MD/aux/4 include/include/VB/ROOT/4", 4, set()),
        ("praise/praise/VBP/ROOT/3", 3, set()),
    ],
)
def test_whom_the_members_include_is_one(verb: str, place: int, members: set[str]) -> None:
    parsed = parse_by_hand(INCLUDE.format(place, verb, place + 1))
    names = [name(parsed, place + one, place + one + 1, "Person") for one in (1, 3)]
    told = found(parsed, name(parsed, 2, 3, "Organization"), *names)
    assert {one[0] for one in told if one[1:] == ("memberOf", "Acme")} == members


@pytest.mark.parametrize(("article", "led"), [("the", True), ("a", False)])
def test_the_name_right_behind_a_definite_noun_says_of_what_a_post_is(article: str, *, led: bool) -> None:
    parsed = parse_by_hand(
        "Doe/Doe/NNP/nsubj/7 ,/,/,/punct/0 head/head/NN/appos/0 of/of/IN/prep/2 "
        f"{article}/{article}/DT/det/5 newspaper/newspaper/NN/pobj/3 Lumen/Lumen/NNP/appos/5 left/leave/VBD/ROOT/7"
    )
    mentions = (
        name(parsed, 0, 1, "Person"),
        name(parsed, 5, 6, "Post", form="nominal"),
        name(parsed, 6, 7, "MediaOutlet"),
    )
    assert (("Doe", "leads", "Lumen") in found(parsed, *mentions)) is led
