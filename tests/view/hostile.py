"""A graph whose every name tries to be something else: markup, script, an object's prototype, a turn of direction."""

from datetime import date

from rdflib import RDF, Graph, Literal, URIRef

from tests.view.news import ID, KG, SCHEMA, News

NAMES = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "__proto__",
    "constructor",
    "{{ 7*7 }}{% raw %}",
    "\u202eevil\u202c \u200f‮",
    "<!--<script>",
    '"><svg onload=alert(3)>',
    "&lt;b&gt; &amp;",
    "=HYPERLINK(\"http://example.org\")",
    "𠀀 Nguyễn 😀",
    "a" * 500,
]
TEXT = "\n".join(f"Đồng chí {name} dự hội nghị. 😀" for name in NAMES) + "\u2028hết </textarea>"


def hostile_graph() -> tuple[Graph, dict[str, str]]:
    graph = Graph()
    news = News(graph, "x", TEXT, dated=date(2021, 7, 9), outlet="<b>Báo</b>", url="javascript:alert(4)",
                headline="</title><script>alert(5)</script>")
    meeting = news.meeting("<h1>Hội nghị</h1>", date(2021, 7, 9), [])
    for index, name in enumerate(NAMES):
        person = URIRef(ID[f"person/{index}"])
        news.say(person, RDF.type, KG.Person)
        news.say(person, URIRef("http://www.w3.org/2000/01/rdf-schema#label"), Literal(name, lang="vi"))
        for passage in news.passages([name]):
            news.say(person, URIRef("http://www.w3.org/ns/prov#wasDerivedFrom"), passage)
        news.participation(meeting, person, "attendee", [f"Đồng chí {name} dự hội nghị"])
    news.say(URIRef("__proto__:x"), RDF.type, KG.Person)
    news.say(URIRef("__proto__:x"), SCHEMA.honorificPrefix, Literal("<i>Tiến sĩ</i>"))
    return graph, {str(news.iri): TEXT}
