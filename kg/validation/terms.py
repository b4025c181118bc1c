"""Names and values, one by one: IRIs, lexical forms, and terms that the ontology does not know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from kg.graph.index import TYPE, Index
from kg.graph.iri import is_iri
from kg.graph.ontology import labels
from kg.graph.terms import PREFIXES, iri
from kg.graph.triple import Literal
from kg.validation.fault import Fault


def _day(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and _parsed(date.fromisoformat, text)


def _moment(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", text)) and \
        _parsed(datetime.fromisoformat, text)


def _parsed(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


_FORMS: Mapping[str, Callable[[str], object]] = {
    iri("xsd:integer"): re.compile(r"[+-]?[0-9]+").fullmatch,
    iri("xsd:decimal"): re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)").fullmatch,
    iri("xsd:boolean"): re.compile("true|false|1|0").fullmatch,
    iri("xsd:date"): _day,
    iri("xsd:gYear"): re.compile("[0-9]{4}").fullmatch,
    iri("xsd:gYearMonth"): re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])").fullmatch,
    iri("xsd:dateTime"): _moment,
}


def term_faults(index: Index) -> Iterator[Fault]:
    """IRIs that stores take for another or refuse, values that are not what their datatype says, unknown terms."""
    for subject, predicate, value in index.triples:
        if isinstance(value, Literal):
            if not _FORMS.get(value.datatype, _any)(value.text):
                kind = value.datatype.rpartition("#")[2]
                yield Fault(subject, f"A value of the type {kind} is written as one.",
                            f"Giá trị kiểu {kind} phải viết đúng dạng.", predicate, value.text, "lexical form")
        elif term := _unknown(predicate, value):
            yield Fault(subject, "Every term of the ontology's namespace is one that the ontology defines.",
                        "Mọi từ trong không gian tên của bản thể học đều phải được định nghĩa ở đó.",
                        predicate, term, "unknown term")
    for node in sorted({part for row in index.triples for part in row if isinstance(part, str)}):
        yield from _name(node)


def _any(text: str) -> bool:
    """Any text is right for a datatype that is not checked."""
    return True


def _unknown(predicate: str, value: str) -> str:
    """A class or property in the ontology's namespace that it does not define, or nothing."""
    named = (predicate, value) if predicate == TYPE else (predicate,)
    return next((name for name in named if name.startswith(PREFIXES["kg"]) and name not in labels()), "")


def _name(node: str) -> Iterator[Fault]:
    if node.startswith("_:"):
        yield Fault(node, "No node is blank: a graph with blank nodes grows each time it is loaded.",
                    "Không dùng nút trống: mỗi lần nạp, đồ thị sẽ phình thêm.", check="blank node")
    elif not unicodedata.is_normalized("NFC", node):
        yield Fault(node, "IRIs are in Unicode's form NFC: another spelling is another resource.",
                    "IRI viết theo dạng chuẩn NFC của Unicode: cách viết khác là một nút khác.", check="NFC")
    elif not is_iri(node):
        yield Fault(node, "IRIs are absolute and hold no character that RFC 3987 forbids.",
                    "IRI phải tuyệt đối và không có ký tự mà RFC 3987 cấm.", check="IRI")
