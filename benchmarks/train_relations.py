"""Train the learned relations on KnowledgeNet and Re-DocRED and write the weights that the package carries.

    python -m benchmarks.train_relations FOLD1 FOLD2 [--redocred FILE] [--cache DIR] [--output FILE]

Each pair of mentions that the finders give in a sentence is an example; it is positive for a
predicate where a gold fact overlaps both, and an example at all only where its passage was
annotated for that predicate. KnowledgeNet chose its passages for their facts, so a model of it
alone finds facts everywhere; Re-DocRED adds pairs of ordinary sentences: positive where the
sentence is evidence of the relation, negative where the pair has none; and the lexicon's own example sentences add
verbs that KnowledgeNet has not. One L2-regularised logistic
regression a predicate (L-BFGS from zero, so the result is the same each time), features that occur
at least ``--least`` times, weights rounded to 8 bits. KnowledgeNet is CC BY-SA 4.0 (Mesquita et al.
2019, Diffbot), Re-DocRED MIT (Tan et al. 2022).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.quality import Text, parse_cached, whole_document
from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.learned.classifier import LABELS, WEIGHTS
from sociogram.extraction.learned.features import CandidatePair, features, iter_candidates
from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nominal import BONDS
from sociogram.extraction.nouns.phrases import Phrases, index_phrases
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.lexicon import load_lexicon
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Document
from sociogram.parse.spacy_model import DEFAULT_MODEL, load_model, parse_documents

ABOUT = {
    "trained on": "KnowledgeNet, folds 1 and 2 (Mesquita, Cannaviccio, Schmidek, Mirza, Barbosa 2019, Diffbot); "
    "Re-DocRED, development documents (Tan, Xu, Bing, Ng, Aljunied 2022)",
    "source": "https://github.com/diffbot/knowledge-net, https://github.com/tonytan48/Re-DocRED",
    "licence": "CC BY-SA 4.0 (KnowledgeNet), MIT (Re-DocRED)",
    "changes": "features of the texts weighted by logistic regression; no text is contained",
}
PROPERTIES: dict[str, tuple[tuple[str, bool], ...]] = {
    "EMPLOYEE_OR_MEMBER_OF": (("P108", False), ("P463", False), ("P54", False), ("P241", False), ("P488", True),
                              ("P169", True), ("P1037", True)),
    "CEO": (("P169", True),),
    "FOUNDED_BY": (("P112", True),),
    "EDUCATED_AT": (("P69", False),),
    "POLITICAL_AFFILIATION": (("P102", False),),
    "PLACE_OF_BIRTH": (("P19", False),),
    "PLACE_OF_RESIDENCE": (("P551", False),),
    "NATIONALITY": (("P27", False),),
    "SPOUSE": (("P26", False), ("P26", True)),
    "CHILD_OF": (("P22", False), ("P25", False), ("P40", True)),
    "DATE_OF_BIRTH": (("P569", False),),
    "DATE_OF_DEATH": (("P570", False),),
    "HEADQUARTERS": (("P159", False),),
    "SUBSIDIARY_OF": (("P749", False), ("P355", True)),
    "DATE_FOUNDED": (("P571", False),),
}  # fmt: skip
"""KnowledgeNet's predicates as Wikidata properties, and whether these run from the pair's second to its first."""

OFTEN = 3


@dataclass
class Examples:
    """The examples of one group: features, and for each label 1, 0 or -1 (not annotated)."""

    features: list[list[str]] = field(default_factory=list)
    labels: list[list[int]] = field(default_factory=list)


def overlaps(span: tuple[int, int], other: list[int]) -> bool:
    """Whether two intervals share a character."""
    return span[0] < other[1] and other[0] < span[1]


def label_candidate(
    phrases: Phrases, candidate: CandidatePair, passages: list[dict[str, Any]]
) -> list[int] | None:
    """For each predicate of the group 1, 0 or -1; ``None`` outside all passages."""
    first, second = phrases.mentions[candidate.subject], phrases.mentions[candidate.object]
    one, two = (first.start, first.end), (second.start, second.end)
    low, high = min(one[0], two[0]), max(one[1], two[1])
    passage = next((p for p in passages if p["span"][0] <= low and high <= p["span"][1]), None)
    if passage is None:
        return None
    result = []
    for predicate, *_ in LABELS[candidate.group]:
        # KnowledgeNet's own subject of FOUNDED_BY and CEO is the organisation, that of CHILD_OF the child
        swap = predicate in {"CEO", "FOUNDED_BY"}
        subject, object_ = (two, one) if swap else (one, two)
        if predicate not in passage["annotated"]:
            result.append(-1)
            continue
        hit = any(
            fact["predicate"] == predicate
            and overlaps(subject, fact["subject"])
            and overlaps(object_, fact["object"])
            for fact in passage["facts"]
        )
        result.append(int(hit))
    return result


def read_examples(folds: list[Path], cache: Path | None) -> dict[str, Examples]:
    """The examples of all groups."""
    ontology, lists = load_ontology(), load_actor_lists()
    organizations = ontology.relation("subsidiaryOf").subject_kinds
    examples: dict[str, Examples] = defaultdict(Examples)
    for record, parsed in _parsed(folds, cache):
        mentions = find_mentions(parsed, lists)
        chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
        phrases = index_phrases(parsed, mentions, chains)
        for candidate in iter_candidates(phrases, organizations):
            labels = label_candidate(phrases, candidate, record["passages"])
            if labels is not None and max(labels) >= 0:
                examples[candidate.group].features.append(features(phrases, candidate))
                examples[candidate.group].labels.append(labels)
    return examples


def add_redocred(examples: dict[str, Examples], path: Path, cache: Path | None) -> None:
    """Add the pairs of Re-DocRED whose mentions ours overlap."""
    ontology, lists = load_ontology(), load_actor_lists()
    organizations = ontology.relation("subsidiaryOf").subject_kinds
    for record, parsed in _parsed([path], cache, field_name="content"):
        mentions = find_mentions(parsed, lists)
        chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
        phrases = index_phrases(parsed, mentions, chains)
        concepts = _concepts(phrases, record)
        related: dict[tuple[int, int], list[tuple[str, list[int]]]] = defaultdict(list)
        for relation in record["relations"]:
            related[(relation["s"], relation["o"])].append((relation["p"], relation["evidence"]))
        for candidate in iter_candidates(phrases, organizations):
            pair = concepts.get(candidate.subject), concepts.get(candidate.object)
            if pair[0] is None or pair[1] is None or pair[0] == pair[1]:
                continue
            place = phrases.mentions[candidate.subject].start
            sentence = next(
                (n for n, (low, high) in enumerate(record["sentences"]) if low <= place < high), -1
            )
            ahead, back = related.get((pair[0], pair[1]), []), related.get((pair[1], pair[0]), [])
            labels = [_judge(predicate, ahead, back, sentence) for predicate, *_ in LABELS[candidate.group]]
            if max(labels) >= 0:
                examples[candidate.group].features.append(features(phrases, candidate))
                examples[candidate.group].labels.append(labels)


def add_lexicon(examples: dict[str, Examples]) -> None:
    """Add pairs of the lexicon's own example sentences that say none of our labels, ``OFTEN`` times each.

    They show verbs that KnowledgeNet has not ("sued", "visited"). Their few names are left out of
    the features, since they would be learned as signs of nothing.
    """
    ontology, lists = load_ontology(), load_actor_lists()
    organizations = ontology.relation("subsidiaryOf").subject_kinds
    texts: dict[str, set[str]] = {}
    for sense in load_lexicon(ontology).senses:
        bond = ontology.relation(sense.relation).sentiment in BONDS
        for example in sense.positive:
            if not bond:
                texts[example.text] = {relation for labels in LABELS.values() for _, relation, _ in labels}
        for example in sense.negative:
            texts.setdefault(example.text, {example.relation})
    documents = [Document(id=text, source=text, text=text, start=0, end=len(text)) for text in texts]
    for parsed in parse_documents(documents, load_model(DEFAULT_MODEL)):
        mentions = find_mentions(parsed, lists)
        chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
        phrases = index_phrases(parsed, mentions, chains)
        for candidate in iter_candidates(phrases, organizations):
            denied = texts[parsed.document.text]
            labels = [0 if relation in denied else -1 for _, relation, _ in LABELS[candidate.group]]
            if max(labels) == 0:
                found = [
                    one for one in features(phrases, candidate) if not one.startswith(("subject=", "object="))
                ]
                examples[candidate.group].features += [found] * OFTEN
                examples[candidate.group].labels += [labels] * OFTEN


def _judge(
    predicate: str, ahead: list[tuple[str, list[int]]], back: list[tuple[str, list[int]]], sentence: int
) -> int:
    """1 where the sentence is evidence, 0 where the pair has no relation of any kind, else -1."""
    for name, turned in PROPERTIES[predicate]:
        for found, evidence in back if turned else ahead:
            if found == name:
                return 1 if sentence in evidence else -1
    return -1 if ahead or back else 0


def _concepts(phrases: Phrases, record: dict[str, Any]) -> dict[int, int]:
    """The concept of each mention that overlaps one of Re-DocRED's, and of the pronouns of its chain."""
    at: dict[int, int] = {}
    for mention in record["mentions"]:
        at.update(dict.fromkeys(range(mention["begin"], mention["end"]), mention["concept"]))
    found: dict[int, int] = {}
    for mention in phrases.mentions:
        inside = [at[place] for place in range(mention.start, mention.end) if place in at]
        if inside and mention.form == "named":
            found[mention.index] = Counter(inside).most_common(1)[0][0]
    for chain in phrases.chains:
        named = [found[member] for member in chain.mentions if member in found]
        for member in chain.mentions:
            if named and phrases.mentions[member].form == "pronoun":
                found[member] = named[0]
    return found


def _parsed(
    folds: list[Path], cache: Path | None, field_name: str = "text"
) -> Iterator[tuple[dict[str, Any], Any]]:
    records = [json.loads(line) for fold in folds for line in fold.read_text(encoding="utf-8").splitlines()]
    documents = [whole_document(Text(str(record["id"]), record[field_name])) for record in records]
    yield from zip(records, parse_cached(documents, DEFAULT_MODEL, cache), strict=True)


def fit(matrix: csr_matrix, targets: np.ndarray, penalty: float) -> np.ndarray:
    """The weights of one logistic regression; the first feature, the bias, is not penalised."""
    signs = np.where(targets > 0, 1.0, -1.0)
    free = np.ones(matrix.shape[1])
    free[0] = 0.0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (matrix @ weights)
        value = np.logaddexp(0.0, -margins).sum() + 0.5 * penalty * (free * weights**2).sum()
        slope = -signs / (1.0 + np.exp(np.clip(margins, -30, 30)))
        return float(value), matrix.T @ slope + penalty * free * weights

    result = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return np.asarray(result.x)


def train_group(
    group: str, examples: Examples, *, least: int, penalty: float
) -> tuple[list[str], np.ndarray]:
    """The features of a group and their weights, one column a label."""
    counts = Counter(name for found in examples.features for name in found)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= least and name != "bias")]
    rows = {name: row for row, name in enumerate(names)}
    indices, pointers = [], [0]
    for found in examples.features:
        indices += sorted(rows[name] for name in found if name in rows)
        pointers.append(len(indices))
    matrix = csr_matrix(
        (np.ones(len(indices)), np.array(indices), np.array(pointers)),
        shape=(len(examples.features), len(names)),
    )
    labels = np.array(examples.labels)
    columns = []
    for column, (predicate, *_) in enumerate(LABELS[group]):
        known = labels[:, column] >= 0
        columns.append(fit(matrix[known], labels[known, column], penalty))
        print(
            f"{group} {predicate}: {int(known.sum())} examples, {int((labels[:, column] > 0).sum())} positive"
        )
    return names, np.stack(columns, axis=1)


def write_weights(trained: dict[str, tuple[list[str], np.ndarray]], path: Path) -> None:
    """Write one compressed file: for each group names, 8-bit weights and their scale."""
    arrays: dict[str, Any] = {"about": np.frombuffer(json.dumps(ABOUT).encode(), dtype=np.uint8)}
    for group, (names, weights) in trained.items():
        scale = float(np.abs(weights).max()) / 127.0
        rounded = np.round(weights / scale).astype(np.int8)
        kept = [row for row in range(len(names)) if np.abs(rounded[row]).max() > 1 or row == 0]
        arrays[f"{group}.features"] = np.frombuffer(
            "\n".join(names[row] for row in kept).encode(), dtype=np.uint8
        )
        arrays[f"{group}.weights"] = rounded[kept]
        arrays[f"{group}.scale"] = np.float64(scale)
        print(f"{group}: {len(kept)} of {len(names)} features")
    with path.open("wb") as stream:
        np.savez_compressed(stream, **arrays)
    print(f"{path}: {path.stat().st_size} bytes")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_relations", description=__doc__)
    parser.add_argument("folds", type=Path, nargs="+")
    parser.add_argument("--redocred", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--least", type=int, default=2)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--output", type=Path, default=Path("src/sociogram/extraction/learned") / WEIGHTS)
    arguments = parser.parse_args()
    examples = read_examples(arguments.folds, arguments.cache)
    if arguments.redocred:
        add_redocred(examples, arguments.redocred, arguments.cache)
    add_lexicon(examples)
    trained = {
        group: train_group(group, examples[group], least=arguments.least, penalty=arguments.penalty)
        for group in LABELS
    }
    write_weights(trained, arguments.output)


if __name__ == "__main__":
    main()
