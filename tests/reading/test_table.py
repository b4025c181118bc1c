"""Tables in Parquet are read as JSON Lines with the same fields."""

import json
import sys
from datetime import date, datetime

import pytest

from kg.reading import sources
from kg.reading.reader import article

ROWS = [{"id": "một", "text": "Tin\nĐồng chí Lê Minh Đức dự hội nghị.", "date": date(2021, 7, 9), "publisher": "Báo Gia Lai"},
        {"id": "hai", "text": "Tin hai", "date": None, "publisher": None}]


@pytest.fixture
def parquet():
    pytest.importorskip("pyarrow", reason="the extra vnkg[parquet] is not installed")
    from pyarrow import Table, parquet

    return lambda path, rows: parquet.write_table(Table.from_pylist(rows), path)


def stop(error):
    raise error


def read(path):
    return [article(source) for source in sources([path], stop)]


def test_rows_are_read_as_lines_are(tmp_path, parquet):
    folder = tmp_path / "news"
    folder.mkdir()
    parquet(folder / "báo.parquet", [{**row, "unknown": [1, 2]} for row in ROWS])
    lines = tmp_path / "báo.jsonl"
    lines.write_text("".join(json.dumps(row, default=str, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    assert read(folder) == read(lines)
    assert [source.where for source in sources([folder], stop)] == [f"{folder}/báo.parquet:1", f"{folder}/báo.parquet:2"]


def test_a_time_counts_as_its_day(tmp_path, parquet):
    parquet(tmp_path / "a.parquet", [{"id": "a", "text": "Tin", "date": datetime(2021, 7, 9, 23, 30)}])
    assert read(tmp_path / "a.parquet")[0].date == date(2021, 7, 9)


def test_a_row_that_is_too_long_is_left_out(tmp_path, parquet):
    parquet(tmp_path / "a.parquet", [{"id": "a", "text": "x" * 100}, {"id": "b", "text": "Tin"}])
    told = []
    assert [source.where for source in sources([tmp_path], told.append, 60)] == [f"{tmp_path}/a.parquet:2"]
    assert str(told[0]).startswith(f"{tmp_path}/a.parquet:1: is larger than")


def test_what_is_no_table(tmp_path, parquet):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 but nothing more")
    told = []
    assert list(sources([tmp_path / "a.parquet"], told.append)) == []
    assert str(told[0]).startswith(f"{tmp_path}/a.parquet: is no Parquet table that can be read (")


def test_without_the_library(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    told = []
    assert list(sources([tmp_path], told.append)) == []
    assert str(told[0]) == (f"{tmp_path}/a.parquet: is a table that cannot be read without pyarrow; "
                            "pip install 'vnkg[parquet]', or give it as JSON Lines")
