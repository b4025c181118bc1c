"""Large graphs, made up: people in bodies and meetings that fall into communities."""

from random import Random

from kg.graph.terms import BASE, iri
from kg.graph.triple import DATE, Literal, Triple, vietnamese

TYPE, LABEL, START = iri("rdf:type"), iri("rdfs:label"), iri("schema:startDate")
SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Rơ Ksor".split()
MIDDLES = "Văn Thị Ngọc Minh Đức Quốc".split()
GIVEN = "An Bình Châu Dũng Hạnh Hà Khoa Linh Mai Nam Phúc Quân Sơn Tuấn".split()


def large_graph(size: int) -> list[Triple]:
    """About `size` things and twice as many lines."""
    chance, few = Random(7), max(1, size // 40)
    people = [f"{BASE}person/p{index}" for index in range(size // 2)]
    bodies = [f"{BASE}organization/b{index}" for index in range(size * 3 // 10)]
    meetings = [f"{BASE}meeting/m{index}" for index in range(size // 5)]

    def near(index: int, among: list[str]) -> str:
        return among[(index % few + few * chance.randrange(max(1, len(among) // few))) % len(among)]

    rows: list[Triple] = []
    for index, one in enumerate(people):
        name = " ".join(map(chance.choice, (SURNAMES, MIDDLES, GIVEN)))
        office = f"{BASE}membership/{index}"
        rows += [(one, TYPE, iri("kg:Person")), (one, LABEL, vietnamese(f"{name} {index}")),
                 (office, TYPE, iri("org:Membership")), (office, iri("org:member"), one),
                 (office, iri("org:organization"), near(index, bodies)), (office, iri("org:role"), f"{BASE}role/bí-thư")]
        rows += [(near(index, meetings), iri("kg:attendedBy"), one) for _ in range(2)]
    for index, one in enumerate(bodies):
        rows += [(one, TYPE, iri("kg:PartyCommittee")), (one, LABEL, vietnamese(f"Đảng ủy xã số {index}")),
                 (one, iri("org:subOrganizationOf"), bodies[index % few])]
    for index, one in enumerate(meetings):
        rows += [(one, TYPE, iri("kg:Meeting")), (one, LABEL, vietnamese(f"Hội nghị lần thứ {index}")),
                 (one, START, Literal(f"{2010 + index % 15}-0{1 + index % 9}-15", DATE)),
                 (one, iri("schema:organizer"), near(index, bodies))]
    return rows
