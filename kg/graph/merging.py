"""One label a node, where several articles, or one in several places, name a thing differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.names import ALTERNATIVE, LABEL, SORT, sort_key
from kg.graph.triple import Literal, Node, Triple


def merged(rows: Iterable[Triple]) -> list[Triple]:
    """The triples, each once and in their order, with one label a node: its longest; the others become names."""
    triples = dict.fromkeys(rows)
    labels: dict[str, set[Literal]] = defaultdict(set)
    for node, predicate, value in triples:
        if predicate == LABEL and isinstance(value, Literal) and value.language == "vi":
            labels[node].add(value)
    several = {node: found for node, found in labels.items() if len(found) > 1}
    if not several:
        return list(triples)
    dropped = [row for row in triples if row[0] in several and _names(row[1], row[2])]
    sorted_nodes = {row[0] for row in dropped if row[1] == SORT}
    for row in dropped:
        del triples[row]
    for node, found in several.items():
        triples.update(dict.fromkeys(_one_label(node, found, ordered=node in sorted_nodes)))
    return list(triples)


def _names(predicate: str, value: Node) -> bool:
    return predicate == SORT or predicate == LABEL and isinstance(value, Literal) and value.language == "vi"


def _one_label(node: str, labels: set[Literal], *, ordered: bool) -> Iterator[Triple]:
    """The longest label; where the node has a sort key, that of this label, and the other labels as names."""
    main = min(labels, key=lambda label: (-len(label.text), label.text))
    yield node, LABEL, main
    if ordered:
        yield node, SORT, Literal(sort_key(main.text))
        for other in sorted(labels - {main}):
            yield node, ALTERNATIVE, other
