"""The Party, the State and the Army where they confer: "được Đảng, Nhà nước tặng Huân chương".

Elsewhere these words say who is loyal to whom, and name no body that acts.
"""

from __future__ import annotations

import re

from kg.recognition.heads import Body, Head
from kg.recognition.layer import Mention
from kg.vi.anchors import Anchored

_POWERS = {
    "Đảng": Head("Đảng Cộng sản Việt Nam", "closed", "PartyBody"),
    "Nhà nước": Head("Nhà nước", "closed", "StateBody"),
    "Quân đội": Head("Quân đội nhân dân Việt Nam", "closed", "ArmedForce"),
}
_ONE = r"(?:Đảng|Nhà nước|Quân đội)"
_WORD = r"[^\W\d_]+"
# "Đảng, Nhà nước và Quân đội (đã) (trao, truy, ghi nhận và) tặng"
_CONFERRING = Anchored(
    rf"(?<![^\W_])(?<!tuổi )(?P<list>{_ONE}(?:(?:, | và | - ){_ONE}){{0,3}})"
    rf"(?=(?:, {_WORD}(?: {_WORD}){{0,4}})?(?: {_WORD}){{0,3}} (?:tặng|phong|thưởng)(?![^\W_]))"
    rf"|(?:[Tt]hay mặt|lãnh đạo) (?:lãnh đạo )?(?P<for>{_ONE}(?:(?:, | và ){_ONE}){{0,2}})"
    rf"(?=[^.\n]{{0,160}} (?:trao|tặng|truy tặng) )",
    ("đảng", "nhà nước", "quân đội", "thay mặt", "lãnh đạo"),
)


def conferring(text: str, lower: str) -> list[Mention]:
    """The mentions of Party, State and Army that confer something."""
    found = []
    for match in _CONFERRING.finditer(lower, text):
        group = "list" if match["list"] else "for"
        for one in re.finditer(_ONE, match[group]):
            start = match.start(group) + one.start()
            body = Body(_POWERS[one.group()], start, start + len(one.group()))
            found.append(Mention("body", body.start, body.end, {"body": body}, "body.power"))
    return found
