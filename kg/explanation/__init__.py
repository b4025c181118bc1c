"""What a graph knows of a thing, and how it knows: each fact with its sentence, its rule and what was inferred."""

from kg.explanation.explanation import Explanation, Statement, explain, explain_fact
from kg.explanation.naming import find

__all__ = ["Explanation", "Statement", "explain", "explain_fact", "find"]
