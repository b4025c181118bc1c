"""The offices that stand beside a name, and whether they are told as past there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.fact import Fact
from kg.recognition.offices import Office
from kg.recognition.person import Person
from kg.resolution.persons import Individual
from kg.statement import tenure
from kg.statement.holding import lead_of, membership
from kg.statement.pasts import AT_THAT_TIME, held_then, term_over
from kg.statement.scene import Scene, role_name
from kg.statement.tenure import Tenure
from kg.statement.told_bodies import IN_FIRMS
from kg.vi.writing import fold


def beside_name(scene: Scene, holder: Individual, person: Person) -> Iterator[Fact]:
    former_side = {True: False, False: False}
    lower = scene.recognition.writing.lower
    for i, office in enumerate(person.offices):
        if _stands_before(lower, office.start, 40, _STANDS_FOR) or _is_proposed(scene, person, office):
            continue
        after = office.start >= person.end
        now = _NOW.search(lower, max(0, office.start - 16), office.start)
        former_side[after] = (former_side[after] or _is_past(scene, person, office)) and not now
        former = former_side[after] or term_over(scene, office)
        office = _shared(scene, office, person.offices[i + 1 : i + 2])
        hint = next((o.body for o in person.offices[i + 1 :] if o.body and (o.start >= person.end) == after), None)
        yield from membership(
            scene,
            holder,
            office,
            hint,
            "membership.beside-name",
            former=former,
            whole=(min(office.start, person.start), max(office.end, person.end)),
            time=_time_beside(scene, person, office),
        )


def _stands_before(lower: str, offset: int, reach: int, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern, which ends with "$", fits the characters before an offset."""
    return pattern.search(lower, max(0, offset - reach), offset) is not None


def _is_past(scene: Scene, person: Person, office: Office) -> bool:
    """Whether the words around an office beside a name tell it as one that was held."""
    lower, after = scene.recognition.writing.lower, office.start >= person.end
    if office.former or held_then(scene, office) or _THEN.match(lower, office.end):
        return True
    first = min(office.start, person.start)
    if _stands_before(lower, office.start, 50, _YEARS_IN) or _stands_before(lower, first, 24, _LIVED):
        return True
    if not after:
        return _stands_before(lower, office.start, 40, _DISMISSED)
    being = _BEING.search(lower, person.end, office.start)
    return (
        _stands_before(lower, person.start, 40, _BEFORE)
        or being is not None and _stands_before(lower, person.start, 160, _ONCE)
        or _is_removed(scene, person, office)
    )


def _is_proposed(scene: Scene, person: Person, office: Office) -> bool:
    """ "giới thiệu Thủ tướng là ông A": who is only proposed for the office."""
    lower = scene.recognition.writing.lower
    named = office.end <= person.start and _BEING.search(lower, office.end, person.start)
    return bool(named) and tenure.proposed(lead_of(scene, office.start))


def _is_removed(scene: Scene, person: Person, office: Office) -> bool:
    """Whether a person is told to be removed from the office of the State that stands behind the name."""
    recognition, lower = scene.recognition, scene.recognition.writing.lower
    removed = _REMOVES.search(lower, max(0, person.start - 40), person.start)
    if not removed or office.body and office.body.head.category.startswith("Party"):
        return False
    _, end = recognition.sentence_span(recognition.sentence_at(office.start))
    return not _FROM.search(lower, office.end, end)


def _time_beside(scene: Scene, person: Person, office: Office) -> Tenure:
    """The time that stands behind an office beside a name, or before "ông A là Bí thư ..."."""
    lower = scene.recognition.writing.lower
    found = tenure.behind(lower, office.start, office.end, scene.calendar)
    if found or office.start < person.end or not _BEING.search(lower, person.end, office.start):
        return found
    return tenure.ahead(lead_of(scene, office.start), office.start, scene.calendar)


# An office that a person stands for: "được giới thiệu ứng cử đại biểu Quốc hội, ông A ...".
_STANDS_FOR = re.compile(r"(?<![^\W_])(?:ứng cử|tranh cử)(?: viên)?(?: vào)?(?: (?:chức danh|chức|vị trí))?\s+$")
# ... behind it: "Giám đốc Sở Y tế lúc bấy giờ".
_THEN = re.compile(
    r"\s+(?:bấy giờ|(?:vào |ở )?(?:lúc|khi|hồi|thời điểm)\s+(?:bấy giờ|đó|ấy))(?=\s*(?:[,.;:)]|là(?![^\W_])|$))"
)
_DISMISSED = re.compile(
    r"(?<![^\W_])(?:cách|thôi giữ|thôi|miễn nhiệm|bãi nhiệm|tước|mất|rời)\s+(?:các\s+)?"
    r"(?:chức|chức vụ|chức danh|cương vị|ghế)\s+$"
)
# "Sinh thời, Chủ tịch UBND thành phố A ...": who is dead holds none.
_LIVED = re.compile(r"(?<![^\W_])(?:sinh thời|lúc còn sống|khi còn sống),?\s+(?:đồng chí |ông |bà )?$")
# "phê chuẩn kết quả miễn nhiệm đối với ông A, Chủ tịch tỉnh": of the office told behind, where none is told before.
_REMOVES = re.compile(r"(?<![^\W_])(?:miễn nhiệm|bãi nhiệm|cách chức)(?: (?:đối )?với)?\s+(?:đồng chí |ông |bà )?$")
_FROM = re.compile(r"(?<![^\W_])(?:khỏi|chức|chức danh|chức vụ)(?![^\W_])")
_NOW = re.compile(r"(?<![^\W_])(?:hiện|hiện nay|hiện đang|nay)\s+(?:là|giữ chức|làm|đang là)\s+$")
_BEFORE = re.compile(r"(?<![^\W_])trước (?:tháng|năm|ngày) [\d/.-]{4,10},\s+(?:đồng chí|ông|bà)?\s*$")
# "Sau hai năm làm Bí thư Huyện ủy, ông A được điều động".
_YEARS_IN = re.compile(
    r"(?<![^\W_])sau (?:\d+|hai|ba|nhiều) (?:năm|tháng)[^.;,\n]{0,24}\s+(?:giữ|là|làm|đảm nhiệm)[^.;,\n]{0,20}$"
)
# "Thời điểm năm 2011, ông A là Giám đốc Sở Y tế".
_ONCE = re.compile(
    rf"(?<![^\W_])(?:thời điểm (?:năm |tháng |ngày )?[\d/.-]{{1,10}}|{AT_THAT_TIME}|"
    r"trước đây|trước kia|"
    r"trước khi (?:được|nhận|về|lên|sang|làm|giữ|trở thành|đảm nhiệm|đảm nhận) [^.;:\n]{0,120}),?\s+"
    r"(?:đồng chí |ông |bà )?$"
)
_BEING = re.compile(r"(?<![^\W_])là(?![^\W_])")
_TOGETHER = re.compile(r"\s*(?:kiêm|và|-)\s*(?:là\s+)?")
# Who leads the investigators is one of the heads of the police: "Phó Giám đốc, Thủ trưởng Cơ quan CSĐT Công an tỉnh".
_INVESTIGATORS = re.compile(r"(?:phó )?thủ trưởng")
_FIRMS = ("Enterprise", "School", "HealthFacility")
# Titles that are held in the body of the next one of these: "Phó Chủ tịch, Tổng Thư ký Hội Nông dân".
_PAIRED = {
    "chủ tịch": ("tổng thư ký", "phó tổng thư ký", "tổng giám đốc"),
    "phó chủ tịch": ("tổng thư ký", "phó tổng thư ký", "chánh văn phòng"),
    "phó tổng thư ký": ("chánh văn phòng",),
    "tư lệnh": ("chính ủy", "tham mưu trưởng"),
    "phó tư lệnh": ("tham mưu trưởng", "chính ủy", "phó chính ủy"),
}


def _shared(scene: Scene, office: Office, following: list[Office]) -> Office:
    """The office with the body, or the territory of the body, of the next one, where both are held in one: "quyền chủ
    tịch kiêm tổng giám đốc Viettel", "Phó Bí thư, Chủ tịch UBND tỉnh"."""
    complete = office.body or office.place or office.abroad or office.category != "head"
    if complete or not following or not following[0].body:
        return office
    gap = scene.recognition.writing.lower[office.end : following[0].start]
    together = _TOGETHER.fullmatch(gap)
    if "bí thư" in office.role.lower() and following[0].body.head.category.startswith("State"):
        known = scene.bodies.know(following[0].body) if together or gap.strip(" -") in ("", ",", ";") else None
        governing = known and known.body.head.name in ("Ủy ban nhân dân", "Hội đồng nhân dân")
        return replace(office, place=known.body.territory) if known and governing else office
    paired = following[0].role.lower() in _PAIRED.get(office.role.lower(), ()) and gap.strip() == ","
    body = following[0].body
    if body.parent and _INVESTIGATORS.fullmatch(following[0].role.lower()) and gap.strip() == ",":
        return replace(office, body=body.parent)
    in_firm = body.head.category in _FIRMS and gap.strip() == "," and fold(role_name(office)) in IN_FIRMS
    return replace(office, body=body) if paired or together or in_firm else office
