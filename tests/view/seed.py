"""The example article's graph, written by hand as the builder should state it."""

from datetime import date
from pathlib import Path

from rdflib import XSD, Graph, Literal, URIRef
from rdflib.namespace import ORG

from tests.view.news import KG, News

TEXT = (Path(__file__).parents[2] / "examples" / "gia-lai.txt").read_bytes().decode("utf-8")
CHIEF = "Phó Bí thư Thường trực Tỉnh ủy Châu Ngọc Tuấn"
LEARNING = "có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"


def seed_graph() -> tuple[Graph, dict[str, str]]:
    """The graph and its texts by the article's IRI."""
    graph = Graph()
    news = News(graph, "gia-lai", TEXT, dated=date(2021, 7, 9), outlet="Báo Gia Lai", url="https://baogialai.com.vn/",
                headline="Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Gia Lai họp Ban Chấp hành lần thứ 6")
    _bodies_and_people(news)
    return graph, {str(news.iri): TEXT}


def _bodies_and_people(news: News) -> None:
    bloc = news.body("PartyCommittee", "Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Gia Lai", ["Đảng ủy Khối"],
                     ["Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Gia Lai", "Đảng ủy Khối tiếp tục"])
    province = news.body("PartyCommittee", "Tỉnh ủy Gia Lai", ["Tỉnh ủy"], ["Tỉnh ủy"])
    standing = news.body("Committee", "Ban Thường vụ Tỉnh ủy Gia Lai", ["Ban Thường vụ Tỉnh ủy"],
                         ["Ban Thường vụ Tỉnh ủy"])
    people = news.body("StateBody", "Ủy ban nhân dân tỉnh Gia Lai", ["Ủy ban nhân dân tỉnh"], ["Ủy ban nhân dân tỉnh"])
    education = news.body("PartyBody", "Ban Tuyên giáo Tỉnh ủy Gia Lai", ["Ban Tuyên giáo Tỉnh ủy"],
                          ["Ban Tuyên giáo Tỉnh ủy"])
    bureau = news.body("PartyBody", "Bộ Chính trị", quotes=["Bộ Chính trị"])
    for part in (bloc, standing, education):
        news.state(part, ORG.subOrganizationOf, province, ["Ban Thường vụ Tỉnh ủy"])
    place = news.place("Gia Lai")
    for body in (bloc, province, people):
        news.say(body, KG.territory, place)
    tuan = news.person("Châu Ngọc Tuấn", quotes=["Châu Ngọc Tuấn", CHIEF])
    office = news.membership(tuan, "Phó Bí thư Thường trực", province,
                             ["Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy", CHIEF], "Standing Deputy Secretary")
    photographer = news.person("Phương Duyên", quotes=["Phương Duyên"])
    news.say(news.iri, KG.writtenBy, photographer)
    meeting = news.meeting("Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)", date(2021, 7, 9), [bloc],
                           ["tổ chức Hội nghị Ban Chấp hành lần thứ 6 (nhiệm kỳ 2020-2025)"], 6)
    news.participation(meeting, tuan, "speaker", [f"Phát biểu chỉ đạo tại hội nghị, {CHIEF}"], office)
    _documents(news, bloc, bureau)
    _awards(news, meeting, standing, people, education)
    _figures(news, bloc)


def _documents(news: News, bloc: URIRef, bureau: URIRef) -> None:
    quote = "Chỉ thị số 05-CT/TW của Bộ Chính trị"
    directive = news.document("Directive", "Chỉ thị 05-CT/TW", "05-CT/TW", bureau, [quote])
    documents = [directive]
    for term, number in (("XI", 11), ("XII", 12)):
        node = news.document("Resolution", f"Nghị quyết Trung ương 4 khóa {term}",
                             quotes=["Nghị quyết Trung ương 4 (khóa XI, XII)"])
        news.say(node, KG.congressTerm, Literal(number))
        documents.append(node)
    for node in documents:
        news.state(bloc, KG.implements, node, [f"thực hiện {quote} và Nghị quyết Trung ương 4 (khóa XI, XII)"])


def _awards(news: News, meeting: URIRef, standing: URIRef, people: URIRef, education: URIRef) -> None:
    start = news.text.index("quyết định của Ban Thường vụ")
    first = news.text[start:news.text.index("Ủy ban nhân dân tỉnh tặng") - 1]
    second = news.text[news.text.index("Ủy ban nhân dân tỉnh tặng"):news.text.index("Ban Tuyên giáo Tỉnh ủy tặng") - 1]
    third = news.text[news.text.index("Ban Tuyên giáo Tỉnh ủy tặng"):news.text.rindex(".") + 1]
    news.award("1", ["Cờ", "Bằng khen"], standing,
               [news.group(3, "tập thể", "1"), news.group(12, "đảng viên", "1")], [first], meeting,
               "đạt tiêu chuẩn “Trong sạch, vững mạnh” tiêu biểu 5 năm liền", (2016, 2020))
    news.award("2", ["Bằng khen"], people, [news.group(3, "tập thể", "2"), news.group(4, "cá nhân", "2")],
               [second], meeting, LEARNING, (2016, 2020))
    news.award("3", ["Giấy khen"], education, [news.group(1, "cá nhân", "3")], [third], meeting, LEARNING, (2016, 2020))


def _figures(news: News, bloc: URIRef) -> None:
    movement = news.thing("movement", "Phong trào “Mái ấm biên cương”", [KG.Movement],
                          quotes=["phong trào “Mái ấm biên cương”"])
    news.state(movement, KG.launchedBy, bloc, ["phong trào “Mái ấm biên cương”"])
    news.figure("hơn 1,85 tỷ đồng", "1850000000", "đồng", bloc, movement, ["số tiền hơn 1,85 tỷ đồng"])
    news.figure("35 căn nhà", "35", "căn nhà", bloc, movement, ["35 căn nhà"])
    news.figure("gần 7,2 tỷ đồng", "7200000000", "đồng", bloc, None, ["tổng số tiền gần 7,2 tỷ đồng"])
    news.figure("42,5% chỉ tiêu đảng viên mới", "42.5", "%", bloc, None, ["42,5% chỉ tiêu Nghị quyết"])
    election = news.thing("election", "Bầu cử đại biểu Quốc hội khóa XV", [KG.Election],
                          quotes=["cuộc bầu cử đại biểu Quốc hội khóa XV"])
    news.say(election, KG.termStart, Literal("2021", datatype=XSD.gYear))
