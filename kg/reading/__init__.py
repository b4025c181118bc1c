"""Files, pages and records -> Article, the text unchanged."""

from kg.reading.reader import article, articles, read
from kg.reading.source import sources

__all__ = ["article", "articles", "read", "sources"]
