"""Sorted lines: each key in one range, each range found whole."""

from hypothesis import given
from hypothesis import strategies as st

from kg.cluster.lines import Range, line, only, parts, put, ranges, within, written

KEYS = st.text(max_size=6) | st.sampled_from(["", "a", "a\x00", "a\x01", "aa", "é", "\ud800", "\U0001f600"])
FILES = st.lists(st.lists(st.tuples(KEYS, st.sampled_from(["", "1", "đ"])), max_size=20), max_size=4)


@given(KEYS, st.text(max_size=5).filter(lambda text: "\n" not in text))
def test_a_line_gives_its_key_and_value_back(key, value):
    assert parts(line(key, value)) == (key, value)
    assert line(key, value).count(b"\n") == 1


@given(st.lists(KEYS, max_size=20))
def test_keys_sort_as_they_do_in_python(keys):
    assert sorted(keys) == sorted(keys, key=written)
    assert [parts(one)[0] for one in sorted(line(key, "") for key in keys)] == sorted(keys)


@given(FILES, st.integers(1, 40), st.integers(1, 3))
def test_ranges_share_all_lines_out(tmp_path_factory, files, every, each):
    folder = tmp_path_factory.mktemp("lines")
    samples, paths = [], [folder / str(i) for i in range(len(files))]
    for path, rows in zip(paths, files, strict=True):
        samples += put(path, [line(*row) for row in rows], every)
    shared_out = [one for part in ranges(samples, each) for one in within(paths, part)]
    assert shared_out == sorted(line(*row) for rows in files for row in rows)


@given(FILES, KEYS)
def test_the_range_of_one_key_holds_its_lines(tmp_path_factory, files, key):
    folder = tmp_path_factory.mktemp("lines")
    paths = [folder / str(i) for i in range(len(files))]
    for path, rows in zip(paths, files, strict=True):
        put(path, [line(*row) for row in rows], 10)
    assert within(paths, only(key)) == sorted(line(*row) for rows in files for row in rows if row[0] == key)


def test_many_small_files_are_sampled_as_they_are_large(tmp_path):
    samples = [sample for i in range(400) for sample in put(tmp_path / str(i), [line(f"{i:03d}", "x" * 45)], 500)]
    assert 25 <= len(samples) <= 60  # 40 on average
    assert len(ranges(samples, 10)) in range(3, 7)


def test_no_lines_are_one_range():
    assert ranges([], 4) == [Range(b"", b"")]
