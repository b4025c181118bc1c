"""Documents and meetings of which articles say different things: dates, issuers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.history.contradiction import Contradiction, Kind, Side, Witness, first_of_each
from kg.history.holding import witness
from kg.store.question import question
from kg.store.source import Ask, rows
from kg.vi.writing import fold

_DATED = {Kind.ISSUED: ("kg:Document", "dcterms:issued"), Kind.MEETING: ("kg:Meeting", "schema:startDate")}
_DATES = """SELECT DISTINCT ?thing ?label ?value ?last WHERE {
  ?thing a %s ; %s ?value , ?second ; rdfs:label ?label FILTER(?value != ?second)
  OPTIONAL { ?thing schema:endDate ?last }
}"""
_WITNESS = """?passage oa:exact ?words ; oa:start ?start ; oa:end ?end ; kg:inArticle ?source .
  ?source rdfs:label ?article .
  OPTIONAL { ?source schema:datePublished ?printed }
  OPTIONAL { ?source kg:datedOn ?inferred }"""
# Which article gives which date is known by its named graph; where there is none, all passages speak for all dates.
_BY_GRAPH = """SELECT ?value ?words ?start ?end ?source ?article ?printed ?inferred WHERE {
  GRAPH ?graph { <%s> %s ?value ; prov:wasDerivedFrom ?passage }
  """ + _WITNESS + "\n}"
_ANYWHERE = _BY_GRAPH.replace("GRAPH ?graph ", "")
_ISSUERS = """SELECT ?thing ?label ?value ?valueLabel ?words ?start ?end ?source ?article ?printed ?inferred WHERE {
  ?thing kg:issuedBy ?value , ?second FILTER(?value != ?second)
  ?fact rdf:subject ?thing ; rdf:predicate kg:issuedBy ; rdf:object ?value ; prov:wasDerivedFrom ?passage .
  ?thing rdfs:label ?label . ?value rdfs:label ?valueLabel .
  """ + _WITNESS + "\n}"
_PARTS = """SELECT DISTINCT ?part ?whole WHERE {
  ?thing kg:issuedBy ?part , ?second FILTER(?part != ?second)
  ?part (org:subOrganizationOf|org:postIn)+ ?whole
}"""
_PEOPLE = "SELECT DISTINCT ?person WHERE { ?thing kg:issuedBy ?person . ?person a kg:Person }"

Said = Mapping[str, set[Witness]]  # value -> who says it


def several_dates(ask: Ask) -> Iterator[Contradiction]:
    """Documents with two dates of issue, meetings with two days. "2021" and "2021-07-09" agree; so do the days of a
    meeting that lasts from one to the other."""
    for kind, (name, term) in _DATED.items():
        things: dict[str, tuple[str, set[str], set[str]]] = {}
        for row in rows(ask(question(_DATES % (name, term)).sparql)):
            label, dates, ends = things.setdefault(row["thing"], (row["label"], set(), set()))
            dates.add(row["value"])
            ends |= {row["last"]} - {""}
        for thing, (label, dates, ends) in sorted(things.items()):
            apart = _apart(dates, ends)
            if len(apart) > 1:
                said = _witnesses(thing, term, ask)
                yield Contradiction(kind, thing, label, tuple(_side(date, date, said) for date in apart))


def _apart(dates: Iterable[str], ends: Iterable[str]) -> list[str]:
    """The dates, without those that others make more precise; one where a meeting lasted over all of them."""
    found = sorted(dates)
    precise = [date for date in found if not any(other != date and other.startswith(date) for other in found)]
    return precise[:1] if any(precise[-1] <= end for end in ends) else precise


def _witnesses(thing: str, term: str, ask: Ask) -> Said:
    found: dict[str, set[Witness]] = defaultdict(set)
    for form in (_BY_GRAPH, _ANYWHERE):
        for row in rows(ask(question(form % (thing, term)).sparql)):
            found[row["value"]].add(witness(row))
        if found:
            break
    return found


def _side(value: str, label: str, said: Said) -> Side:
    return Side(value, label, first_of_each(said.get(value, ())))


def several_issuers(ask: Ask) -> Iterator[Contradiction]:
    """Documents that different articles say are issued by different bodies. No contradiction: what one article says
    they issued together, a body and its part, an office and its body, a body and who signs for it."""
    papers: dict[str, str] = {}
    names: dict[str, str] = {}
    said: dict[str, dict[str, set[Witness]]] = defaultdict(lambda: defaultdict(set))
    for row in rows(ask(question(_ISSUERS).sparql)):
        papers[row["thing"]] = min(papers.get(row["thing"], row["label"]), row["label"])
        names[row["value"]] = min(names.get(row["value"], row["valueLabel"]), row["valueLabel"])
        said[row["thing"]][row["value"]].add(witness(row))
    related = {(row["part"], row["whole"]) for row in rows(ask(question(_PARTS).sparql))}
    people = {row["person"] for row in rows(ask(question(_PEOPLE).sparql))}
    for paper in sorted(said):
        apart = {value for pair in combinations(sorted(said[paper]), 2) for value in pair
                 if not _agree(*pair, said[paper], names, related, people)}
        if apart:
            yield Contradiction(Kind.ISSUERS, paper, papers[paper],
                                tuple(_side(value, names[value], said[paper]) for value in sorted(apart)))


def _agree(one: str, other: str, said: Said, names: Mapping[str, str], related: set[tuple[str, str]],
           people: set[str]) -> bool:
    """Whether two issuers of one document can both be right."""
    together = {each.source for each in said[one]} & {each.source for each in said[other]}
    signed = (one in people) != (other in people)
    short, long = sorted((f"{fold(names[one])} ", f"{fold(names[other])} "), key=len)
    return bool(together) or signed or bool({(one, other), (other, one)} & related) or long.startswith(short)
