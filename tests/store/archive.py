"""An archive of two hundred short articles, made from statements in the terms of `kg.fact`, always the same.

Offices change hands, one meeting is told by several articles, people have namesakes, provinces share bodies: what
the shipped questions ask about.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kg.article import Article, Span
from kg.fact import Entity, Fact, Statements

PROVINCES = ("Gia Lai", "Kon Tum", "Đắk Lắk", "Đắk Nông", "Lâm Đồng", "Bình Định", "Phú Yên", "Hà Nam", "Hưng Yên", "Ninh Bình")
PEOPLE = ("Hồ Văn Niên", "Châu Ngọc Tuấn", "Rah Lan Chung", "Nguyễn Thị Hạnh", "Nguyễn Thị Hanh", "Đỗ Tiến Đông",
          "Rơ Chăm H'Hồng", "Đinh Ơn", "Ksor Blư", "Ấu Dương Ân", "Ăng Thị Âu", "Lê Ô", "Lê Ơn", "Đào Đức", "Dao Duc")
ROLES = ("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực", "Ủy viên Ban Thường vụ")
DIRECTIVES = (("Chỉ thị 05-CT/TW", "05-CT/TW"), ("Nghị quyết 04-NQ/TW", "04-NQ/TW"), ("Kết luận 01-KL/TW", "01-KL/TW"))
AWARDS = ("Bằng khen", "Giấy khen", "Huân chương Lao động hạng Ba")
SIZE = 200


def archive(size: int = SIZE) -> Iterator[Statements]:
    """The first `size` articles."""
    return (_Item(number).statements() for number in range(size))


class _Item:
    """One article: its sentences, and where in them each thing is named."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.province = PROVINCES[number % len(PROVINCES)]
        self.day = date(2020, 1, 6) + timedelta(days=number // 4 * 7)
        # An office changes hands halfway through the archive.
        self.holder = PEOPLE[(number % 4 + number % 10 + (5 if number >= SIZE // 2 else 0)) % len(PEOPLE)]
        self.guest = PEOPLE[(number * 7 + 3) % len(PEOPLE)]
        self.role = ROLES[number % 4]
        self.body = f"Tỉnh ủy {self.province}"
        self.session = f"Hội nghị Ban Chấp hành Đảng bộ tỉnh {self.province} lần thứ {number // 40 + 1}"
        self.directive = DIRECTIVES[number % 3]
        self.award = AWARDS[number % 3]
        self.text = (
            f"Ngày {self.day.day}-{self.day.month}, {self.body} tổ chức {self.session}. "
            f"Đồng chí {self.holder}, {self.role} {self.body} chủ trì; đồng chí {self.guest} dự. "
            f"{self.body} thực hiện {self.directive[0]} của Bộ Chính trị. "
            f"{self.body} tặng {self.award} cho {number % 5 + 1} tập thể. "
            f"Phong trào “Chung sức {self.province}” góp {number + 1},5 tỷ đồng.\n"
        )
        self.article = Article(id=f"bao-{number:04}", text=self.text, title=f"{self.session} ({self.day})", date=self.day,
                               publisher="Báo thử", url=f"https://example.org/{number}")

    def at(self, words: str) -> tuple[Span, ...]:
        start = self.text.index(words)
        return (Span(start, start + len(words)),)

    def thing(self, kind: str, label: str, *key: str, words: str = "", names: tuple[str, ...] = (),
              values: dict | None = None) -> Entity:
        return Entity(kind, key or (label.lower(),), label, names, values or {}, self.at(words or label), "test.thing@1")

    def fact(self, term: str, words: str, **roles: object) -> Fact:
        return Fact(term, roles, self.at(words), "test.fact@1")

    def statements(self) -> Statements:
        body = self.thing("PartyCommittee", self.body, names=("Tỉnh ủy",))
        bureau = self.thing("PartyBody", "Bộ Chính trị")
        place = self.thing("Place", f"Tỉnh {self.province}", words=self.province, names=(self.province,),
                           values={"placeKind": "tỉnh"})
        holder, guest = (self.thing("Person", name) for name in (self.holder, self.guest))
        session = self.number // 40 + 1
        meeting = self.thing("Meeting", self.session, self.session.lower(), values={
            "ordinal": session, "startDate": date(2020 + session // 13, (session - 1) % 12 + 1, 15), "meetingKind": "Hội nghị"})
        paper = self.thing("Directive" if self.number % 3 == 0 else "Resolution", self.directive[0],
                           values={"number": self.directive[1]})
        count = self.number % 5 + 1
        group = Entity("RecipientGroup", (self.article.id, f"{count} tập thể"), f"{count} tập thể", (),
                       {"memberCount": count, "memberKind": "tập thể"}, self.at(f"{count} tập thể"), "test.group@1")
        movement = self.thing("Movement", f"Phong trào “Chung sức {self.province}”")
        amount = f"{self.number + 1},5 tỷ đồng"
        figure = Entity("Indicator", (self.article.id, amount), amount, (),
                        {"value": (self.number + 1) * 1_000_000_000 + 500_000_000, "currency": "VND", "unitText": "đồng"},
                        self.at(amount), "test.figure@1", ("a sum of money",))
        office = self.fact("Membership", f"{self.holder}, {self.role} {self.body}", member=holder, role=self.role,
                           organization=body, **({"former": True} if self.number % 50 == 49 else {}))
        facts = (
            office,
            self.fact("Participation", "chủ trì", meeting=meeting, participant=holder, role="chair", capacity=(office,)),
            *([self.fact("Participation", f"{self.guest} dự", meeting=meeting, participant=guest, role="attendee")]
              if self.guest != self.holder else []),
            self.fact("organizer", f"{self.body} tổ chức {self.session}", subject=meeting, object=body),
            self.fact("implements", f"{self.body} thực hiện {self.directive[0]}", subject=body, object=paper),
            self.fact("issuedBy", f"{self.directive[0]} của Bộ Chính trị", subject=paper, object=bureau),
            self.fact("territory", self.body, subject=body, object=place),
            self.fact("about", f"Phong trào “Chung sức {self.province}” góp {amount}", subject=figure, object=movement),
            self.fact("launchedBy", f"Phong trào “Chung sức {self.province}”", subject=movement, object=body),
            Fact("Award", {"awarders": (body,), "type": self.award, "recipients": (group,), "presentedAt": meeting,
                           "reason": "có thành tích xuất sắc"}, self.at(f"tặng {self.award}"), "test.award@1"),
            *([self.fact("subOrganizationOf", self.body, subject=body, object=bureau)] if self.number < 10 else []),
            *([self.fact("discusses", self.directive[0], subject=meeting, object=paper)] if self.number % 6 == 0 else []),
        )
        things = (body, bureau, place, holder, guest, meeting, paper, group, movement, figure)
        return Statements(self.article, things, facts, self.day)
