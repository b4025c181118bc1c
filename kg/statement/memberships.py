"""Who holds which office: what stands around a name, and what an article says of appointments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.fact import Fact, Value
from kg.recognition.layer import MASK, STOP, Mention
from kg.recognition.offices import Office
from kg.recognition.persons import Person
from kg.resolution.bodies import Known
from kg.resolution.persons import Individual
from kg.rules import Match, matches
from kg.statement import tenure
from kg.statement.decisions import deciding, office_of
from kg.statement.lives import periods
from kg.statement.scene import Scene, fact, is_status, role_name
from kg.statement.tenure import UNKNOWN, Decided, Tenure
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
    found = list(_settled(_all(scene)))
    held: dict[Value, list[Fact]] = {}
    for one in found:
        held.setdefault(one.roles["member"], []).append(one)
    return (one for one in found if not _shortened(one, held[one.roles["member"]]))


def _settled(found: Iterable[Fact]) -> Iterator[Fact]:
    """Offices, each told once: what is only by its age a former one is not where the article also gives it as held, and
    an office without a time is the one of the same name that has one, if only one has."""
    said: dict[tuple[Value | None, ...], list[Fact]] = {}
    for one in found:
        said.setdefault(office_of(one), []).append(one)
    for facts in said.values():
        held = any(not one.roles["former"] for one in facts)
        yield from _timed([_held(one) if held and _is_aged(one) else one for one in facts])


def _is_aged(one: Fact) -> bool:
    return any(note.startswith(_AGED) for note in one.notes)


def _held(one: Fact) -> Fact:
    """The same office as one that is still held."""
    notes = tuple(note for note in one.notes if not note.startswith(_AGED))
    return replace(one, roles={**one.roles, "former": False}, notes=notes)


def _timed(facts: list[Fact]) -> Iterator[Fact]:
    for former in (False, True):
        same = [one for one in facts if one.roles["former"] is former]
        times = {_time(one): one for one in same if _time(one) != (None, None)}
        only = next(iter(times.values())) if len(times) == 1 else None
        for one in same:
            bare = only is not None and _time(one) == (None, None)
            yield replace(one, roles={**only.roles, **one.roles}, notes=only.notes) if only and bare else one


def _time(one: Fact) -> tuple[Value | None, Value | None]:
    return one.roles.get("start"), one.roles.get("end")


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
    yield from _lives(scene)


def _beside(scene: Scene, holder: Individual, person: Person) -> Iterator[Fact]:
    former_side = {True: False, False: False}
    lower = scene.recognition.writing.lower
    for i, office in enumerate(person.offices):
        after = office.start >= person.end
        past = office.former or bool(_WHILE.search(lower, max(0, office.start - 40), office.start))
        former = former_side[after] = former_side[after] or past
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


def _time_beside(scene: Scene, person: Person, office: Office) -> Tenure:
    """The time that stands behind an office beside a name, or before "ông A là Bí thư ..."."""
    lower = scene.recognition.writing.lower
    found = tenure.behind(lower, office.start, office.end, scene.calendar)
    if found or office.start < person.end or not _BEING.search(lower, person.end, office.start):
        return found
    return tenure.ahead(_lead(scene, office.start), scene.calendar)


def _lead(scene: Scene, offset: int) -> str:
    """What the clause of an office says before it."""
    recognition = scene.recognition
    start, _ = recognition.sentence_span(recognition.sentence_at(offset))
    return recognition.writing.lower[max(start, recognition.writing.lower.rfind(";", start, offset) + 1) : offset]


# What says that an office was held at the time told of: "Khi giữ cương vị Phó Bí thư Tỉnh ủy, ông ...".
_WHILE = re.compile(
    r"(?<![^\W_])(?:khi|lúc|trong thời gian)\s+(?:đó\s+|ấy\s+|bấy giờ\s+)?(?:còn\s+|đang\s+)?"
    r"(?:giữ|là|làm|đương|đảm nhiệm)[^.;,\n]{0,20}$"
)
_BEING = re.compile(r"(?<![^\W_])là(?![^\W_])")
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
    scene: Scene,
    holder: Individual,
    office: Office,
    hint: object,
    rule: str,
    *,
    former: bool,
    whole: tuple[int, int],
    time: Tenure = UNKNOWN,
    aged: str = "",
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
    over = former or bool(aged) or time.ended(scene.article.date)
    roles: dict[str, Value] = {"member": scene.persons.entity(holder), "role": role, "former": over}
    roles |= {name: value for name, value in (("start", time.start), ("end", time.end)) if value}
    if entity:
        roles["organization"] = entity
    notes = (*time.notes, aged) if aged and not former and not time.end else time.notes
    yield fact("Membership", (scene.span(start, end),), rule, notes, **roles)


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
            past, aged = bool(rule.options.get("former")) or _long_ago(scene, match), _aged(scene, match)
            offices = (*match.roles.get("office", ()), *_continued(scene, match))
            decision = deciding(scene, offices[0]) if offices else None
            times = _times(scene, offices, past=bool(match.rule.options.get("former")))
            for mention, following in zip(offices, (*offices[1:], None), strict=True):
                office: Office = mention.parts["office"]
                hint = following.parts["office"].body if following else None
                former = past or office.former
                for person in persons if rule.options.get("each") else persons[-1:]:
                    whole, time = _whole(who, mention), times.get(id(mention), UNKNOWN)
                    for one in membership(
                        scene, person, office, hint, rule.name, former=former, whole=whole, time=time, aged=aged
                    ):
                        _decide(scene, one, decision)
                        yield one


def _decide(scene: Scene, one: Fact, decision: Decided | None) -> None:
    if decision:
        scene.decisions.setdefault(office_of(one), decision)


def _times(scene: Scene, offices: tuple[Mention, ...], *, past: bool) -> dict[int, Tenure]:
    """The times that a sentence gives to the offices of one list: behind each of them, else before them all.

    past  they are another's who takes them up: "bầu ông A làm Chủ tịch thay ông B"
    """
    if not offices:
        return {}
    lower, lead = scene.recognition.writing.lower, _lead(scene, offices[0].start)
    change = _change(scene, lead, offices[0])
    shared = UNKNOWN if past and change == "takes" else tenure.ahead(lead, scene.calendar, change=change)
    found: dict[int, Tenure] = {}
    for i, mention in enumerate(offices):
        if i and tenure.in_turn(lower[offices[i - 1].end : mention.start]):
            found |= {id(one): UNKNOWN for one in offices[:i] if shared.end}
            shared = UNKNOWN
        own = tenure.behind(lower, mention.start, mention.end, scene.calendar, change=change)
        found[id(mention)] = own or shared
    return found


def _change(scene: Scene, lead: str, office: Mention) -> str:
    """What a clause says of an office: "takes", "leaves" or ""; who leaves another one first takes this one up."""
    change = tenure.change(lead)
    before = scene.recognition.within("office", office.start - len(lead), office.start)
    if change == "leaves" and before:
        return tenure.change(lead[before[-1].end - office.start :]) or "takes"
    return change


# An appointment that did not come about: "không thể bổ nhiệm ông A làm hiệu trưởng".
_DENIED = re.compile(
    r"(?<![^\W_])(?:không|chưa)(?: thể| được)? (?:bổ nhiệm|bầu|phê chuẩn|giới thiệu|công nhận|chấp thuận|đồng ý|chọn)"
    r"[^,;.\n]{0,20}$"
)


def _is_denied(scene: Scene, match: Match) -> bool:
    at = scene.recognition.layer.offset(match.start)
    offices = match.roles.get("office", ())
    if offices and not match.rule.options.get("former") and tenure.proposed(_lead(scene, offices[0].start)):
        return True
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
    return bool(_ONCE.search(told)) or bool(_EARLIER.search(told)) and not _DECIDED.search(told)


def _aged(scene: Scene, match: Match) -> str:
    """The note that an office is a former one by the years of its sentence, which lie well before the article."""
    recognition = scene.recognition
    at = recognition.layer.offset(match.start)
    start, end = recognition.sentence_span(recognition.sentence_at(at))
    told = recognition.writing.lower[max(start, at - _NEAR) : min(end, at + _NEAR)]
    years = [int(year) for year in _YEAR.findall(_BORN.sub("", told))]
    old = scene.dated and years and max(years) < scene.dated.year - 1 and not _NOW.search(told)
    return f"{_AGED} {max(years)}" if old else ""


_BORN = re.compile(r"(?<![^\W_])(?:sinh|sn|vào đảng|tốt nghiệp|nhập ngũ)[^,.;()\n]{0,24}?\d{4}")
_AGED = "former from the year"


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


def _lives(scene: Scene) -> Iterator[Fact]:
    for person, office, time, past in periods(scene):
        whole = office.start, office.end
        yield from membership(scene, person, office, None, "career.period", former=past, whole=whole, time=time)
