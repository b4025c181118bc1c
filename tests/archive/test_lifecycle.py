"""An archive that grew says what one built at once says, byte for byte."""

import random
from datetime import date

import pytest

from kg.archive.judgements import Judgement, Verdict
from tests.archive.news import article, many, row

BASE = "https://w3id.org/vnkg/id/person/"


def judged(rng):
    names = ["nguyễn-văn-hùng/gia-lai", "nguyễn-văn-hùng/bình-định", "nguyễn-văn-hùng/trung-ương",
             "trần-thị-hạnh/gia-lai", "trần-thị-hanh/gia-lai", "lê-minh-đức/kon-tum", "lê-minh-đức/gia-lai"]
    one, other = rng.sample(names, 2)
    return Judgement(rng.choice(list(Verdict)), BASE + one, BASE + other, "An", date(2026, 3, 1))


@pytest.mark.parametrize("seed", range(50))
def test_growing_equals_building_at_once(seed, archive):
    rng = random.Random(seed)
    rows, judgements = {}, []
    for _ in range(rng.randint(3, 6)):
        ids = [f"a{rng.randint(1, 7)}" for _ in range(rng.randint(0, 3))]
        new = {id: article(id, rng) for id in ids}
        withdrawn = [id for id in sorted(rows) if rng.random() < .2]
        judgements = [one for one in judgements if rng.random() < .7] + [judged(rng) for _ in range(rng.randint(0, 2))]
        judgements = list({one.key: one for one in judgements}.values())
        rows = {id: row for id, row in rows.items() if id not in withdrawn} | new
        grown = archive("grown", list(new.values()), withdraw=withdrawn, judgements=judgements)
    at_once = list(rows.values())
    rng.shuffle(at_once)
    assert grown == archive("clean", at_once, judgements=judgements)


def test_the_order_of_articles_does_not_count(archive):
    rows = many(30, 1)
    assert archive("forth", rows) == archive("back", rows[::-1])


def test_taking_a_judgement_back_restores_the_graph(archive):
    names = ("Trần Thị Hanh", "Trần Thị Hạnh")  # the name of the earlier article stays
    rows = [row(name, f"Tin\nĐồng chí {name}, Bí thư Tỉnh ủy Gia Lai chủ trì hội nghị.\n", date(2021, 7, 9)) for name in names]
    before = archive("one", rows)
    old, new = (f"<{BASE}trần-thị-{name}/gia-lai>" for name in ("hạnh", "hanh"))
    judgement = Judgement(Verdict.SAME, old.strip("<>"), new.strip("<>"), "An", date(2026, 3, 1))
    with_it = archive("one", judgements=[judgement]).decode()
    assert f"{old} <http://www.w3.org/2002/07/owl#sameAs> {new}" in with_it
    assert {line for line in with_it.splitlines() if old in line} == {line for line in with_it.splitlines() if line.startswith(old)}
    assert archive("one") == before
