"""How often persons of one name are told apart and recognized, on pairs that were read and judged by hand."""

import gzip
import json
from functools import partial
from pathlib import Path

import pytest

from kg.archive.fragment import fragment
from kg.archive.identity import identify
from kg.batch import Recipe
from kg.parallel import mapped
from kg.reading.source import Source
from kg.vi.writing import fold

HERE = Path(__file__).parent
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PRECISION, RECALL = .99, .90


def lines(name):
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def sources():
    wanted = set(lines("identity_articles.txt"))  # an article in two corpora is read once
    for name in ("news-20k", "official-1k", "party-press"):
        with gzip.open(CORPUS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for number, row in enumerate(map(json.loads, file), 1):
                if row["id"] in wanted:
                    wanted.remove(row["id"])
                    day = row.get("date_hint", "")
                    content = {**row, "date": day if len(day) == 10 else ""}
                    yield Source(f"{name}:{number}", name, ".jsonl", json.dumps(content).encode())


@pytest.fixture(scope="module")
def canonical():
    """(article, folded name) -> canonical key, of all persons of the names in question."""
    persons = {}
    for one in mapped(partial(fragment, recipe=Recipe(evidence="none")), sources()):
        for record in one.persons:
            persons.setdefault(record.name, []).append(record)
    found = (identify(records) for records in persons.values())
    return {(article, key[0]): now for mapping in found for (article, key), now in mapping.items()}


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles that were annotated are not part of the project")
def test_persons_are_told_apart_and_recognized(canonical):
    counts = dict.fromkeys((("same", True), ("same", False), ("different", True), ("different", False)), 0)
    for row in lines("identity_pairs.tsv")[1:]:
        article, name, other, other_name, judgement, _ = row.split("\t")
        one, two = canonical.get((article, fold(name))), canonical.get((other, fold(other_name)))
        counts[judgement, one is not None and one == two] += 1
    right = counts["same", True]
    assert sum(counts.values()) >= 450
    assert right / (right + counts["different", True]) >= PRECISION, counts
    assert right / (right + counts["same", False]) >= RECALL, counts
