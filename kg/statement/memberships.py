"""Who holds which office: what stands around a name, and what an article says of appointments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.fact import Fact, Value
from kg.recognition.layer import MASK, STOP, Mention
from kg.recognition.offices import Office
from kg.recognition.persons import Person
from kg.resolution.bodies import Known
from kg.resolution.persons import Individual
from kg.rules import Match, matches
from kg.statement.scene import Scene, fact, is_status, role_name
from kg.vi.writing import fold

# Words that are printed where an office is, and that name none.
_NO_OFFICE = frozenset(
    map(
        fold,
        (
            "đại diện|cán bộ|lãnh đạo|đảng viên|thành viên|người|chiến sĩ|nhân viên|học sinh|sinh viên|"
            "hội viên|đoàn viên|"
            "cử tri|công dân|bảo vệ|người đứng đầu|nhà sáng lập|chủ nhân|khách mời|nhà báo"
        ).split("|"),
    )
)


def memberships(scene: Scene) -> Iterator[Fact]:
    """The offices that stand beside names, those that sentences give to persons, and those of lives told by periods."""
    found = list(_all(scene))
    held: dict[Value, list[Fact]] = {}
    for one in found:
        held.setdefault(one.roles["member"], []).append(one)
    return (one for one in found if not _shortened(one, held[one.roles["member"]]))


def _shortened(one: Fact, others: list[Fact]) -> bool:
    """Whether an office without its body is a short form of another that the same person holds: "Chủ tịch" after
    "Chủ tịch UBND tỉnh", "Chủ tịch nước"."""
    if one.roles.get("organization") is not None:
        return False
    role = fold(str(one.roles["role"]))
    return any(_is_longer(other, role) for other in others)


def _is_longer(other: Fact, role: str) -> bool:
    """Whether an office says more than the bare title `role`: its body, or a longer title."""
    title = fold(str(other.roles["role"]))
    return f"{title} ".startswith(f"{role} ") and (other.roles.get("organization") is not None or title != role)


def _all(scene: Scene) -> Iterator[Fact]:
    for mention in scene.recognition.of("person"):
        person: Person = mention.parts["person"]
        holder = scene.persons.of(mention)
        if holder:
            yield from _beside(scene, holder, person)
    yield from _stated(scene)
    yield from lives(scene)


def _beside(scene: Scene, holder: Individual, person: Person) -> Iterator[Fact]:
    former_side = {True: False, False: False}
    for i, office in enumerate(person.offices):
        after = office.start >= person.end
        former_side[after] = former_side[after] or office.former
        former = former_side[after] or bool(
            _WHILE.search(scene.recognition.writing.lower, max(0, office.start - 40), office.start)
        )
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
        )


# What says that an office was held at the time told of: "Khi giữ cương vị Phó Bí thư Tỉnh ủy, ông ...".
_WHILE = re.compile(
    r"(?<![^\W_])(?:khi|lúc|trong thời gian)\s+(?:còn\s+|đang\s+)?(?:giữ|là|làm|đương|đảm nhiệm)[^.;,\n]{0,20}$"
)
# ... and what says so in a life told in order; "trước đó" may also lead to what was just decided.
_ONCE = re.compile(
    r"(?<![^\W_])(?:khi đó|trước khi|khi còn|trong thời gian|"
    r"sau \d+ năm(?! (?:\d+ tháng )?(?:giữ|làm|đảm nhiệm))|đầu năm \d{4}|"
    r"trong (?:hơn |gần )?\d+ năm)(?![^\W_])"
)
_EARLIER = re.compile(r"(?<![^\W_])(?:trước đó|sau đó)(?![^\W_])")
_DECIDED = re.compile(
    r"(?<![^\W_])(?:quyết định|phân công|điều động|bổ nhiệm|bầu|giới thiệu|chuẩn y|chỉ định)(?![^\W_])"
)
_YEAR = re.compile(r"(?<=năm )(?:19|20)\d\d(?![-\d])|(?<=\d[/.-])(?:19|20)\d\d")
_NOW = re.compile(r"(?<![^\W_])(?:đến nay|hiện|hiện nay|hiện tại)(?![^\W_])")
_TOGETHER = re.compile(r"\s*(?:kiêm|và|-)\s*(?:là\s+)?")


def _shared(scene: Scene, office: Office, following: list[Office]) -> Office:
    """ "quyền chủ tịch kiêm tổng giám đốc Viettel": the first office has the body of the second."""
    complete = office.body or office.place or office.abroad or office.category != "head"
    if complete or not following or not following[0].body:
        return office
    gap = scene.recognition.writing.lower[office.end : following[0].start]
    return replace(office, body=following[0].body) if _TOGETHER.fullmatch(gap) else office


def membership(
    scene: Scene, holder: Individual, office: Office, hint: object, rule: str, *, former: bool, whole: tuple[int, int]
) -> Iterator[Fact]:
    """One office of a person, or nothing where the words name none."""
    role = role_name(office)
    known = scene.bodies.know(office.body, hint) if office.body else None  # type: ignore[arg-type]
    if known is None and (is_status(office) or fold(role) == "trưởng đoàn") or fold(role) in _NO_OFFICE:
        return
    if known is None and not office.body:
        known = _own_body(scene, office)
    entity = scene.bodies.entity(known) if known else None
    scene.holders.setdefault((fold(role), known.key if known else ()), holder)
    start, end = whole
    roles: dict[str, Value] = {"member": scene.persons.entity(holder), "role": role, "former": former}
    if entity:
        roles["organization"] = entity
    yield fact("Membership", (scene.span(start, end),), rule, (), **roles)


_OWN = {"trưởng ban": "Ban", "phó trưởng ban": "Ban", "bộ trưởng": "Bộ", "thứ trưởng": "Bộ"}


def _own_body(scene: Scene, office: Office) -> Known | None:
    """ "Trưởng ban", "Chánh Văn phòng" alone: of the last body before whose name starts with that word."""
    word = _OWN.get(office.role.lower())
    if not word:
        return None
    before = (m for m in scene.recognition.of("body") if m.start < office.start)
    named = [m for m in before if m.parts["body"].head.name.startswith(f"{word} ")]
    only = len({m.parts["body"].head.name + fold(m.parts["body"].name) for m in named}) == 1
    return scene.body(named[-1]) if only else None


def _stated(scene: Scene) -> Iterator[Fact]:
    for rule in scene.rules("careers"):
        for match in matches(rule, scene.recognition.layer):
            if _is_denied(scene, match) or _is_anothers(scene, match):
                continue
            persons = _holders(scene, match)
            who = match.roles.get("who", ())
            past = bool(rule.options.get("former")) or _long_ago(scene, match)
            offices = (*match.roles.get("office", ()), *_continued(scene, match))
            for mention, following in zip(offices, (*offices[1:], None), strict=True):
                office: Office = mention.parts["office"]
                hint = following.parts["office"].body if following else None
                former = past or office.former
                for person in persons if rule.options.get("each") else persons[-1:]:
                    yield from membership(
                        scene, person, office, hint, rule.name, former=former, whole=_whole(who, mention)
                    )


# An appointment that did not come about: "không thể bổ nhiệm ông A làm hiệu trưởng".
_DENIED = re.compile(
    r"(?<![^\W_])(?:không|chưa)(?: thể| được)? (?:bổ nhiệm|bầu|phê chuẩn|giới thiệu|công nhận|chấp thuận|đồng ý|chọn)"
    r"[^,;.\n]{0,20}$"
)


def _is_denied(scene: Scene, match: Match) -> bool:
    at = scene.recognition.layer.offset(match.start)
    return bool(_DENIED.search(scene.recognition.writing.lower, max(0, at - 50), at))


# The person whom an office concerns stands behind it: "miễn nhiệm Chủ tịch UBND tỉnh, khóa X, đối với ông B".
_CONCERNS = re.compile(rf"[^{STOP}\n;{MASK['person']}{MASK['office']}]{{0,50}}đối với\s+{MASK['person']}")


# A person named only as another's kin: "Ông A, con trai cố Bí thư B, trúng cử đại biểu".
_KIN = re.compile(r"(?<![^\W_])(?:(?:con|em|anh) (?:trai|gái|rể|ruột)|vợ|chồng|chị gái)(?: ruột)?(?: của)? (?:cố )?$")


def _is_of_kin(scene: Scene, match: Match) -> bool:
    return any(
        _KIN.search(scene.recognition.writing.lower, max(0, m.start - 30), m.start) for m in match.roles.get("who", ())
    )


def _is_anothers(scene: Scene, match: Match) -> bool:
    """Whether a match that ends in an office gives it to a person before it, though it concerns one behind it."""
    layer = scene.recognition.layer
    ends = layer.text[match.end - 1] == MASK["office"]
    return ends and bool(_CONCERNS.match(layer.lower, match.end))


_NEAR, _FAR, _MOST = 400, 4000, 20  # characters read for the time told, for who is spoken of; offices of one list
# What stands between the offices of a list told with terms: "Ủy viên Bộ Chính trị 6 khóa (VIII); Chủ tịch Quốc hội".
_NEXT_OFFICE = re.compile(
    rf"(?:[^{STOP}\n;{MASK['person']}{MASK['office']}]{{0,60}};"
    rf"|\s*(?:\([^()\n{MASK['person']}{MASK['office']}]{{0,40}}\)|{MASK['term']})?\s*,)"
    rf"\s*(?:và\s+)?({MASK['office']})"
)


def _continued(scene: Scene, match: Match) -> Iterator[Mention]:
    """The offices that go on a list of offices which ends a match."""
    layer, position = scene.recognition.layer, match.end
    if layer.text[position - 1] != MASK["office"]:
        return
    for _ in range(_MOST):
        if not (following := _NEXT_OFFICE.match(layer.lower, position)):
            return
        position = following.end()
        yield layer.at[following.start(1)]


def _long_ago(scene: Scene, match: Match) -> bool:
    """Whether the sentence of a match tells of an office held earlier in a life."""
    recognition = scene.recognition
    start, end = recognition.sentence_span(recognition.sentence_at(recognition.layer.offset(match.start)))
    at = recognition.layer.offset(match.start)
    told = recognition.writing.lower[max(start, at - _NEAR) : min(end, at + _NEAR)]
    if _NOW.search(told):
        return False
    published = scene.article.date
    years = [int(year) for year in _YEAR.findall(told)]
    old = bool(published and years and max(years) < published.year - 1)
    return old or bool(_ONCE.search(told)) or bool(_EARLIER.search(told)) and not _DECIDED.search(told)


def _holders(scene: Scene, match: Match) -> list[Individual]:
    """The persons of a match; where its words are "ông", "bà" alone, or name another's kin, the one
    spoken of."""
    if hidden := _hidden(scene, match):
        return [hidden]
    if "who" in match.rule.pattern.groupindex and not _is_of_kin(scene, match):
        return [p for m in match.roles.get("who", ()) for p in scene.agents(m) if isinstance(p, Individual)]
    spoken_of = _spoken_of(scene, match)
    return [spoken_of] if spoken_of else []


def _hidden(scene: Scene, match: Match) -> Individual | None:
    """The person between those of a match and its office, whom the name of a meeting or a document holds: "ông A chủ
    trì hội nghị công bố quyết định điều động bà B giữ chức Bí thư"."""
    who, offices = match.roles.get("who", ()), match.roles.get("office", ())
    if not who or not offices:
        return None
    between = scene.recognition.within("person", who[-1].end, offices[0].start)
    return scene.persons.of(between[-1]) if between else None


def _spoken_of(scene: Scene, match: Match) -> Individual | None:
    """The last person before in the sentence, else the first one of the nearest sentence before that names one."""
    recognition = scene.recognition
    offset = recognition.layer.offset(match.start)
    start, _ = recognition.sentence_span(recognition.sentence_at(offset))
    known = [m for m in recognition.within("person", max(0, offset - _FAR), offset) if scene.persons.of(m)]
    if not known or known[-1].start >= start:
        return scene.persons.of(known[-1]) if known else None
    last, _ = recognition.sentence_span(recognition.sentence_at(known[-1].start))
    return scene.persons.of(next(m for m in known if m.start >= last))


def _whole(who: tuple[Mention, ...], office: Mention) -> tuple[int, int]:
    """From the first to the last of the persons and the office."""
    return min(m.start for m in (*who, office)), max(m.end for m in (*who, office))


# "- 8/1988 - 6/1995: Phó Chánh Văn phòng ...": a period, and where it ends.
_TIME = r"(?:tháng\s+|ngày\s+|năm\s+)?"
_PERIOD = re.compile(
    rf"^[ ]*[-+*•]?[ ]*(?:từ\s+)?{_TIME}[\d/.]{{4,10}}\s*(?:-|đến|tới)\s*{_TIME}([\d/.]{{4,10}}|nay)\s*:", re.MULTILINE
)


def lives(scene: Scene) -> Iterator[Fact]:
    """The offices of a life told by periods, one a line: of the person whom the article names most before them."""
    recognition = scene.recognition
    text = recognition.writing.lower
    periods = list(_PERIOD.finditer(text))
    person = _most_named(scene, periods[0].start()) if len(periods) > 1 else None
    if person is None:
        return
    for period in periods:
        end = text.find("\n", period.end())
        for mention in recognition.within("office", period.end(), end if end >= 0 else len(text)):
            office: Office = mention.parts["office"]
            yield from membership(
                scene,
                person,
                office,
                None,
                "career.period",
                former=period[1] != "nay",
                whole=(mention.start, mention.end),
            )


def _most_named(scene: Scene, end: int) -> Individual | None:
    counted = [(sum(m.start < end for m in one.mentions), -i, one) for i, one in enumerate(scene.persons.all)]
    times, _, person = max(counted, default=(0, 0, None), key=lambda c: c[:2])
    return person if times else None
