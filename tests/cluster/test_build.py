"""The tasks of a cluster, in this process and in very small ranges: the bytes of the build of one machine."""

import random
from datetime import date

import pytest

from kg.archive.candidates import candidates
from kg.archive.evidence import Evidence
from kg.archive.judgements import Judgement, Verdict
from kg.archive.method import method
from kg.archive.state import State
from kg.cluster.build import Build, kept
from kg.cluster.errors import ClusterError
from kg.cluster.known import Left, is_run
from kg.cluster.plan import Plan
from kg.reading.source import files
from tests.archive.conftest import RECIPE, stop, update
from tests.archive.news import article, many, row, written
from tests.archive.test_lifecycle import judged

PERSON = "https://w3id.org/vnkg/id/person/"


class Here:
    """An engine that does each call at once, in any order, and some of them twice."""

    def __init__(self, seed=0, twice=.2):
        self._rng, self._twice = random.Random(seed), twice
        self.done = []

    def run(self, task, calls):
        calls = list(calls)
        for call in self._rng.sample(calls, len(calls)):
            if self._rng.random() < self._twice:
                task(*call)
            self.done.append(task.__name__)
            yield task(*call)


def build(place, inputs, judgements=(), report=stop, engine=None, share=400, size=300):
    """The concatenation of the graph's parts, and the build."""
    place.mkdir(exist_ok=True)
    run = Build(engine or Here(), Plan(place, RECIPE, method(RECIPE), share=share, size=size))
    for done in run.extract(files(inputs, report)):
        for error in done.errors:
            report(error)
    graph = run.publish(judgements, report)
    return b"".join(path.read_bytes() for path in sorted(graph.glob("part-*.nq"))), run


@pytest.mark.parametrize("seed", range(12))
def test_the_same_bytes_as_on_one_machine(seed, tmp_path):
    rng = random.Random(seed)
    judgements = list({one.key: one for one in (judged(rng) for _ in range(rng.randint(0, 4)))}.values())
    folder = tmp_path / "news"
    folder.mkdir()
    rows = many(rng.randint(1, 30), seed)
    rng.shuffle(rows)
    for i in range(0, len(rows), 7):
        written(folder / f"{i:02d}.jsonl", rows[i:i + 7])
    graph, run = build(tmp_path / "cluster", [folder], judgements, engine=Here(seed))
    assert graph == update(tmp_path / "one", rows, judgements=judgements)
    assert run.articles == len(rows)
    assert sorted((tmp_path / "cluster" / "graph" / "articles").iterdir())[0].read_text() in {one["text"] for one in rows}


@pytest.mark.parametrize("seed", range(4))
def test_what_is_left_offers_the_same_to_judge_as_on_one_machine(seed, tmp_path):
    rng = random.Random(seed)
    judgements = [judged(rng) for _ in range(2)]
    rows = many(30, seed)
    build(tmp_path / "cluster", [written(tmp_path / "a.jsonl", rows)], judgements)
    update(tmp_path / "one", rows, judgements=judgements)
    assert is_run(tmp_path / "cluster")
    left = Left(tmp_path / "cluster")
    with State.opened(tmp_path / "one") as state:
        assert candidates(left, judgements) == candidates(state, judgements) != []
        assert list(left.names()) == list(state.names())
        for one in candidates(state):
            for person in (one.one, one.other):
                assert Evidence(left, tmp_path / "cluster" / "graph").of(person) == Evidence(state, tmp_path / "one").of(person)
        assert [left.canonical(key) for key, _ in state.canonical_keys()] == [state.canonical(key) for key, _ in state.canonical_keys()]
        assert {left.rows(one["id"]) == state.rows(one["id"]) != "" for one in rows} == {True}
    assert (left.rows("nothing"), left.canonical(("nobody", "x"))) == ("", ())


def test_what_is_left_of_an_article_that_came_second_is_not_offered(tmp_path):
    first, second = many(2, 1)
    (tmp_path / "in").mkdir()
    for name, one in (("a", first), ("b", {**second, "id": first["id"]})):
        written(tmp_path / "in" / f"{name}.jsonl", [one])
    build(tmp_path / "out", [tmp_path / "in"], report=lambda _: None)
    update(tmp_path / "one", [first])
    with State.opened(tmp_path / "one") as state:
        assert Left(tmp_path / "out").rows(first["id"]) == state.rows(first["id"])
        assert list(Left(tmp_path / "out").names()) == list(state.names())


def test_all_stages_are_shared_out(tmp_path):
    engine = Here(1)
    build(tmp_path / "out", [written(tmp_path / "a.jsonl", many(40, 3))], engine=engine, size=2000)
    for stage in ("extract", "repeat", "identify", "publish", "count"):
        assert engine.done.count(stage) > 1, stage


def test_a_judgement_of_a_key_that_gave_way_leads_to_the_person_of_today(tmp_path):
    text = "Tin\nĐồng chí Trần Thị Hạnh, Bí thư Tỉnh ủy {} chủ trì hội nghị.\n"
    rows = [row("a", text.format("Gia Lai"), date(2021, 7, 9)), row("b", text.format("Kon Tum"), date(2021, 7, 9))]
    own = f"{PERSON}trần-thị-hạnh/gia-lai/a"
    judgements = [Judgement(Verdict.DIFFERENT, own, f"{PERSON}trần-thị-hạnh/kon-tum", "An", date(2026, 3, 1))]
    graph, _ = build(tmp_path / "out", [written(tmp_path / "a.jsonl", rows)], judgements)
    assert graph == update(tmp_path / "one", rows, judgements=judgements)
    assert f"<{own}> <http://purl.org/dc/terms/isReplacedBy>".encode() in graph


def test_of_two_articles_with_one_identifier_the_first_one_stays(tmp_path):
    rng = random.Random(5)
    first, second = article("một", rng), article("một", rng)
    inputs = [written(tmp_path / "b.jsonl", [first]), written(tmp_path / "a.jsonl", [second, article("hai", rng)])]
    told = []
    graph, run = build(tmp_path / "out", inputs, report=told.append, share=300)
    assert [str(error) for error in told] == [f'{inputs[1]}:1: is called "một", as {inputs[0]}:1 is; rename one of them']
    assert run.articles == 2
    hai = written(tmp_path / "c.jsonl", [])
    hai.write_text(inputs[1].read_text().splitlines()[1] + "\n")
    assert graph == build(tmp_path / "clean", [inputs[0], hai])[0]


def test_a_later_run_reads_only_what_is_new(tmp_path):
    rows = many(12, 4)
    inputs = [written(tmp_path / "a.jsonl", rows[:6]), written(tmp_path / "b.jsonl", rows[6:])]
    build(tmp_path / "out", inputs[:1])
    graph, run = build(tmp_path / "out", inputs, engine=Here(twice=0))
    assert (run.articles, run.unchanged) == (12, 6)
    assert graph == update(tmp_path / "one", rows)
    graph, run = build(tmp_path / "out", inputs[1:])
    assert (run.articles, run.unchanged) == (6, 6)
    assert graph == update(tmp_path / "half", rows[6:])
    assert len(list((tmp_path / "out" / "graph" / "articles").iterdir())) == 6


def test_what_a_lost_worker_left_half_is_not_read(tmp_path):
    class Losing(Here):
        def run(self, task, calls):
            for done in super().run(task, calls):
                for folder in (tmp_path / "out" / "work").glob("*/"):
                    (folder / ".half.part").write_bytes(b"half a line")
                yield done

    rows = many(5, 6)
    graph, _ = build(tmp_path / "out", [written(tmp_path / "a.jsonl", rows)], engine=Losing())
    assert graph == update(tmp_path / "one", rows)
    assert not list((tmp_path / "out" / "graph").glob(".*"))


def test_a_failed_run_leaves_the_graph_as_it_was(tmp_path):
    class Failing(Here):
        def run(self, task, calls):
            if task.__name__ == "count":
                raise ClusterError("the cluster", "was lost")
            return super().run(task, calls)

    rows = many(5, 6)
    inputs = [written(tmp_path / "a.jsonl", rows)]
    before, _ = build(tmp_path / "out", inputs)
    written(inputs[0], rows[:3])
    with pytest.raises(ClusterError):
        build(tmp_path / "out", inputs, engine=Failing())
    assert b"".join(path.read_bytes() for path in sorted((tmp_path / "out" / "graph").glob("part-*.nq"))) == before


def test_a_worker_with_another_program_is_refused(tmp_path):
    run = Build(Here(), Plan(tmp_path, RECIPE, "of yesterday"))
    with pytest.raises(ClusterError, match="a worker: has another version of kg; install the same one on all machines"):
        list(run.extract(files([written(tmp_path / "a.jsonl", many(1, 1))], stop)))


def test_one_build_at_a_time(tmp_path):
    with kept(tmp_path), pytest.raises(ClusterError, match="is in use"), kept(tmp_path):
        pass


def test_an_archive_of_one_machine_is_left_alone(tmp_path):
    update(tmp_path / "one", many(2, 2))
    with pytest.raises(ClusterError, match="holds an archive of one machine; choose another folder"), kept(tmp_path / "one"):
        pass
