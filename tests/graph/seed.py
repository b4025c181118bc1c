"""The example article's statements, written by hand as a careful reader would, without the extractor."""

from datetime import date
from pathlib import Path

from kg.article import Article, Span
from kg.fact import Entity, Fact, Statements

PATH = Path(__file__).parents[2] / "examples" / "gia-lai.txt"
TEXT = PATH.read_bytes().decode("utf-8")
ARTICLE = Article("seed-gialai", TEXT, date=date(2021, 7, 9), author="Phương Duyên", publisher="Báo Gia Lai")
PERIOD = {"periodStart": 2016, "periodEnd": 2020}
LEARNING = "có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"


def spans(*quotes):
    return tuple(Span(TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in quotes)


def thing(kind, label, *quotes, names=(), key=None, notes=(), **values):
    return Entity(kind, key or (label.lower(),), label, names, values, spans(*(quotes or (label,))), f"{kind.lower()}@1", notes)


def fact(term, *quotes, notes=(), **roles):
    return Fact(term, roles, spans(*quotes), f"{term.lower()}@1", notes)


TUAN = thing("Person", "Châu Ngọc Tuấn")
WRITER = thing("Person", "Phương Duyên", "PHƯƠNG DUYÊN", names=("PHƯƠNG DUYÊN",))
BLOC = thing("PartyCommittee", "Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Gia Lai", names=("Đảng ủy Khối",))
PROVINCIAL = thing("PartyCommittee", "Tỉnh ủy Gia Lai", "Tỉnh ủy", names=("Tỉnh ủy",), notes=("Gia Lai from the article's province",))
STANDING = thing("PartyCommittee", "Ban Thường vụ Tỉnh ủy Gia Lai", "Ban Thường vụ Tỉnh ủy", names=("Ban Thường vụ Tỉnh ủy",))
PEOPLES = thing("StateBody", "Ủy ban nhân dân tỉnh Gia Lai", "Ủy ban nhân dân tỉnh", names=("Ủy ban nhân dân tỉnh",), committee=True)
PROPAGANDA = thing("PartyBody", "Ban Tuyên giáo Tỉnh ủy Gia Lai", "Ban Tuyên giáo Tỉnh ủy")
BUREAU = thing("PartyCommittee", "Bộ Chính trị")
CENTRAL = thing("PartyCommittee", "Ban Chấp hành Trung ương Đảng", "Trung ương", names=("Trung ương",))
PARTY = thing("PartyBody", "Đảng bộ Khối các Cơ quan và Doanh nghiệp tỉnh Gia Lai", "Đảng bộ Khối", names=("Đảng bộ Khối",))
PLACE = thing("Place", "Tỉnh Gia Lai", "tỉnh Gia Lai", placeKind="tỉnh", sameAs="http://www.wikidata.org/entity/Q36050")
MEETING = thing("Meeting", "Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)", meetingKind="Hội nghị",
                startDate=date(2021, 7, 9), ordinal=6, termStart=2020, termEnd=2025, notes=("year 2021 from 'năm 2021'",))
DIRECTIVE = thing("Directive", "Chỉ thị số 05-CT/TW", number="05-CT/TW")
PLENUM = "Nghị quyết Trung ương 4 (khóa XI, XII)"
RESOLUTIONS = tuple(thing("Resolution", f"Nghị quyết Trung ương 4 khóa {roman}", PLENUM, congressTerm=term)
                    for roman, term in (("XI", 11), ("XII", 12)))
MOVEMENT = thing("Movement", "Phong trào “Mái ấm biên cương”", "phong trào “Mái ấm biên cương”")
ELECTION = thing("Election", "Bầu cử đại biểu Quốc hội khóa XV", "bầu cử đại biểu Quốc hội khóa XV", termStart=2021, termEnd=2026)
MONEY = thing("Indicator", "hơn 1,85 tỷ đồng", minValue=1850000000, currency="VND", unitText="đồng")
SHARE = thing("Indicator", "42,5% chỉ tiêu", "42,5%", value=42.5, unitText="%", description="phát triển đảng viên mới")
MEMBERSHIP = fact("Membership", "Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy", member=TUAN,
                  role="Phó Bí thư Thường trực", organization=PROVINCIAL)


def group(count, kind, quote):
    label = f"{count} {kind}"
    return thing("RecipientGroup", label, quote, key=(ARTICLE.id, quote.lower(), label), memberCount=count, memberKind=kind)


def award(awarder, kind, recipients, quote, reason):
    return fact("Award", quote, awarders=(awarder,), type=kind, recipients=recipients, reason=reason, presentedAt=MEETING, **PERIOD)


GIVEN = ("tặng cờ, bằng khen cho 3 tập thể", "12 đảng viên", "bằng khen cho 3 tập thể, 4 cá nhân", "4 cá nhân", "1 cá nhân")
BY_STANDING = (group(3, "tập thể", GIVEN[0]), group(12, "đảng viên", GIVEN[1]))
BY_PEOPLES = (group(3, "tập thể", GIVEN[2]), group(4, "cá nhân", GIVEN[3]))
FACTS = (
    MEMBERSHIP,
    fact("Participation", "dự hội nghị", "phát biểu chỉ đạo tại hội nghị", meeting=MEETING, participant=TUAN, role="speaker",
         capacity=MEMBERSHIP),
    fact("organizer", "tổ chức Hội nghị Ban Chấp hành", subject=MEETING, object=BLOC),
    fact("issuedBy", "Chỉ thị số 05-CT/TW của Bộ Chính trị", subject=DIRECTIVE, object=BUREAU),
    fact("issuedBy", PLENUM, subject=RESOLUTIONS, object=CENTRAL, notes=("issuer from the plenum",)),
    fact("implements", "thực hiện Chỉ thị số 05-CT/TW", subject=BLOC, object=(DIRECTIVE, *RESOLUTIONS)),
    fact("subOrganizationOf", "Ban Thường vụ Tỉnh ủy", subject=STANDING, object=PROVINCIAL),
    fact("territory", "tỉnh Gia Lai", subject=BLOC, object=PLACE),
    award(STANDING, "Cờ", BY_STANDING, GIVEN[0], "hoàn thành xuất sắc nhiệm vụ 5 năm liền"),
    award(STANDING, "Bằng khen", BY_STANDING, GIVEN[0], "hoàn thành xuất sắc nhiệm vụ 5 năm liền"),
    award(PEOPLES, "Bằng khen", BY_PEOPLES, GIVEN[2], LEARNING),
    award(PROPAGANDA, "Giấy khen", (group(1, "cá nhân", GIVEN[4]),), "tặng giấy khen cho 1 cá nhân", LEARNING),
    fact("about", "hơn 1,85 tỷ đồng", subject=MONEY, object=MOVEMENT),
    fact("achievedBy", "42,5%", subject=SHARE, object=BLOC),
    fact("launchedBy", "phong trào “Mái ấm biên cương”", subject=MOVEMENT, object=BLOC),
    fact("writtenBy", "PHƯƠNG DUYÊN", subject=ARTICLE, object=WRITER),
)
ENTITIES = (TUAN, WRITER, BLOC, PROVINCIAL, STANDING, PEOPLES, PROPAGANDA, BUREAU, CENTRAL, PARTY, PLACE, MEETING, DIRECTIVE,
            *RESOLUTIONS, MOVEMENT, ELECTION, MONEY, SHARE)
STATEMENTS = Statements(ARTICLE, ENTITIES, FACTS, date(2021, 7, 9))
