"""Whether a graph is what it should be: SHACL shapes, and what SHACL cannot say."""

from kg.validation.report import Located, Report, validate

__all__ = ["Located", "Report", "validate"]
