"""Shares: every article once, in the order of the files."""

import gzip
import json

from kg.cluster.shares import shares
from kg.reading.source import files


def stop(error):
    raise error


def placed(several):
    """The articles of all shares in the order that their groups and places give them."""
    found = sorted((one.group, place, source.where) for one in several for place, source in one.sources(stop))
    return [where for _, _, where in found]


def lines(path, number):
    path.write_text("".join(json.dumps({"id": f"{path.stem}{i}", "text": f"Tin {i}"}) + "\n" for i in range(number)))


def test_small_files_go_together_and_large_ones_are_split(tmp_path):
    lines(tmp_path / "a.jsonl", 2)
    lines(tmp_path / "b.jsonl", 50)
    for name in "cdef":
        lines(tmp_path / f"{name}.jsonl", 1)
    several = list(shares(files([tmp_path], stop), 100))
    assert [[file.path.name for file in one.files] for one in several if one.of == 1] == [["a.jsonl"], ["c.jsonl", "d.jsonl", "e.jsonl"], ["f.jsonl"]]
    assert placed(several) == [f"{tmp_path}/a.jsonl:{i}" for i in (1, 2)] + [f"{tmp_path}/b.jsonl:{i}" for i in range(1, 51)] + [
        f"{tmp_path}/{name}.jsonl:1" for name in "cdef"]


def test_a_file_that_is_given_twice_is_read_once(tmp_path):
    lines(tmp_path / "a.jsonl", 2)
    assert len(placed(shares(files([tmp_path, tmp_path / "a.jsonl"], stop), 1000))) == 2


def test_what_is_wrong_with_a_large_file_is_told_once(tmp_path):
    lines(tmp_path / "a.jsonl", 3000)
    packed = gzip.compress((tmp_path / "a.jsonl").read_bytes())
    (tmp_path / "b.jsonl.gz").write_bytes(packed[:-20])
    told = []
    several = list(shares(files([tmp_path / "b.jsonl.gz"], stop), len(packed) // 3))
    assert len(several) > 2
    for one in several:
        list(one.sources(told.append))
    assert [str(error) for error in told] == [f"{tmp_path}/b.jsonl.gz: is damaged gzip; get it again: it may have been cut off"]
