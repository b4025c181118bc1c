"""Where articles come from: every kind of input, in order, and what cannot be read reported in one line."""

import gzip
import io
import json
import os
import sys

import pytest

from kg.reading.source import Source, number, sources


def read(*inputs, limit=10_000_000):
    problems = []
    return list(sources(inputs, lambda error: problems.append(str(error)), limit)), problems


def test_a_file_is_one_article(tmp_path):
    path = tmp_path / "tin.txt"
    path.write_bytes(b"Tin")
    assert read(path) == ([Source(str(path), "tin", ".txt", b"Tin")], [])


def test_a_folder_gives_its_articles_in_order_and_leaves_the_rest_alone(tmp_path):
    for name in ["b.txt", "a.html", "c.HTM", "x.json", "y.pdf", ".hidden.txt", "sub/d.txt", ".git/e.txt", "z.txt~"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Tin")
    (tmp_path / "e.jsonl.gz").write_bytes(gzip.compress(b'{"text": "1"}\n\n{"text": "2"}'))
    found, problems = read(tmp_path)
    assert [(one.stem, one.form) for one in found] == [
        ("a", ".html"), ("b", ".txt"), ("c", ".html"), ("e", ".jsonl"), ("e", ".jsonl"), ("sub.d", ".txt")]
    assert problems == []


def test_gzip_is_known_by_its_content(tmp_path):
    path = tmp_path / "tin.txt"
    path.write_bytes(gzip.compress(b"Tin"))
    assert read(path)[0][0].content == b"Tin"


@pytest.mark.parametrize(("start", "form"), [
    ("<!DOCTYPE html><p>Tin", ".html"), ('{"text": "Tin"}', ".jsonl"), ("Tin", ".txt"), ("  \n<HTML>", ".html")])
def test_standard_input_is_known_by_its_start(monkeypatch, start, form):
    monkeypatch.setattr(sys, "stdin", type("In", (), {"buffer": io.BytesIO(start.encode())}))
    found, problems = read("-")
    assert [(one.stem, one.form, problems) for one in found] == [("article", form, [])]


def test_each_problem_is_one_line_with_a_remedy_and_the_others_are_read(tmp_path):
    good, cut = tmp_path / "good.txt", tmp_path / "cut.txt.gz"
    good.write_text("Tin")
    cut.write_bytes(gzip.compress(os.urandom(10_000))[:-200])
    empty = tmp_path / "empty"
    empty.mkdir()
    found, problems = read(tmp_path / "no.txt", cut, empty, good)
    assert [one.stem for one in found] == ["good"]
    assert problems == [
        f"{tmp_path}/no.txt: does not exist; check the path",
        f"{cut}: is damaged gzip; get it again: it may have been cut off",
        f"{empty}: holds no articles; put files there that end in .txt, .html, .htm, .jsonl (or these with .gz), or in .parquet"]


def test_an_unreadable_file_is_reported(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Tin")
    (tmp_path / "b.txt").write_text("Tin")
    opened = type(path).open

    def refuse(self, *args, **kwargs):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(type(path), "open", refuse)
    found, problems = read(tmp_path)
    assert [one.stem for one in found] == ["b"]
    assert problems == [f"{path}: may not be read; check its permissions"]


def test_a_line_that_is_too_long_is_left_out_and_the_next_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "x" * 500}) + "\n" + json.dumps({"text": "Tin"}))
    found, problems = read(path, limit=100)
    assert [one.where for one in found] == [f"{path}:2"]
    assert problems == [f"{path}:1: is larger than 0.0001 MB; if it is one article, split it"]


def test_a_gzip_bomb_is_given_up(tmp_path):
    bomb = tmp_path / "bomb.jsonl.gz"
    bomb.write_bytes(gzip.compress(b" " * 50_000))
    found, problems = read(bomb, limit=1000)
    assert found == []
    assert len(problems) == 2 and all(problem.startswith(f"{bomb}:1") for problem in problems)


def test_a_text_that_is_too_large_is_refused_before_all_of_it_is_in_memory(tmp_path):
    bomb = tmp_path / "bomb.txt.gz"
    bomb.write_bytes(gzip.compress(b"x" * 1_000_000))
    assert read(bomb, limit=1000) == ([], [f"{bomb}: is larger than 0.001 MB; if it is one article, split it"])


def test_how_many_articles_there_are_is_told_beforehand(tmp_path):
    (tmp_path / "a.txt").write_text("Một bài.")
    (tmp_path / "b.jsonl").write_text('{"text": "Hai."}\n\n{"text": "Ba."}\n')
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "B\xe1\xbb\x91n."}\n' * 3))
    assert number([tmp_path]) == 6 == len(list(sources([tmp_path], pytest.fail)))
    assert number([tmp_path, "-"]) is None
    assert number([tmp_path / "absent.jsonl"]) == 0
