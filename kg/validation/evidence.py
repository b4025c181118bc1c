"""Whether the evidence holds: passages against their own offsets and the kept texts, statements against the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.graph.index import Index
from kg.graph.terms import iri
from kg.graph.texts import Texts
from kg.validation.fault import Fault

_POSITION = re.compile(r"#char=(\d+),(\d+)$")
EXACT = iri("oa:exact")


def evidence_faults(index: Index, texts: Texts) -> Iterator[Fault]:
    """Passages that do not hold what they state, texts that are lost or altered, reified triples that nobody states."""
    kept = {article: texts.get(index.text(article, "kg:sha256")) for article in index.instances("kg:Article")}
    for article, text in kept.items():
        if text is None and texts:
            yield Fault(article, "The text that is kept for an article is the one that was read (its SHA-256 agrees).",
                        "Văn bản lưu kèm của bài báo phải đúng là văn bản đã đọc (khớp mã SHA-256).",
                        iri("kg:sha256"), index.text(article, "kg:sha256"), "kept text")
    for passage in index.instances("kg:Passage"):
        yield from _passage(passage, index, kept)
    for statement in index.instances("rdf:Statement"):
        yield from _statement(statement, index)


def _passage(node: str, index: Index, kept: dict[str, str | None]) -> Iterator[Fault]:
    stated = [index.text(node, name) for name in ("oa:start", "oa:end")]
    if not all(re.fullmatch("[0-9]{1,12}", number) for number in stated):
        return  # the shapes say so
    start, end = map(int, stated)
    exact, article = index.text(node, "oa:exact"), next(iter(index.nodes(node, "kg:inArticle")), "")
    named = _POSITION.search(node)
    if not named or (int(named[1]), int(named[2])) != (start, end) or node[:named.start()] != article:
        yield Fault(node, "A passage is named by its article and its offsets (#char=START,END).",
                    "Đoạn trích được đặt tên theo bài báo và vị trí của nó (#char=ĐẦU,CUỐI).", check="passage name")
    text = kept.get(article)
    if len(exact) != end - start or text is not None and text[start:end] != exact:
        found = f" (the text has: {text[start:end][:120]!r})" if text is not None else ""
        yield Fault(node, f"A passage's words are those of the text between its offsets{found}.",
                    "Nguyên văn của đoạn trích phải là chữ của văn bản giữa hai vị trí.", EXACT, exact, "exact words")


def _statement(node: str, index: Index) -> Iterator[Fault]:
    parts = [index.values(node, f"rdf:{name}") for name in ("subject", "predicate", "object")]
    if any(len(part) != 1 for part in parts):
        return  # the shapes say so
    (subject,), (predicate,), (value,) = parts
    if isinstance(subject, str) and isinstance(predicate, str) and (subject, predicate, value) not in index:
        yield Fault(node, "The triple that a statement is about is stated in the graph.",
                    "Bộ ba mà phát biểu nói tới phải có trong đồ thị.", predicate, index.label(value), "statement")
