"""Whether what a sentence tells of an office lies in the past, and how that is known."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.fact import Fact
from kg.recognition.offices import Office
from kg.rules import Match
from kg.statement.scene import Scene

_NEAR = 400  # characters around a match that are read for the time told
AT_THAT_TIME = r"(?:(?:khi|lúc|hồi|thời điểm) (?:đó|ấy|bấy giờ)|bấy giờ)"
_THEN = re.compile(rf"(?<![^\W_])(?:{AT_THAT_TIME}|lúc này)(?![^\W_])")
# What puts an office in the past in a life told in order; "trước đó" may also lead to what was just decided.
_ONCE = re.compile(
    rf"(?<![^\W_])(?:{AT_THAT_TIME}(?! (?:đang |còn )?là)|thời điểm (?:năm|tháng|ngày) \d+|"
    r"(?:thời kỳ|quá trình) (?:làm|giữ)|lần lượt (?:giữ|làm|kinh qua|trải qua|đảm nhiệm|đảm nhận)|"
    r"trước đây|trước kia|trước (?:tháng|năm|ngày) \d+|khi còn|lúc còn|còn (?:làm|giữ chức|đương chức)|trong thời gian|"
    r"trước khi(?! (?:tiến hành|khai mạc|bế mạc|diễn ra|vào|họp|lấy phiếu|bỏ phiếu|phát biểu|kết thúc|quyết định|trình|"
    r"thảo luận|xem xét|biểu quyết|bước|công bố|trao|đi|đến|bầu|ký))|"
    r"sau \d+ năm(?! (?:\d+ tháng )?(?:giữ|làm|đảm nhiệm))|đầu năm \d{4}|"
    r"trong (?:hơn |gần )?\d+ năm)(?![^\W_])"
)
# An office that ends what is told, and begins itself: "các chức vụ mà ông A giữ trước khi làm Chủ tịch UBND tỉnh".
_UNTIL = re.compile(r"(?<![^\W_])trước khi [^,.;:\n]*$")
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_EARLIER = re.compile(r"(?<![^\W_])(?:trước đó|sau đó|tiếp đó)(?![^\W_])")
_DECIDED = re.compile(
    r"(?<![^\W_])(?:quyết định|phân công|điều động|bổ nhiệm|bầu|giới thiệu|chuẩn y|chỉ định)(?![^\W_])"
)
_YEAR = re.compile(r"(?<=năm )(?:19|20)\d\d(?![-\d])|(?<=\d[/.-])(?:19|20)\d\d")
_NOW = re.compile(r"(?<![^\W_])(?:đến nay|hiện|hiện nay|hiện tại)(?![^\W_])")
_SPAN = re.compile(r"(?<![^\W_])(?:trong nhiệm kỳ|giai đoạn)\s+\d{4}\s*-\s*(\d{4})")
_BORN = re.compile(r"(?<![^\W_])(?:sinh|sn|vào đảng|tốt nghiệp|nhập ngũ)[^,.;()\n]{0,24}?\d{4}")
_UNSURE = 2  # years by which plans that an undated article tells of may lie ahead of it
_AGED = "former from"


def _told(scene: Scene, match: Match) -> str:
    """What the sentence of a match says around it, in lower case."""
    recognition = scene.recognition
    at = recognition.layer.offset(match.start)
    start, end = recognition.sentence_span(recognition.sentence_at(at))
    return recognition.writing.lower[max(start, at - _NEAR) : min(end, at + _NEAR)]


def long_ago(scene: Scene, match: Match) -> bool:
    """Whether the sentence of a match tells of an office held earlier in a life."""
    if _THEN.search(scene.recognition.layer.lower, match.start, match.end):
        return True
    told = _told(scene, match)
    offices = match.roles.get("office", ())
    if offices and _UNTIL.search(scene.recognition.writing.lower, max(0, offices[0].start - 60), offices[0].start):
        return False
    if _NOW.search(_ASIDE.sub(" ", told)):
        return False
    return bool(_ONCE.search(told)) or bool(_EARLIER.search(told)) and not _DECIDED.search(told)


def aged(scene: Scene, match: Match) -> str:
    """The note that an office is a former one by the years of its sentence, which lie well before the article."""
    told = _told(scene, match)
    years = [int(year) for year in (*_YEAR.findall(_BORN.sub("", told)), *_SPAN.findall(told))]
    old = years and max(years) < _now(scene) - 1 and not _NOW.search(told)
    return f"{_AGED} the year {max(years)}" if old else ""


def followed() -> str:
    """The note that an office is a former one by what followed it in a life told by periods."""
    return f"{_AGED} the next period"


def _now(scene: Scene) -> int:
    """The year of an article, or one that it is not before."""
    return scene.dated.year if scene.dated else scene.calendar.told - _UNSURE


# What says that an office was held at the time told of: "Khi giữ cương vị Phó Bí thư Tỉnh ủy, ông ...".
_WHILE = re.compile(
    r"(?<![^\W_])(?:(?<!trước )khi|lúc|hồi|thời điểm|trong thời gian|trong quá trình|thời kỳ|từng|không còn)\s+"
    r"(?:đó\s+|ấy\s+|bấy giờ\s+)?(?:còn\s+|đang\s+)?"
    r"(?:giữ|là|làm|đương|đảm nhiệm)[^.;,\n]{0,20}$"
)


# What stands behind one that was left: "được phê chuẩn làm Bộ trưởng và nghỉ chức vụ này từ tháng 4/2016".
_LEFT = re.compile(r"\s*,?\s+(?:và|rồi)\s+(?:nghỉ|thôi|rời)\s+(?:giữ\s+)?(?:chức|chức vụ|cương vị|vị trí) này")


def held_then(scene: Scene, office: Office) -> bool:
    """Whether the words right before or behind an office put it at the time told of."""
    lower = scene.recognition.writing.lower
    return bool(_WHILE.search(lower, max(0, office.start - 40), office.start) or _LEFT.match(lower, office.end))


_TERM = re.compile(r"\s*(?:,?\s*\(?nhiệm kỳ|\(?(?:giai đoạn|thời kỳ))\s+\(?\d{4}\s*-\s*(\d{4})")
# Whose years are those of a plan: "Phó Trưởng Ban Chỉ đạo Chương trình nông thôn mới giai đoạn 2016-2020".
_PLAN = re.compile(r"chỉ đạo|điều hành|chương trình|đề án|dự án|kế hoạch")


def term_over(scene: Scene, office: Office) -> bool:
    """Whether an office is told of a term that had ended: "Chủ tịch UBND tỉnh nhiệm kỳ 2004-2009"."""
    lower = scene.recognition.writing.lower
    term = _TERM.match(lower, office.end)
    return term is not None and int(term[1]) < _now(scene) and not _PLAN.search(lower, office.start, office.end)


def is_aged(one: Fact) -> bool:
    """Whether a membership is a former one by the age of what is told only."""
    return any(note.startswith(_AGED) for note in one.notes)


def still_held(one: Fact) -> Fact:
    """The same office as one that is still held."""
    notes = tuple(note for note in one.notes if not note.startswith(_AGED))
    return replace(one, roles={**one.roles, "former": False}, notes=notes)
