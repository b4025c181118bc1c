"""Offices told with their deputies or their heads: "Chủ tịch UBND tỉnh A và hai Phó Chủ tịch", both of the UBND."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.recognition.layer import MASK
from kg.recognition.offices import Office
from kg.recognition.territories import CAPITAL
from kg.statement.scene import Scene, role_name
from kg.vi.writing import fold

# Characters to the one before, to the one behind that ends a pair, and to the body for which somebody comes.
_FAR, _NEAR, _SIDE_FAR = 240, 80, 700
_MEMBER = fold("đại biểu")
_MEETS = re.compile(r"(?<![^\W_])(?:tiếp|hội đàm|hội kiến|gặp|đón|thăm|cảm ơn)(?![^\W_])")
_UNIT = re.compile(
    r"\s+(?:hội|hiệp hội|liên đoàn|liên hiệp|công ty|tập đoàn|tổng công ty|trung tâm|nhà máy|ban|ủy ban|đảng|phòng|chi|"
    r"trường|viện|khối|câu lạc bộ|hội đồng)(?![^\W_])(?! này)"
)
_CAPITAL = re.compile(rf"\s+[{CAPITAL}]")
_COMMA = re.compile(r"\s*,\s*")
_JOINED = re.compile(r"(?<![^\W_])(?:và|cùng|giữ chức|làm|được bầu)(?![^\W_])")
_ACTING, _DEPUTY = (f"{fold(word)} " for word in ("quyền", "phó"))
_RANKS = tuple(f" {fold(word)}" for word in ("thường trực", "chuyên trách", "kiêm nhiệm", "phụ trách"))


def beside_its_like(scene: Scene, office: Office) -> Office:
    """An office that names no body with that of its head or its deputy, if one is told with it in the sentence."""
    if office.body or office.place or office.abroad or office.category != "head":
        return office
    other = None if _goes_on(scene, office) else next(_like(scene, office), None)
    return replace(office, body=other.body, place=other.place, abroad=other.abroad) if other else office


def _goes_on(scene: Scene, office: Office) -> bool:
    """Whether the words behind an office name what it is of, though no body is read in them, or lead to another office:
    "Chủ tịch Mặt trận", "Phó Chủ tịch, Tổng Thư ký Giáo hội"."""
    writing = scene.recognition.writing
    if _UNIT.match(writing.lower, office.end):
        return True
    if (capital := _CAPITAL.match(writing.text, office.end)) and not _is_named(scene, capital.end() - 1):
        return True
    comma = _COMMA.match(writing.lower, office.end)
    return bool(comma and any(_offices(scene, comma.end(), comma.end() + 1)))


def _is_named(scene: Scene, offset: int) -> bool:
    """Whether a person is named at an offset."""
    before = scene.recognition.within("person", max(0, offset - _FAR), offset + 1)
    return any(mention.start <= offset < mention.end for mention in before)


def _like(scene: Scene, office: Office) -> Iterator[Office]:
    """The last one before in the sentence, the first one behind that is joined to it, or one of the sentence before:
    "Hai Phó Bí thư gồm ...", "Một năm sau, ông làm Phó Chủ tịch thường trực"."""
    recognition = scene.recognition
    start, end = recognition.sentence_span(recognition.sentence_at(office.start))
    lower = recognition.writing.lower
    told = [o for o in _offices(scene, office.start - _FAR, office.start) if _pairs(office, o)]
    yield from (o for o in reversed(told) if o.start >= start and not _MEETS.search(lower, o.end, office.start))
    for other in _offices(scene, office.end, min(end, office.end + _NEAR)):
        if _pairs(office, other) and _JOINED.search(lower, office.end, other.start):
            yield other
    if told and (office.plural or _is_first(office) and not recognition.within("person", told[-1].end, office.start)):
        yield told[-1]


def _offices(scene: Scene, start: int, end: int) -> Iterator[Office]:
    """The offices between two offsets, alone or beside names."""
    found = [m.parts["office"] for m in scene.recognition.within("office", start, end)]
    for mention in scene.recognition.within("person", max(0, start - _FAR), end):
        found += mention.parts["person"].offices
    return iter(sorted((o for o in found if start <= o.start < end), key=lambda o: o.start))


def _pairs(office: Office, other: Office) -> bool:
    """Whether one is the deputy of the other, whose body or place is told."""
    (title, deputy), (its, is_deputy) = _title(office), _title(other)
    higher = deputy is not is_deputy or _is_first(office) and deputy
    return title == its and higher and bool(other.body or other.place)


def _is_first(office: Office) -> bool:
    """Whether an office is that of the first deputy, as a deputy becomes: "Một năm sau, ông làm Phó Chủ tịch thường
    trực"."""
    return fold(role_name(office)).endswith(_RANKS[0])


def _title(office: Office) -> tuple[str, bool]:
    """The title of the head, and whether the office is that of a deputy."""
    title = fold(role_name(office)).removeprefix(_ACTING)
    for rank in _RANKS:
        title = title.removesuffix(rank)
    return title.removeprefix(_DEPUTY), title.startswith(_DEPUTY)


def is_member(office: Office) -> bool:
    """Whether an office is that of a deputy, which a delegate to a meeting does not hold."""
    return fold(office.role) == _MEMBER


_ASSEMBLIES = ("Quốc hội", "Hội đồng nhân dân")


def of_assembly(scene: Scene, office: Office) -> Office:
    """ "Đại biểu A nói" in an article that names one assembly: a deputy of that one."""
    others = scene.recognition.writing.lower.endswith("và ", 0, office.start)  # "ông A và đại biểu": not his
    if office.body or others or not is_member(office):
        return office
    named = [m.parts["body"] for m in scene.recognition.of("body")]
    known = {known.key: body for body in named if body.head.name in _ASSEMBLIES and (known := scene.bodies.know(body))}
    return replace(office, body=next(iter(known.values()))) if len(known) == 1 else office


# Who comes for a body: "Về phía Tập đoàn A có ông B - Tổng Giám đốc; bà C - Phó Tổng Giám đốc".
_SIDE = re.compile(
    rf"(?<![^\W_])(?:phía|đại diện)\s+({MASK['body']})[^.;,\n{MASK['body']}]{{0,20}}?\s+(?:có|gồm)(?![^\W_])"
)
_IN_FIRMS = frozenset(
    map(
        fold,
        (
            "tổng giám đốc|phó tổng giám đốc|giám đốc|phó giám đốc|chủ tịch hđqt|phó chủ tịch hđqt|hiệu trưởng|"
            "phó hiệu trưởng|viện trưởng|phó viện trưởng|chủ tịch hội đồng quản trị|kế toán trưởng"
        ).split("|"),
    )
)


def of_side(scene: Scene, office: Office) -> Office:
    """An office of a firm or a school that names none, of who comes for one."""
    if office.body or office.place or fold(role_name(office)) not in _IN_FIRMS or _goes_on(scene, office):
        return office
    recognition, layer = scene.recognition, scene.recognition.layer
    start, _ = recognition.sentence_span(recognition.sentence_at(office.start))
    first, last = layer.place(max(start, office.start - _SIDE_FAR)), layer.place(office.start)
    sides = list(_SIDE.finditer(layer.lower, first, last))
    body = layer.at[sides[-1].start(1)].parts["body"] if sides else None
    return replace(office, body=body) if body and not body.bare else office
