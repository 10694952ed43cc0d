"""Small graphs: a plain one, one of hostile words, one of a lone actor."""

from __future__ import annotations

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Amount, ClaimRole, Modality, Origin, Polarity, TimeExpression
from support.made_readings import Paper, Resources

HOSTILE = "<script>alert(1)</script></script><!-- ]]> \u2028\u2029 \"'` =1+1 \x07\x0b \ud800 href=x & é 中"
SCHEMA = "SOCIOGRAM_GEXF_SCHEMA"
"""The environment variable that names the RELAX NG schema of GEXF 1.3."""


def sample_papers() -> list[Paper]:
    first, second = Paper("a", published="2024-05-01"), Paper("b", published="2024-06")
    varga, orion = first.chain("Ann Varga"), first.chain("Orion Rail", "Company")
    first.chain("Carla Diaz", role="author")
    kiss = first.chain("Bela Kiss")
    first.says(varga, "funded", orion, asserters=(kiss,), amount=Amount(value=2.5e6, currency="USD", qualifier=None,
                                                                        text="$2.5 million"),
               time=TimeExpression(start="2023", end=None, text="in 2023"))  # fmt: skip
    first.says(varga, "criticises", kiss, polarity=Polarity.DENIED)
    first.says(varga, "met", kiss, modality=Modality.ALLEGED)
    first.says(kiss, "funded", None, literal=("Thing", "a small boat"))
    first.sentence(varga, kiss, text="Ann Varga and Bela Kiss were seen.")
    first.says(kiss, "relatedTo", None, literal=("Text", "the harbour plan"), lemma="castigate", trigger="castigated",
               origin=Origin.OPEN, roles=(ClaimRole(name="place", text="Porto", start=10, end=15),))  # fmt: skip
    varga, orion = second.chain("Ann Varga"), second.chain("Orion Rail", "Company")
    second.says(varga, "funded", orion)
    second.says(varga, "owns", orion)
    second.says(varga, "supports", second.chain("it", form="pronoun"))
    return [first, second]


def sample_graph() -> Graph:
    return make_graph([paper.reading() for paper in sample_papers()], (), Resources())


def hostile_papers() -> list[Paper]:
    paper = Paper("a", authors=(HOSTILE,), published="2024-05-01")
    subject, target = paper.chain(f"Ann {HOSTILE}"), paper.chain(f"={HOSTILE}", "Company")
    paper.says(subject, "funded", target, quote=HOSTILE, trigger=HOSTILE, lemma=HOSTILE)
    paper.says(subject, "relatedTo", target, quote=HOSTILE + "2", trigger=HOSTILE, lemma=HOSTILE)
    paper.says(subject, "criticises", None, literal=("Thing", HOSTILE))
    paper.sentence(subject, target, text=HOSTILE)
    return [paper]


def hostile_graph() -> Graph:
    return make_graph([paper.reading() for paper in hostile_papers()], (), Resources())


def lonely_graph() -> Graph:
    paper = Paper("a")
    paper.chain("Ann Varga")
    return make_graph([paper.reading()], (), Resources())
