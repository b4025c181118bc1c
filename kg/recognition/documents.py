"""Documents: directives, resolutions, decisions, laws, by number, session, issuer or title (`kg/vi/documents.toml`).

Numbers are found first, in the plain text, since their suffixes look like bodies ("99/QĐ-UBND"); the documents
themselves are read over the layer in which bodies, persons, dates and sessions are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.recognition.document_forms import NUMBERS, read
from kg.recognition.document_heads import Head, types
from kg.recognition.layer import MASK, Layer, Mention
from kg.vi.anchors import Anchored
from kg.vi.lexicon import alternation


@lru_cache(maxsize=1)
def _heads() -> Anchored:
    # "kỷ luật", "pháp luật" and "theo quy định" name no document.
    return Anchored(rf"(?<![^\W_])(?<!kỷ )(?<!pháp )({alternation(types())})(?![^\W_])", types())


_NOT_HEAD = re.compile(
    r"(?:đã|được|có|việc|sẽ|phải|tự|quyền|không|chưa|cũng|để|và|đang|vừa|cùng|nhất trí|xem xét|là)\s+$"
)


def documents(layer: Layer) -> Iterator[Mention]:
    """The documents named in a layer with bodies, persons, offices, dates, sessions and numbers masked."""
    reached = 0
    for match in layer.find(_heads()):
        if match.start() < reached:
            continue
        head = Head(layer, match)
        if not head.capital and _is_verb(layer, match, head):
            continue
        found = read(head)
        if found:
            reached = head.at
            yield Mention("document", found[0].start, max(d.end for d in found), {"documents": found}, "document")


def _is_verb(layer: Layer, match: re.Match[str], head: Head) -> bool:
    """ "X quyết định ...", "X thông báo ...": an act, unless a number follows."""
    if NUMBERS.match(layer.lower, match.end()):
        return False
    before = layer.lower[max(0, match.start() - 12) : match.start()]
    acts = ("Quyết định", "Thông báo", "Kết luận", "Quy định", "Báo cáo", "Hướng dẫn", "Kế hoạch", "Chương trình")
    return head.type in acts and bool(
        _NOT_HEAD.search(before)
        or MASK["person"] in before[-2:]
        or MASK["body"] in before[-2:]
        or MASK["office"] in before[-2:]
    )
