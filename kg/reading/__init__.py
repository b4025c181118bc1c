"""Files, pages and records -> Article, the text unchanged."""

from kg.reading.reader import article, articles, read
from kg.reading.source import number, sources

__all__ = ["article", "articles", "number", "read", "sources"]
