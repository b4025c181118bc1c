"""Articles of two years about one province, as statements: offices that change hands, a series of meetings, a
directive, and things that contradict each other."""

from kg.article import Article, Span
from kg.fact import Entity, Fact, Statements
from kg.graph import quads, write

RULE = "test.rule@1"
PARTY = Entity("PartyCommittee", ("tỉnh ủy", "gia lai"), "Tỉnh ủy Gia Lai", ("Tỉnh ủy",))
COMMITTEE = Entity("StateBody", ("ubnd", "gia lai"), "Ủy ban nhân dân tỉnh Gia Lai", ("UBND tỉnh Gia Lai",))
BUREAU = Entity("PartyBody", ("bộ chính trị",), "Bộ Chính trị")
DIRECTIVE = Entity("Directive", ("chỉ thị", "05-ct/tw"), "Chỉ thị 05-CT/TW", ("Chỉ thị 05",), {"number": "05-CT/TW"})


def person(name, *more):
    return Entity("Person", (name.lower(), *more), name)


NIEN, TUAN, CHUNG = person("Hồ Văn Niên", "gia lai"), person("Châu Ngọc Tuấn", "gia lai"), person("Rah Lan Chung", "gia lai")


def spans(text, words):
    start = text.index(words)
    return (Span(start, start + len(words)),)


def story(name, day, text, things, facts, published=True, title=""):
    """An article and what it says: `facts` are (words, term, roles), `things` (words, entity)."""
    article = Article(id=name, text=text, title=title or f"Tin {name}", date=day if published else None, publisher="Báo Gia Lai")
    placed = tuple(Entity(e.kind, e.key, e.label, e.names, e.values, spans(text, words), RULE) for words, e in things)
    known = {(e.kind, e.key): e for e in placed}

    def put(value):
        if isinstance(value, Entity):
            return known.get((value.kind, value.key), value)
        return tuple(map(put, value)) if isinstance(value, tuple) else value

    told = tuple(Fact(term, {role: put(value) for role, value in roles.items()}, spans(text, words), RULE)
                 for words, term, roles in facts)
    return Statements(article, placed, told, day)


def office(name, day, who, role, body, words, **more):
    """An article in which one person holds one office."""
    published = more.pop("published", True)
    things = [(who.label, who)] + ([(words, body)] if body else [])
    roles = {"member": who, "role": role, **({"organization": body} if body else {}), **more}
    return story(name, day, f"Đồng chí {who.label}, {words} dự hội nghị.", things, [(f"{who.label}, {words}", "Membership", roles)], published)


def session(number, day, name, start=None, term=""):
    label = f"Hội nghị Tỉnh ủy lần thứ {number} {term}".strip()
    meeting = Entity("Meeting", ("hội nghị", "gia lai", str(number), term), label, (),
                     {"ordinal": number, **({"startDate": start} if start else {})})
    text = f"Tỉnh ủy Gia Lai họp {label}, bàn việc thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị."
    things = [("Tỉnh ủy Gia Lai", PARTY), (meeting.label, meeting), ("Chỉ thị 05-CT/TW", DIRECTIVE), ("Bộ Chính trị", BUREAU)]
    facts = [("Tỉnh ủy Gia Lai họp", "organizer", {"subject": meeting, "object": PARTY}),
             (f"bàn việc thực hiện {DIRECTIVE.label}", "discusses", {"subject": meeting, "object": DIRECTIVE}),
             ("của Bộ Chính trị", "issuedBy", {"subject": DIRECTIVE, "object": BUREAU})]
    return story(name, day, text, things, facts)


def graph(path, stories):
    """The stories' graph as a file of N-Quads; returns its path as text."""
    path.write_bytes(write([row for one in stories for row in quads(one)], "nquads"))
    return str(path)
