"""The gate that relations of mentions and claims of actors pass alike."""

from __future__ import annotations

from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.policies import admits, turned_relation, without_restated


def test_ends_of_no_known_kind_are_admitted_until_all_documents_are_read() -> None:
    married = load_ontology().relation("marriedTo")
    assert admits(married, "Person", {"Person"})
    assert not admits(married, "Person", {"Company"}, unknown=True)
    assert admits(married, "Thing", {"Person"}, unknown=True)
    assert not admits(married, "Thing", {"Person"})


def test_only_what_has_an_actor_at_both_ends_is_turned() -> None:
    ontology = load_ontology()
    turned = next(relation for relation in ontology.relations.values() if relation.stored_as)
    assert turned_relation(turned, both_actors=True) == turned.stored_as
    assert turned_relation(turned, both_actors=False) is None
    assert turned_relation(None, both_actors=True) is None


def test_a_learned_relation_gives_way_to_a_rule_that_says_something_of_the_same_two() -> None:
    found = ["ab rule", "ab learned", "cd idle", "cd learned", "- learned", "- rule"]
    kept = without_restated(
        found,
        lambda one: None if one.startswith("-") else one[:2],
        learned=lambda one: one.endswith("learned"),
        says=lambda one: one.endswith("rule"),
    )
    assert kept == ["ab rule", "cd idle", "cd learned", "- learned", "- rule"]
