"""How often each rule was right on annotated articles: confidence.toml, as `kg eval --confidence` writes it."""

from __future__ import annotations

from functools import cache

from kg.vi.lexicon import table

FEWEST = 5  # statements that a rule must have made for its share to mean something


@cache
def rule_confidence(rule: str) -> str | None:
    """The share of the rule's statements that were right ("0.93"), or None where too few were measured."""
    measured = table("confidence").get("rules", {}).get(rule)
    if measured is None or measured["stated"] < FEWEST:
        return None
    return f"{measured['right'] / measured['stated']:.2f}"
