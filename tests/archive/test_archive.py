"""What an archive publishes, and that neither a kill nor many articles harm it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import tracemalloc
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.archive.archive import Archive
from kg.archive.errors import ArchiveError
from kg.archive.fragment import fragment, published, renamed
from kg.archive.sorting import sorted_lines
from kg.archive.state import State
from kg.archive.support import counts
from kg.batch import Recipe
from kg.graph.iri import article_path
from kg.graph.terms import BASE, iri
from kg.reading import sources
from kg.reading.source import Source
from tests.archive.conftest import stop, update
from tests.archive.news import many, row, written

ROOT = Path(__file__).parents[2]
ACROSS = ox.NamedNode(f"{BASE}archive")


def store(graph):
    found = ox.Store()
    found.bulk_load(graph, format=ox.RdfFormat.N_QUADS)
    return found


def triples(graph, predicate):
    return {(q.subject.value, q.object.value) for q in store(graph).quads_for_pattern(None, ox.NamedNode(iri(predicate)), None, ACROSS)}


def persons(graph):
    kind = ox.NamedNode(iri("kg:Person"))
    return {q.subject.value.removeprefix(f"{BASE}person/") for q in store(graph).quads_for_pattern(None, ox.NamedNode(iri("rdf:type")), kind)}


def tin(id, *sentences, day=date(2021, 7, 9), outlet="Báo Gia Lai"):
    return row(id, "\n".join(["Hội nghị sơ kết", *sentences]) + "\n", day, outlet)


def test_each_article_has_its_graph_in_order_and_one_is_for_all(archive):
    graph = archive("a", [tin("b", "Ông Rah Lan Chung, Bí thư Tỉnh ủy Gia Lai chủ trì hội nghị."), tin("a", "Tin.")])
    names = [line.rsplit(" ", 2)[1] for line in graph.decode().splitlines()]
    assert list(dict.fromkeys(names)) == [f"<{BASE}{article_path('a')}>", f"<{BASE}{article_path('b')}>", f"<{BASE}archive>"]
    for name in set(names):
        lines = [line for line in graph.decode().splitlines() if line.endswith(f"{name} .")]
        assert lines == sorted(set(lines))


SAYS = "Đồng chí Rah Lan Chung, Bí thư Tỉnh ủy Gia Lai chủ trì hội nghị."


def test_a_fact_counts_its_articles_and_outlets(archive):
    copy = tin("c", SAYS, outlet="Báo Bình Định")  # the text of a, set otherwise
    graph = archive("a", [tin("a", SAYS), tin("b", SAYS, "Sau đó, hội nghị thảo luận.", outlet="TTXVN"),
                          copy | {"text": tin("a", SAYS)["text"].replace("\n", "\n\n")}])
    fact = f"{BASE}membership/person,rah-lan-chung,gia-lai/bí-thư/organization,tỉnh-ủy-gia-lai"
    assert dict(triples(graph, "kg:supportCount"))[fact] == "2"
    assert dict(triples(graph, "kg:outletCount"))[fact] == "2"
    withdrawn = archive("a", withdraw=["b"])
    assert dict(triples(withdrawn, "kg:supportCount"))[fact] == "1"


def test_support_is_counted_by_text_and_its_first_outlet():
    lines = list(counts("<f>", [("t1", "B"), ("t1", "A"), ("t1", ""), ("t2", ""), ("t3", "A")], "g"))
    assert [re.findall(r'#(\w+Count)> "(\d)"', line)[0] for line in lines] == [("outletCount", "1"), ("supportCount", "3")]


def test_a_person_in_a_new_office_is_one_and_his_facts_are_one(archive):
    graph = archive("a", [
        tin("a", "Đồng chí Rah Lan Chung, Phó Chủ tịch UBND tỉnh Gia Lai phát biểu."),
        tin("b", "Đồng chí Rah Lan Chung, Thứ trưởng Bộ Nội vụ, nguyên Phó Chủ tịch UBND tỉnh Gia Lai phát biểu.", day=date(2023, 1, 1)),
        tin("c", "Đồng chí Rah Lan Chung, Thứ trưởng Bộ Nội vụ phát biểu.", day=date(2023, 2, 1))])
    assert persons(graph) == {"rah-lan-chung/gia-lai"}
    old = f"{BASE}person/rah-lan-chung/trung-ương"
    assert triples(graph, "owl:sameAs") == triples(graph, "dcterms:isReplacedBy") == {(old, f"{BASE}person/rah-lan-chung/gia-lai")}
    fact = f"{BASE}membership/person,rah-lan-chung,gia-lai/thứ-trưởng/organization,bộ-nội-vụ"
    assert dict(triples(graph, "kg:supportCount"))[fact] == "2"


@pytest.mark.parametrize(("one", "other", "kept"), [
    ("Ông Nguyễn Văn Hùng, Chủ tịch UBND tỉnh Gia Lai phát biểu.", "Ông Nguyễn Văn Hùng, Chủ tịch UBND tỉnh Kon Tum phát biểu.",
     "person/nguyễn-văn-hùng"),
    ("Bà Trần Thị Hạnh, Bí thư Tỉnh ủy Gia Lai phát biểu.", "Bà Trần Thị Hanh, Bí thư Tỉnh ủy Gia Lai phát biểu.", "person/trần"),
    ("Hội nghị quán triệt Chỉ thị số 05-CT/TW của Bộ Chính trị.", "Hội nghị quán triệt Chỉ thị số 06-CT/TW của Bộ Chính trị.",
     "document/"),
    ("UBND tỉnh Hà Nam tổ chức hội nghị.", "UBND tỉnh Hà Giang tổ chức hội nghị.", "organization/ủy-ban-nhân-dân"),
])
def test_what_looks_alike_stays_two(archive, one, other, kept):
    found = store(archive("a", [tin("a", one), tin("b", other)]))
    assert len({q.subject.value for q in found if q.subject.value.startswith(f"{BASE}{kept}")}) == 2


def test_namesakes_in_one_office_stay_two(archive):
    """Articles a and b each call another person .../gia-lai: neither name is the other's."""
    graph = archive("a", [tin("a", "Ông Lê Minh Đức, Chủ tịch UBND tỉnh Gia Lai phát biểu."),
                          tin("b", "Bà Lê Minh Đức, Chủ tịch UBND tỉnh Gia Lai phát biểu.")])
    assert persons(graph) == {"lê-minh-đức/gia-lai", "lê-minh-đức/gia-lai/b"}
    assert not triples(graph, "owl:sameAs")


def test_an_article_without_change_is_not_built_again(archive, tmp_path):
    rows = many(5, 1)
    archive("a", rows)
    changed = [*rows[:4], rows[4] | {"text": "Tin\nĐồng chí Rah Lan Chung, Bí thư Tỉnh ủy Gia Lai phát biểu.\n"}]
    out = subprocess.run([sys.executable, "-m", "kg", "build", str(written(tmp_path / "a.jsonl", changed)), "-o",
                          str(tmp_path / "a"), "--archive", "--json"], capture_output=True, text=True, cwd=ROOT, check=True)
    said = json.loads(out.stdout)
    assert (said["added"], said["unchanged"], said["articles"]) == (1, 4, 5)


def test_wrong_use_changes_nothing(archive, tmp_path):
    before = archive("a", many(3, 1))
    with pytest.raises(ArchiveError, match="x: is not in the archive"):
        archive("a", withdraw=["bài 00000", "x"])
    with pytest.raises(ArchiveError, match="was made with --base"):
        archive("a", recipe=Recipe("https://example.org/"))
    assert archive("a") == before
    with State.opened(tmp_path / "a", change=True), pytest.raises(ArchiveError, match="is in use"), \
            State.opened(tmp_path / "a", change=True, patience=.1):
        pass


def test_what_a_killed_run_left_unfinished_is_cleared_away(archive, tmp_path):
    archive("a", many(1, 1))
    (tmp_path / "a" / ".x.part").write_bytes(b"half")
    archive("a", many(2, 1))
    assert not (tmp_path / "a" / ".x.part").exists()


def test_texts_come_and_go_with_their_articles(archive, tmp_path):
    archive("a", many(3, 1))
    assert len(list((tmp_path / "a" / "articles").iterdir())) == 3
    archive("a", withdraw=["bài 00001"])
    assert len(list((tmp_path / "a" / "articles").iterdir())) == 2


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_was(tmp_path):
    rows = many(1500, 3)
    whole = update(tmp_path / "whole", rows)
    folder, inputs = tmp_path / "killed", written(tmp_path / "rows.jsonl", rows)
    folder.mkdir()
    command = [sys.executable, "-m", "kg", "build", str(inputs), "-o", str(folder), "--archive", "-q"]
    for _ in range(2):
        run = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
        _wait_for_more(folder)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        assert not (folder / "graph.nq").exists()
    with State.opened(folder) as state:
        assert 0 < state.count("articles") < len(rows)
    subprocess.run(command, cwd=ROOT, check=True)
    assert (folder / "graph.nq").read_bytes() == whole
    assert not [path for path in folder.iterdir() if path.name.endswith(".part")]


def _wait_for_more(folder):
    """Until a few hundred texts have been written since now."""
    def number():
        return sum(1 for _ in (folder / "articles").glob("*.txt"))

    first, end = number(), time.time() + 60
    while number() < first + 205 and time.time() < end:
        time.sleep(.05)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_archive(tmp_path):
    """That of the process that keeps it; articles are read in others, which keep nothing of them."""
    def peak(number):
        rows = written(tmp_path / f"{number}.jsonl", many(number, 4))
        (tmp_path / str(number)).mkdir()
        tracemalloc.start()
        with State.opened(tmp_path / str(number), change=True) as state:
            kept = Archive(state, tmp_path / str(number), Recipe())
            assert not [made.error for made in kept.add(sources([rows], stop), 2) if made.error]
            kept.publish()
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    few, many_more = peak(400), peak(1200)
    waiting = 5_000_000  # articles that have come back and wait their turn: a few, of which more or fewer at one time
    assert many_more < 1.3 * few + waiting


def test_more_lines_than_fit_are_sorted(tmp_path):
    lines = [f"{i * 7919 % 1000:04d}\n" for i in range(1000)]
    for run in (1, 64, 5000):  # more runs than may be open, some, one
        assert list(sorted_lines(lines, tmp_path, run)) == sorted(lines)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("field", ["id", "title", "publisher"])
def test_what_no_rdf_can_hold_costs_one_article(tmp_path, field):
    rows = [tin("a", SAYS), tin("b", SAYS) | {field: "x\ud800"}]
    folder, inputs = tmp_path / "a", tmp_path / "rows.jsonl"
    inputs.write_text("".join(json.dumps(one) + "\n" for one in rows))
    folder.mkdir()
    with State.opened(folder, change=True) as state:
        made = list(Archive(state, folder, Recipe()).add(sources([inputs], stop), 1))
        assert [one.error is None for one in made] == [True, False]
        assert "half of a surrogate pair" in str(made[1].error)


def test_only_nodes_get_other_names_not_the_words_of_articles():
    old, new = (f"<{BASE}person/rah-lan-chung/{place}>" for place in ("gia-lai", "kon-tum"))
    words = f"{SAYS[:-1]} {old} ."
    one = fragment(Source("x", "x", ".jsonl", json.dumps(tin("a", words)).encode()), Recipe())
    lines = published(one, renamed(one, {("rah lan chung", "gia lai"): ("rah lan chung", "kon tum")})).splitlines()
    assert any(line.startswith(f"{new} ") for line in lines)
    assert not any(line.startswith(f"{old} ") or f" {old} <" in line.split('"')[0] for line in lines)
    literals = [line.split('"')[1] for line in lines if '"' in line]
    assert sorted(literals) == sorted(row.split('"')[1] for row in one.rows.splitlines() if '"' in row)


def test_a_fragment_is_of_its_article_alone():
    source = Source("x", "x", ".jsonl", json.dumps(tin("a", SAYS)).encode())
    assert fragment(source, Recipe()) == fragment(source, Recipe())
