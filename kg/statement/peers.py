"""Offices told with their deputies or their heads: "Chủ tịch UBND tỉnh A và hai Phó Chủ tịch", both of the UBND."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.recognition.offices import Office
from kg.recognition.territories import CAPITAL
from kg.statement.scene import Scene, role_name
from kg.vi.writing import fold

# Characters to the one before, and to the one behind that ends a pair.
_FAR, _NEAR = 240, 80
_MEETS = re.compile(r"(?<![^\W_])(?:tiếp|hội đàm|hội kiến|gặp|đón|thăm|cảm ơn)(?![^\W_])")
_UNIT = re.compile(
    r"\s+(?:hội|hiệp hội|liên đoàn|liên hiệp|công ty|tập đoàn|tổng công ty|trung tâm|nhà máy|ban|ủy ban|đảng|phòng|chi|"
    r"trường|viện|khối|câu lạc bộ|hội đồng)(?![^\W_])(?! này)"
)
_CAPITAL = re.compile(rf"\s+[{CAPITAL}]")
_COMMA = re.compile(r"\s*,\s*")
_JOINED = re.compile(r"(?<![^\W_])(?:và|cùng|giữ chức|làm|được bầu)(?![^\W_])")
_ACTING, _DEPUTY = (f"{fold(word)} " for word in ("quyền", "phó"))
_MINISTER, _VICE_MINISTER = fold("bộ trưởng"), fold("thứ trưởng")
_RANKS = tuple(f" {fold(word)}" for word in ("thường trực", "chuyên trách", "kiêm nhiệm", "phụ trách"))


def beside_its_like(scene: Scene, office: Office) -> Office:
    """An office that names no body with that of its head or its deputy, if one is told with it in the sentence."""
    if office.body or office.place or office.abroad or office.category != "head":
        return office
    other = None if goes_on(scene, office) else next(_like(scene, office), None)
    return replace(office, body=other.body, place=other.place, abroad=other.abroad) if other else office


def goes_on(scene: Scene, office: Office) -> bool:
    """Whether the words behind an office name what it is of, though no body is read in them, or lead to another office:
    "Chủ tịch Mặt trận", "Phó Chủ tịch, Tổng Thư ký Giáo hội"."""
    writing = scene.recognition.writing
    if _UNIT.match(writing.lower, office.end):
        return True
    if (capital := _CAPITAL.match(writing.text, office.end)) and not _is_named(scene, capital.end() - 1):
        return True
    following = next(_following(scene, office), None)
    return following is not None and not _pairs(office, following)


def _following(scene: Scene, office: Office) -> Iterator[Office]:
    """The office behind a comma, if one is there."""
    comma = _COMMA.match(scene.recognition.writing.lower, office.end)
    return offices(scene, comma.end(), comma.end() + 1) if comma else iter(())


def _is_named(scene: Scene, offset: int) -> bool:
    """Whether a person is named at an offset."""
    before = scene.recognition.within("person", max(0, offset - _FAR), offset + 1)
    return any(mention.start <= offset < mention.end for mention in before)


def _like(scene: Scene, office: Office) -> Iterator[Office]:
    """The last one before in the sentence, the one behind a comma ("Phó Giám đốc, Giám đốc Sở"), the first one behind
    that is joined to it, or one of the sentence before: "Hai Phó Bí thư gồm ...", "Một năm sau, ông làm Phó Chủ tịch
    thường trực"."""
    recognition = scene.recognition
    start, end = recognition.sentence_span(recognition.sentence_at(office.start))
    lower = recognition.writing.lower
    told = [o for o in offices(scene, office.start - _FAR, office.start) if _pairs(office, o)]
    yield from (o for o in reversed(told) if o.start >= start and not _MEETS.search(lower, o.end, office.start))
    yield from (o for o in _following(scene, office) if _pairs(office, o))
    for other in offices(scene, office.end, min(end, office.end + _NEAR)):
        if _pairs(office, other) and _JOINED.search(lower, office.end, other.start):
            yield other
    if told and (office.plural or _is_first(office) and not recognition.within("person", told[-1].end, office.start)):
        yield told[-1]


def offices(scene: Scene, start: int, end: int) -> Iterator[Office]:
    """The offices between two offsets, alone or beside names."""
    found = [m.parts["office"] for m in scene.recognition.within("office", start, end)]
    for mention in scene.recognition.within("person", max(0, start - _FAR), end):
        found += mention.parts["person"].offices
    return iter(sorted((o for o in found if start <= o.start < end), key=lambda o: o.start))


def _pairs(office: Office, other: Office) -> bool:
    """Whether one is the deputy of the other, whose body or place is told."""
    (title, deputy), (its, is_deputy) = head_title(office), head_title(other)
    higher = deputy is not is_deputy or _is_first(office) and deputy
    return title == its and higher and bool(other.body or other.place)


def _is_first(office: Office) -> bool:
    """Whether an office is that of the first deputy, as a deputy becomes: "Một năm sau, ông làm Phó Chủ tịch thường
    trực"."""
    return fold(role_name(office)).endswith(_RANKS[0])


def head_title(office: Office) -> tuple[str, bool]:
    """The title of the head, and whether the office is that of a deputy."""
    title = fold(role_name(office)).removeprefix(_ACTING)
    for rank in _RANKS:
        title = title.removesuffix(rank)
    if title == _VICE_MINISTER:
        return _MINISTER, True
    return title.removeprefix(_DEPUTY), title.startswith(_DEPUTY)
