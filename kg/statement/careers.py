"""What sentences say of careers, by the rules of kg/vi/careers.toml: who takes up, holds or leaves which office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.fact import Fact
from kg.recognition.layer import MASK, STOP, Mention
from kg.recognition.offices import Office
from kg.recognition.territories import CAPITAL
from kg.resolution.persons import Individual
from kg.rules import Match, matches
from kg.statement import tenure
from kg.statement.decisions import deciding, office_of
from kg.statement.holding import lead_of, membership
from kg.statement.pasts import aged, held_then, long_ago, term_over
from kg.statement.scene import Scene
from kg.statement.tenure import UNKNOWN, Decided, Tenure
from kg.vi.writing import fold


def careers(scene: Scene) -> Iterator[Fact]:
    """The offices that sentences give to persons."""
    for rule in scene.rules("careers"):
        for match in matches(rule, scene.recognition.layer):
            if _is_denied(scene, match) or _is_anothers(scene, match):
                continue
            persons, replaced = _holders(scene, match), []
            if _stands_in(scene, match):
                persons, replaced = _takers(scene, match), persons[-1:]
            who = match.roles.get("who", ())
            past, old = bool(rule.options.get("former")) or long_ago(scene, match), aged(scene, match)
            offices = (*match.roles.get("office", ()), *_continued(scene, match))
            decision = deciding(scene, offices[0]) if offices else None
            times = _times(scene, offices, past=bool(match.rule.options.get("former")))
            pairs = _in_pairs(scene, match, persons, offices)
            for mention, following in zip(offices, (*offices[1:], None), strict=True):
                office: Office = mention.parts["office"]
                hint = following.parts["office"].body if following else None
                former = past or office.former or held_then(scene, office) or term_over(scene, office)
                whole, time = _whole(who, mention), times.get(id(mention), UNKNOWN)
                before = replaced or _replaced(scene, offices, former)
                for person in pairs.get(id(mention)) or _sharing(scene, match, office, persons):
                    for one in membership(
                        scene, person, office, hint, rule.name, former=former, whole=whole, time=time, aged=old
                    ):
                        _decide(scene, one, decision)
                        yield _after(scene, one, before)
                for person in before:
                    yield from membership(scene, person, office, hint, rule.name, former=True, whole=whole)


# Who held an office before: "bầu ông A giữ chức Bí thư, thay ông B", "bà C thay ông D làm Giám đốc".
_INSTEAD = r"(?<![^\W_])(?:thay(?: thế)?(?: cho)?|kế nhiệm)(?: người tiền nhiệm)?\s+"
_AS = re.compile(r"\s+(?:làm|giữ|giữ (?:các )?(?:chức|chức vụ|cương vị)|đảm (?:nhiệm|nhận|trách)(?: chức vụ)?)\s+")
_BEFORE_NAME = re.compile(rf"{_INSTEAD}$")
_BEHIND = re.compile(
    rf"(?:[^{STOP}\n;(){MASK['person']}{MASK['office']}]{{0,50}}?|\s*\()(?<!tạm ){_INSTEAD}({MASK['person']})"
)


def _stands_in(scene: Scene, match: Match) -> bool:
    """Whether the person named before the office of a match is the one who held it: "thay ông B giữ chức Bí thư"."""
    who, offices = match.roles.get("who", ()), match.roles.get("office", ())
    lower = scene.recognition.writing.lower
    if not who or not offices or not _BEFORE_NAME.search(lower, max(0, who[-1].start - 40), who[-1].start):
        return False
    return bool(_AS.fullmatch(lower, who[-1].end, offices[0].start))  # not "thay ông B được bầu làm Bí thư"


def _takers(scene: Scene, match: Match) -> list[Individual]:
    """Who takes an office up in the stead of the person of a match: the one named before in the sentence."""
    recognition, at = scene.recognition, match.roles["who"][-1].start
    start, _ = recognition.sentence_span(recognition.sentence_at(at))
    found = (scene.persons.of(m) for m in reversed(list(recognition.within("person", start, at))) if m.start < at)
    return [person for person in found if person][:1]


def _replaced(scene: Scene, offices: tuple[Mention, ...], former: bool) -> list[Individual]:
    """Who is told behind an office that is taken up to have held it before."""
    layer = scene.recognition.layer
    found = _BEHIND.match(layer.lower, layer.place(offices[-1].end - 1) + 1) if offices and not former else None
    person = scene.persons.of(layer.at[found.start(1)]) if found else None
    return [person] if person else []


def _after(scene: Scene, one: Fact, replaced: list[Individual]) -> Fact:
    """A membership with the person who held the office before."""
    if not replaced or scene.persons.entity(replaced[-1]) == one.roles["member"]:
        return one
    return replace(one, roles={**one.roles, "succeeds": scene.persons.entity(replaced[-1])})


def _in_pairs(
    scene: Scene, match: Match, persons: list[Individual], offices: tuple[Mention, ...]
) -> dict[int, list[Individual]]:
    """Whose each office is where two take two: "Ông A và bà B làm Bí thư Tỉnh ủy và Chủ tịch HĐND"."""
    who = match.roles.get("who", ())
    if not match.rule.options.get("each") or not len(persons) == len(who) == len(offices) == 2:
        return {}
    between = (scene.text(first.end, second.start).strip() for first, second in (who, offices))
    if any(words != "và" for words in between):
        return {}
    return {id(office): [person] for office, person in zip(offices, persons, strict=True)}


_ELECTED = re.compile(r"(?<![^\W_])(?:bầu|cử|tái cử|bổ nhiệm|phân công|cùng)(?![^\W_])")
_LEADS = re.compile(r"(?<![^\W_])là\s+$")  # "Đứng đầu là Chủ tịch A, Phó Chủ tịch B làm Tổ phó"
_TOGETHER = re.compile(r"(?<![^\W_])(?:gồm|các)(?![^\W_])")


def _sharing(scene: Scene, match: Match, office: Office, persons: list[Individual]) -> list[Individual]:
    """Those of the persons of a match who hold its office: all of a list, but the first only behind "Giám đốc là", and
    the last only before "là Giám đốc"."""
    name, lower = match.rule.name, scene.recognition.writing.lower
    if not match.rule.options.get("each"):
        return persons[-1:]
    who, offices = match.roles["who"], match.roles["office"]
    if name == "career.is":
        together = _ELECTED.search(lower, who[-1].end, offices[0].start)
        return persons[-_bare(scene, who) :] if together and len(persons) == len(who) else persons[-1:]
    if name == "career.office-is":
        return persons if office.plural or _TOGETHER.search(lower, office.end, who[-1].end) else persons[:1]
    led = _LEADS.search(lower, max(0, who[0].start - 4), who[0].start)
    return persons[-1:] if led and "và" not in lower[who[0].end : who[-1].start] else persons


def _bare(scene: Scene, who: tuple[Mention, ...]) -> int:
    """How many at the end of a list of persons are joined by a comma or "và", those before the last without offices."""
    count = 1
    for before, after in zip(reversed(who[:-1]), reversed(who), strict=False):
        joined = scene.text(before.end, after.start).strip() in (",", "và", ", và")
        if not joined or any(office.start > before.parts["person"].start for office in before.parts["person"].offices):
            break
        count += 1
    return count


def _decide(scene: Scene, one: Fact, decision: Decided | None) -> None:
    if decision:
        scene.decisions.setdefault(office_of(one), decision)


def _times(scene: Scene, offices: tuple[Mention, ...], *, past: bool) -> dict[int, Tenure]:
    """The times that a sentence gives to the offices of one list: behind each of them, else before them all.

    past  they are another's who takes them up: "bầu ông A làm Chủ tịch thay ông B"
    """
    if not offices:
        return {}
    lower, lead = scene.recognition.writing.lower, lead_of(scene, offices[0].start)
    change = _change(scene, lead, offices[0])
    start = offices[0].start
    shared = UNKNOWN if past and change == "takes" else tenure.ahead(lead, start, scene.calendar, change=change)
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


def _is_denied(scene: Scene, match: Match) -> bool:
    at = scene.recognition.layer.offset(match.start)
    offices, who = match.roles.get("office", ()), match.roles.get("who", ())
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


_FAR, _MOST = 4000, 20  # characters read for who is spoken of; offices of one list
# What stands between the offices of a list told with terms: "Ủy viên Bộ Chính trị 6 khóa (VIII); Chủ tịch Quốc hội".
_NEXT_OFFICE = re.compile(
    rf"(?:(?:[^{STOP}\n;{MASK['person']}{MASK['office']}]{{0,60}};){{1,2}}"
    rf"|\s*(?:\([^()\n{MASK['person']}{MASK['office']}]{{0,40}}\)|(?:nhiệm kỳ\s*)?{MASK['term']})?\s*,)"
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


def _holders(scene: Scene, match: Match) -> list[Individual]:
    """The persons of a match; where its words are "ông", "bà" alone, or name another's kin, the one
    spoken of."""
    if hidden := _hidden(scene, match) or _outside(scene, match):
        return [hidden]
    if "who" in match.rule.pattern.compiled.groupindex and not _is_of_kin(scene, match):
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


_CLOSED = re.compile(r"[^()\n]*\)")


def _outside(scene: Scene, match: Match) -> Individual | None:
    """The person before a bracket that names those of a match: "ông A (con trai của ông B) giữ chức Bí thư"."""
    who, offices = match.roles.get("who", ()), match.roles.get("office", ())
    lower, recognition = scene.recognition.writing.lower, scene.recognition
    if not who or not offices or not _CLOSED.match(lower, who[-1].end, offices[0].start):
        return None
    start, _ = recognition.sentence_span(recognition.sentence_at(who[0].start))
    opened = lower.rfind("(", start, who[0].start)
    before = recognition.within("person", start, opened) if opened >= 0 else []
    return scene.persons.of(before[-1]) if before and before[-1].end <= opened else None


# "Đồng chí Đức là ...": nobody but who has this name.
_NAMED = re.compile(rf"(?i:ông|bà|đồng chí|anh|chị)\s+([{CAPITAL}]\w*)")


# "cùng các đồng chí là Ủy viên Ban Chấp hành": several, none of whom is named.
_SEVERAL = re.compile(r"(?<![^\W_])(?:các|những|hai|ba|bốn|nhiều|một số)\s*$")


def _spoken_of(scene: Scene, match: Match) -> Individual | None:
    """Whom "ông" at the start of a match means."""
    if _SEVERAL.search(scene.recognition.layer.lower, max(0, match.start - 12), match.start):
        return None
    found, named = _last_named(scene, match), _NAMED.match(scene.recognition.layer.text, match.start)
    return found if found and (not named or fold(found.name).endswith(f" {fold(named[1])}")) else None


def _last_named(scene: Scene, match: Match) -> Individual | None:
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
