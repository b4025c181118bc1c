"""What sentences do not say of careers: offices denied, wished for, proposed, quoted, or told of another one."""

from __future__ import annotations

import re

from kg.recognition.layer import MASK, STOP
from kg.rules import Match
from kg.statement import tenure
from kg.statement.holding import lead_of
from kg.statement.scene import Scene

# An appointment that did not come about: "không thể bổ nhiệm ông A làm hiệu trưởng".
_DENIED = re.compile(
    r"(?<![^\W_])(?:không|chưa)(?: thể| được)? (?:bổ nhiệm|bầu|phê chuẩn|giới thiệu|công nhận|chấp thuận|đồng ý|chọn)"
    r"[^,;.\n]{0,20}$|(?<![^\W_])(?:không|chưa)(?: thể| được)?\s+$"
)

# An office only wished for, what a title quotes ("Ông A: 'Làm chủ tịch không dễ'"), and another's of whom one tells:
# "Ông A kể, khi còn làm Bí thư, ông B ..."
_WISHED = re.compile(
    r"(?<![^\W_])(?:nguyện vọng|mong muốn|muốn|ước mơ|xin|nếu)\s+(?:được\s+)?"
    r"(?:bầu\s+|về\s+)?(?:làm|giữ chức|giữ|trở thành)\s+$"
)
_SAID = re.compile(
    r":\s*[\"'“‘]|(?<![^\W_])(?:cho biết|cho hay|kể|nhớ lại|chia sẻ|nói)(?: rằng|,)? (?:khi|lúc|hồi|trong thời gian) "
)


# Others, who are not named: "ông A và các đồng chí là Ủy viên Ban Thường vụ".
_OTHERS = re.compile(r"(?<![^\W_])(?:các|những) (?:đồng chí|ông|bà|cán bộ|người)(?: khác| còn lại)?(?![^\W_])")


def is_denied(scene: Scene, match: Match) -> bool:
    at = scene.recognition.layer.offset(match.start)
    offices, who = match.roles.get("office", ()), match.roles.get("who", ())
    if who and offices and _OTHERS.search(scene.recognition.writing.lower, who[-1].end, offices[0].start):
        return True
    if who and scene.recognition.writing.lower.endswith("theo ", 0, who[0].start):  # whose words it is told in
        return True
    lead = lead_of(scene, offices[0].start) if offices else ""
    another = match.rule.options.get("former") and tenure.change(lead) != "leaves"  # "bầu ông A thay ông B"
    if not another and tenure.proposed(lead) or tenure.withdrawn(lead):
        return True
    if offices and (_WISHED.search(lead) or _SAID.search(scene.recognition.layer.lower, match.start, match.end)):
        return True
    return bool(_DENIED.search(scene.recognition.writing.lower, max(0, at - 50), at))


# The person whom an office concerns stands behind it: "miễn nhiệm Chủ tịch UBND tỉnh, khóa X, đối với ông B".
_CONCERNS = re.compile(rf"[^{STOP}\n;{MASK['person']}{MASK['office']}]{{0,50}}(?:đối )?với\s+{MASK['person']}")


def is_anothers(scene: Scene, match: Match) -> bool:
    """Whether a match that ends in an office gives it to a person before it, though it concerns one behind it."""
    layer = scene.recognition.layer
    ends = layer.text[match.end - 1] == MASK["office"]
    return ends and bool(_CONCERNS.match(layer.lower, match.end))
