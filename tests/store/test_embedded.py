"""The store in a folder: whatever happens, it holds what was loaded, once."""

import subprocess
import sys
import time

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Store

from kg.errors import ReadingError, StoreError
from kg.store.embedded import reading, writing
from kg.store.load import Way, into_folder
from kg.store.syntax import statements

ONE, TWO = "https://example.org/one", "https://example.org/two"


def write(path, *rows):
    path.write_text("".join(f"<http://x/{s}> <http://x/p> <http://x/{o}> <{g}> .\n" for s, o, g in rows))
    return path


def content(folder):
    with reading(folder) as store:
        named = {str(quad) for quad in store if quad.graph_name != DefaultGraph()}
        plain = {str(quad) for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}
    assert plain == {line.rpartition(" <")[0] for line in named}  # each statement of the graphs once, and no other
    return {(line.split()[0][10:-1], line.split()[2][10:-1], line.split()[3][1:-1]) for line in named}


def test_loading_twice_changes_nothing(tmp_path, few_file):
    first = into_folder(tmp_path / "s", few_file)
    again = into_folder(tmp_path / "s", few_file)
    assert first.added == first.sent == len(few_file.read_bytes().splitlines())
    assert (again.added, again.removed) == (0, 0)


def test_replace_touches_the_graphs_of_the_file_only(tmp_path):
    into_folder(tmp_path / "s", write(tmp_path / "a.nq", ("a", "b", ONE), ("a", "c", ONE), ("a", "b", TWO)))
    outcome = into_folder(tmp_path / "s", write(tmp_path / "b.nq", ("a", "d", ONE), ("a", "c", ONE)), Way.REPLACE)
    assert (outcome.added, outcome.removed) == (1, 1)
    assert content(tmp_path / "s") == {("a", "c", ONE), ("a", "d", ONE), ("a", "b", TWO)}


def test_delete_keeps_what_another_graph_says_too(tmp_path):
    path = write(tmp_path / "a.nq", ("a", "b", ONE), ("a", "c", ONE))
    into_folder(tmp_path / "s", path)
    into_folder(tmp_path / "s", write(tmp_path / "b.nq", ("a", "b", TWO)))
    assert into_folder(tmp_path / "s", path, Way.DELETE).removed == 2
    assert content(tmp_path / "s") == {("a", "b", TWO)}
    assert into_folder(tmp_path / "s", path, Way.DELETE).removed == 0


def test_a_file_of_one_article_gets_the_graph_of_that_article(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text("<http://x/article> a <https://w3id.org/vnkg/ontology#Article> .")
    into_folder(tmp_path / "s", path)
    with reading(tmp_path / "s") as store:
        assert list(store.named_graphs()) == [NamedNode("http://x/article")]
    into_folder(tmp_path / "s", path, Way.DELETE)
    assert content(tmp_path / "s") == set()


def test_a_named_graph_for_everything(tmp_path):
    into_folder(tmp_path / "s", write(tmp_path / "a.nq", ("a", "b", ONE), ("a", "b", TWO)), graph="http://x/all")
    assert content(tmp_path / "s") == {("a", "b", "http://x/all")}


def test_a_bad_file_changes_nothing(tmp_path):
    into_folder(tmp_path / "s", write(tmp_path / "a.nq", ("a", "b", ONE)))
    bad = write(tmp_path / "b.nq", ("a", "c", ONE))
    bad.write_text(bad.read_text() + "nonsense\n")
    for way in Way:
        with pytest.raises(ReadingError, match="nothing was loaded"):
            into_folder(tmp_path / "s", bad, way)
    assert content(tmp_path / "s") == {("a", "b", ONE)}


LOAD = "import sys; from kg.cli import main; sys.argv = ['kg', 'load', *sys.argv[1:]]; main()"


@pytest.mark.parametrize("after", [0.35, 0.6, 0.9])
def test_a_load_that_is_killed_loses_nothing_and_the_next_one_completes_it(tmp_path, archive_file, few_file, after):
    into_folder(tmp_path / "s", few_file)
    process = subprocess.Popen([sys.executable, "-c", LOAD, str(archive_file), "--store", str(tmp_path / "s"), "--replace"])
    time.sleep(after)
    process.kill()
    process.wait()
    with reading(tmp_path / "s") as store:
        assert all(quad in store for quad in statements(few_file))
    into_folder(tmp_path / "s", archive_file)
    with reading(tmp_path / "s") as store:
        expected = Store()
        expected.bulk_load(path=str(archive_file))
        assert {q for q in store if q.graph_name != DefaultGraph()} == set(expected)
        assert {q.triple for q in store.quads_for_pattern(None, None, None, DefaultGraph())} == {q.triple for q in expected}


def test_one_writes_while_another_reads(tmp_path):
    into_folder(tmp_path / "s", write(tmp_path / "a.nq", ("a", "b", ONE)))
    with writing(tmp_path / "s"), reading(tmp_path / "s") as store:
        assert len(store) == 2


def test_only_one_writes(tmp_path):
    with (writing(tmp_path / "s"), pytest.raises(StoreError, match="is in use by another program; wait") as caught,
          writing(tmp_path / "s")):
        pass
    assert caught.value.exit_code == 6


def test_what_is_no_store(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("x")
    with pytest.raises(StoreError, match="is not a store, and is in the way of one"), writing(tmp_path / "letters"):
        pass
    with pytest.raises(StoreError, match="there is no store here; load one with: kg load"), reading(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()
