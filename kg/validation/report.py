"""All that is wrong with a graph, each fault with the sentence where a reader finds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.graph.index import Index
from kg.graph.quotation import Quotation, quotations
from kg.graph.texts import Texts
from kg.graph.triple import Quad, Triple
from kg.validation.agreement import agreement_faults
from kg.validation.evidence import evidence_faults
from kg.validation.fault import Fault
from kg.validation.shapes import is_evidence, shape_faults, shipped
from kg.validation.terms import term_faults


@dataclass(frozen=True, slots=True)
class Located:
    """A fault, what its node is called, and where the words are that the node comes from."""

    fault: Fault
    label: str
    article: str
    quotation: Quotation | None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome: what is wrong, and how much was checked: statements, passages, kept texts (`against`)."""

    faults: tuple[Located, ...]
    statements: int
    passages: int
    against: int

    @property
    def conforms(self) -> bool:
        return not self.faults

    @property
    def evident(self) -> bool:
        """Whether there is anything to check facts by."""
        return self.passages > 0


def validate(rows: Iterable[Triple | Quad], texts: Texts, shapes: Path | None = None) -> Report:
    """Check a graph against shapes (those shipped, or others) and against itself and its kept texts.

    A graph that was built without evidence has none to be missed. Raises UnreadableGraphError or ReadingError for
    a file of shapes that cannot be used.
    """
    index = Index(rows)
    passages = len(index.instances("kg:Passage"))
    faults = {*shape_faults(index, shapes or shipped()), *term_faults(index), *evidence_faults(index, texts),
              *agreement_faults(index)}
    counted = [fault for fault in faults if passages or not is_evidence(fault)]
    hashes = [index.text(article, "kg:sha256") for article in index.instances("kg:Article")]
    against = sum(texts.get(name) is not None for name in hashes)
    located = tuple(_located(fault, index, texts) for fault in sorted(counted))
    return Report(located, len(index.triples), passages, against)


def _located(fault: Fault, index: Index, texts: Texts) -> Located:
    """A fault with the first passage of its node, else of a node that points to it or that it points to."""
    near = [fault.node, *(subject for subject, _ in index.pointing(fault.node)),
            *(value for values in index.said(fault.node).values() for value in values if isinstance(value, str))]
    quoted = next((found[0] for node in near if (found := quotations(node, index, texts))), None)
    article = quoted.article if quoted else fault.node if index.values(fault.node, "kg:sha256") else ""
    label = index.label(fault.node) if index.said(fault.node) else fault.node
    return Located(_valued(fault, index), label, index.label(article) if article else "", quoted)


def _valued(fault: Fault, index: Index) -> Fault:
    """A fault in the number of values, with the values that there are."""
    if fault.value or not fault.path:
        return fault
    return replace(fault, value="; ".join(index.label(value) for value in index.said(fault.node).get(fault.path, ())))
