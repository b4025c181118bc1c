"""Who holds which office: what stands around a name, and what an article says of appointments."""

from __future__ import annotations

from collections.abc import Iterator

from kg.fact import Fact
from kg.recognition.layer import Mention
from kg.recognition.offices import Office
from kg.recognition.persons import Person
from kg.resolution.persons import Individual
from kg.rules import matches
from kg.statement.scene import Scene, fact, is_status, role_name
from kg.vi.writing import fold

# Words that are printed where an office is, and that name none.
_NO_OFFICE = frozenset(map(fold, ("đại diện", "đại biểu", "cán bộ", "lãnh đạo", "đảng viên", "thành viên", "người", "chiến sĩ", "nhân viên", "học sinh",
                                  "sinh viên", "hội viên", "đoàn viên", "cử tri", "công dân", "bảo vệ", "chủ nhân", "khách mời", "nhà báo")))


def memberships(scene: Scene) -> Iterator[Fact]:
    """The offices that stand beside names, then those that sentences give to persons."""
    for mention in scene.recognition.of("person"):
        person: Person = mention.parts["person"]
        holder = scene.persons.of(mention)
        if holder:
            yield from _beside(scene, holder, person)
    yield from _stated(scene)


def _beside(scene: Scene, holder: Individual, person: Person) -> Iterator[Fact]:
    former_side = {True: False, False: False}
    for i, office in enumerate(person.offices):
        after = office.start >= person.end
        former_side[after] = former_side[after] or office.former
        hint = next((o.body for o in person.offices[i + 1:] if o.body and (o.start >= person.end) == after), None)
        yield from membership(scene, holder, office, hint, "membership.beside-name", former=former_side[after],
                              whole=(min(office.start, person.start), max(office.end, person.end)))


def membership(scene: Scene, holder: Individual, office: Office, hint: object, rule: str, *, former: bool,
               whole: tuple[int, int]) -> Iterator[Fact]:
    """One office of a person, or nothing where the words name none."""
    role = role_name(office)
    known = scene.bodies.know(office.body, hint) if office.body else None  # type: ignore[arg-type]
    if is_status(office) and (known is None or fold(role) in _NO_OFFICE) or fold(role) in _NO_OFFICE:
        return
    if known is None and not office.body:
        known = _own_body(scene, office)
    entity = scene.bodies.entity(known) if known else None
    scene.holders.setdefault((fold(role), known.key if known else ()), holder)
    start, end = whole
    yield fact("Membership", (scene.span(start, end),), rule, member=scene.persons.entity(holder), role=role,
               organization=entity, former=former)


def _own_body(scene: Scene, office: Office) -> object:
    """"Trưởng ban", "Chánh Văn phòng" alone: of the last body before whose name starts with that word."""
    word = {"trưởng ban": "Ban", "phó trưởng ban": "Ban", "bộ trưởng": "Bộ", "thứ trưởng": "Bộ"}.get(office.role.lower())
    if not word:
        return None
    before = [m for m in scene.recognition.of("body") if m.start < office.start and m.parts["body"].head.name.startswith(word + " ")]
    return scene.body(before[-1]) if before else None


def _stated(scene: Scene) -> Iterator[Fact]:
    for rule in scene.rules("careers"):
        for match in matches(rule, scene.recognition.layer):
            who = match.roles.get("who", ())
            persons = [p for m in who for p in scene.agents(m) if isinstance(p, Individual)]
            for office_mention in match.roles.get("office", ()):
                office: Office = office_mention.parts["office"]
                for person in persons[-1:] if not rule.options.get("each") else persons:
                    yield from membership(scene, person, office, None, rule.name, former=bool(rule.options.get("former")) or office.former,
                                          whole=_whole(scene, who, office_mention))


def _whole(scene: Scene, who: tuple[Mention, ...], office: Mention) -> tuple[int, int]:
    return min(office.start, *(m.start for m in who)), max(office.end, *(m.end for m in who))
