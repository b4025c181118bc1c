"""Tables of articles in Apache Parquet, a row each, with the columns that JSON Lines have as fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadingError

_FIELDS = frozenset(("id", "text", "title", "date", "author", "publisher", "outlet", "url"))  # kg.reading.record
_TOGETHER = 256  # rows in memory at a time


def rows(path: Path) -> Iterator[bytes]:
    """Each row as a line of JSON Lines. Raises ReadingError, OSError."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        remedy = "pip install 'vnkg[parquet]', or give it as JSON Lines"
        raise ReadingError(path, "is a table that cannot be read without pyarrow", remedy) from None
    try:
        with parquet.ParquetFile(path) as table:
            columns = [name for name in table.schema_arrow.names if name in _FIELDS]
            for batch in table.iter_batches(_TOGETHER, columns=columns):
                for row in batch.to_pylist():
                    yield json.dumps(row, ensure_ascii=False, default=str).encode()
    except pyarrow.ArrowException as error:
        raise ReadingError(path, f"is no Parquet table that can be read ({str(error).splitlines()[0]})") from None
