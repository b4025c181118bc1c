"""A second article beside the example's: another outlet, another day, people who meet through shared bodies."""

from datetime import date

from rdflib import Graph

from tests.view.news import KG, News
from tests.view.seed import seed_graph

TEXT = """Tỉnh ủy Gia Lai triển khai nhiệm vụ năm 2022

(GLO)- Sáng 12-1, Tỉnh ủy Gia Lai tổ chức hội nghị triển khai nhiệm vụ năm 2022. Đồng chí Hà Minh Thư, Chánh Văn phòng \
Tỉnh ủy chủ trì hội nghị. Đồng chí Hạ Minh Thư, Trưởng phòng Tổng hợp dự hội nghị.

Tỉnh ủy yêu cầu các cấp thực hiện Chỉ thị 05-CT/TW.
"""


def pair_graph() -> tuple[Graph, dict[str, str]]:
    """Both articles' graph and the texts by the articles' IRIs."""
    graph, texts = seed_graph()
    news = News(graph, "trien-khai", TEXT, dated=date(2022, 1, 12), outlet="Báo Cao Nguyên",
                url="https://example.org/trien-khai", headline="Tỉnh ủy Gia Lai triển khai nhiệm vụ năm 2022")
    province = news.body("PartyCommittee", "Tỉnh ủy Gia Lai", ["Tỉnh ủy"], ["Tỉnh ủy Gia Lai"])
    chief = news.person("Hà Minh Thư", quotes=["Hà Minh Thư"])
    head = news.person("Hạ Minh Thư", quotes=["Hạ Minh Thư"])
    office = news.membership(chief, "Chánh Văn phòng", province, ["Hà Minh Thư, Chánh Văn phòng Tỉnh ủy"],
                             "Chief of Office")
    meeting = news.meeting("Hội nghị triển khai nhiệm vụ năm 2022", date(2022, 1, 12), [province],
                           ["tổ chức hội nghị triển khai nhiệm vụ năm 2022"])
    news.participation(meeting, chief, "chair", ["Hà Minh Thư, Chánh Văn phòng Tỉnh ủy chủ trì hội nghị"], office)
    news.participation(meeting, head, "attendee", ["Hạ Minh Thư, Trưởng phòng Tổng hợp dự hội nghị"])
    directive = news.document("Directive", "Chỉ thị 05-CT/TW", "05-CT/TW", quotes=["Chỉ thị 05-CT/TW"])
    news.state(province, KG.implements, directive, ["thực hiện Chỉ thị 05-CT/TW"])
    return graph, {**texts, str(news.iri): TEXT}
