"""Copies of frozen values with one field changed."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import pytest

from sociogram.model import Claim
from sociogram.model.changing import changer
from support.explorer_cases import make_case


@pytest.mark.parametrize("name", [field.name for field in fields(Claim)])
def test_a_copy_is_what_replace_gives_and_the_value_stays(name: str) -> None:
    claim = make_case()[0].claims[0]
    before = replace(claim)
    assert changer(Claim, name)(claim, "another") == replace(claim, **{name: "another"})
    assert claim == before


@dataclass(frozen=True)
class _WithoutSlots:
    one: int = 0


@dataclass(frozen=True, slots=True)
class _Checked:
    one: int = 0

    def __post_init__(self) -> None:
        if self.one < 0:
            raise ValueError


@pytest.mark.parametrize(("kind", "name"), [(_WithoutSlots, "one"), (_Checked, "one"), (Claim, "no_field")])
def test_what_cannot_be_changed_so_is_refused(kind: type[object], name: str) -> None:
    with pytest.raises(TypeError, match=name):
        changer(kind, name)
