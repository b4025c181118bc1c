"""Graphs in the terms of the ontology, written by hand: what the explorer is developed and tested against."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date

from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SKOS

KG = Namespace("https://w3id.org/vnkg/ontology#")
ID = Namespace("https://w3id.org/vnkg/id/")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
ROLES = {
    "chair": ("chủ trì", "chair"),
    "speaker": ("phát biểu", "speaker"),
    "attendee": ("tham dự", "attendee"),
    "presenter": ("trao tặng", "presenter"),
}


def slug(label: str) -> str:
    return re.sub(r"\W+", "-", label)


class News:
    """One article's statements, added to a graph; `quotes` are words of its text and become its passages."""

    def __init__(self, graph: Graph, name: str, text: str, *, dated: date, outlet: str, url: str,
                 headline: str) -> None:
        self.graph, self.text, self.dated = graph, text, dated
        self.iri = ID[f"article/{name}"]
        self.say(self.iri, RDF.type, KG.Article, SCHEMA.NewsArticle)
        self.say(self.iri, SCHEMA.headline, Literal(headline, lang="vi"))
        self.say(self.iri, RDFS.label, Literal(headline, lang="vi"))
        self.say(self.iri, SCHEMA.datePublished, Literal(dated))
        self.say(self.iri, SCHEMA.url, Literal(url, datatype=XSD.anyURI))
        self.say(self.iri, KG.sha256, Literal(hashlib.sha256(text.encode()).hexdigest()))
        self.say(self.iri, KG.publishedBy, self.body("Press", outlet))

    def say(self, subject: URIRef, predicate: URIRef, *objects: URIRef | Literal) -> URIRef:
        for value in objects:
            self.graph.add((subject, predicate, value))
        return subject

    def passages(self, quotes: Iterable[str]) -> list[URIRef]:
        return [self.passage(self.text.index(quote), quote) for quote in quotes]

    def passage(self, start: int, quote: str) -> URIRef:
        end = start + len(quote)
        node = URIRef(f"{self.iri}#char={start},{end}")
        self.say(node, RDF.type, KG.Passage, OA.TextPositionSelector, OA.TextQuoteSelector)
        self.say(node, OA.start, Literal(start))
        self.say(node, OA.end, Literal(end))
        self.say(node, OA.exact, Literal(quote))
        return self.say(node, KG.inArticle, self.iri)

    def thing(self, path: str, label: str, types: Iterable[URIRef], alts: Iterable[str] = (),
              quotes: Iterable[str] = ()) -> URIRef:
        node = ID[f"{path}/{slug(label)}"]
        self.say(node, RDF.type, *types)
        self.say(node, RDFS.label, Literal(label, lang="vi"))
        self.say(node, SKOS.altLabel, *(Literal(alt, lang="vi") for alt in alts))
        return self.say(node, PROV.wasDerivedFrom, *self.passages(quotes))

    def person(self, label: str, alts: Iterable[str] = (), quotes: Iterable[str] = ()) -> URIRef:
        return self.thing("person", label, [KG.Person, FOAF.Person], alts, quotes)

    def body(self, kind: str, label: str, alts: Iterable[str] = (), quotes: Iterable[str] = ()) -> URIRef:
        return self.thing("body", label, [KG.Organization, ORG.Organization, KG[kind]], alts, quotes)

    def place(self, label: str) -> URIRef:
        return self.thing("place", label, [KG.Place, SCHEMA.Place])

    def concept(self, path: str, vi: str, en: str | None = None) -> URIRef:
        node = ID[f"{path}/{slug(vi)}"]
        self.say(node, RDF.type, KG.Role if path == "role" else KG.AwardType, SKOS.Concept)
        self.say(node, SKOS.prefLabel, Literal(vi, lang="vi"))
        return self.say(node, SKOS.prefLabel, Literal(en, lang="en")) if en else node

    def meeting(self, label: str, day: date, organizers: Iterable[URIRef], quotes: Iterable[str] = (),
                ordinal: int | None = None) -> URIRef:
        node = self.thing("meeting", label, [KG.Meeting, SCHEMA.Event], quotes=quotes)
        self.say(node, SCHEMA.startDate, Literal(day))
        if ordinal is not None:
            self.say(node, KG.ordinal, Literal(ordinal))
        for body in organizers:
            self.state(node, SCHEMA.organizer, body, quotes)
        return node

    def document(self, kind: str, label: str, number: str | None = None, issuer: URIRef | None = None,
                 quotes: Iterable[str] = ()) -> URIRef:
        node = self.thing("document", label, [KG.Document, KG[kind]], quotes=quotes)
        if number:
            self.say(node, KG.number, Literal(number))
        return self.state(node, KG.issuedBy, issuer, quotes) if issuer else node

    def state(self, subject: URIRef, predicate: URIRef, value: URIRef, quotes: Iterable[str] = ()) -> URIRef:
        """One plain triple, reified by IRI with its passages."""
        self.say(subject, predicate, value)
        key = hashlib.sha256(f"{subject} {predicate} {value}".encode()).hexdigest()[:16]
        node = self.say(ID[f"statement/{key}"], RDF.type, RDF.Statement)
        self.say(node, RDF.subject, subject)
        self.say(node, RDF.predicate, predicate)
        self.say(node, RDF.object, value)
        self.say(node, PROV.wasDerivedFrom, *self.passages(quotes))
        return subject

    def membership(self, person: URIRef, role: str, body: URIRef | None, quotes: Iterable[str],
                   english: str | None = None, former: bool = False) -> URIRef:
        key = hashlib.sha256(f"{person} {role} {body}".encode()).hexdigest()[:16]
        node = self.say(ID[f"membership/{key}"], RDF.type, ORG.Membership)
        self.say(node, ORG.member, person)
        self.say(node, ORG.role, self.concept("role", role, english))
        if body:
            self.say(node, ORG.organization, body)
        if former:
            self.say(node, KG.former, Literal(True))
        self.say(node, KG.attestedOn, Literal(self.dated))
        return self.say(node, PROV.wasDerivedFrom, *self.passages(quotes))

    def participation(self, meeting: URIRef, who: URIRef, role: str, quotes: Iterable[str],
                      capacity: URIRef | None = None) -> URIRef:
        node = self.say(ID[f"participation/{hashlib.sha256(f'{meeting} {who}'.encode()).hexdigest()[:16]}"],
                        RDF.type, KG.Participation)
        self.say(node, KG.meeting, meeting)
        self.say(node, KG.participant, who)
        concept = ID[f"participation-role/{role}"]
        self.say(concept, SKOS.prefLabel, Literal(ROLES[role][0], lang="vi"), Literal(ROLES[role][1], lang="en"))
        self.say(node, KG.participationRole, concept)
        if capacity:
            self.say(node, KG.inCapacity, capacity)
        self.say(meeting, KG.attendedBy, who)
        return self.say(node, PROV.wasDerivedFrom, *self.passages(quotes))

    def group(self, count: int, kind: str, of: str) -> URIRef:
        node = ID[f"group/{of}-{slug(kind)}"]
        self.say(node, RDF.type, KG.RecipientGroup)
        self.say(node, RDFS.label, Literal(f"{count} {kind}", lang="vi"))
        self.say(node, KG.memberCount, Literal(count))
        self.say(node, PROV.wasDerivedFrom, *self.passages([f"{count} {kind}"]))
        return self.say(node, KG.memberKind, Literal(kind, lang="vi"))

    def award(self, name: str, kinds: Iterable[str], awarder: URIRef, recipients: Iterable[URIRef],
              quotes: Iterable[str], at: URIRef | None = None, reason: str | None = None,
              period: tuple[int, int] | None = None) -> URIRef:
        kinds = list(kinds)
        node = self.say(ID[f"award/{name}"], RDF.type, KG.Award, PROV.Activity)
        self.say(node, RDFS.label, Literal(", ".join(kinds), lang="vi"))
        self.say(node, KG.awardType, *(self.concept("award-type", kind) for kind in kinds))
        self.say(node, KG.awardedBy, awarder)
        self.say(node, KG.recipient, *recipients)
        if at:
            self.say(node, KG.presentedAt, at)
        if reason:
            self.say(node, KG.reason, Literal(reason, lang="vi"))
        if period:
            self.say(node, KG.periodStart, Literal(str(period[0]), datatype=XSD.gYear))
            self.say(node, KG.periodEnd, Literal(str(period[1]), datatype=XSD.gYear))
        return self.say(node, PROV.wasDerivedFrom, *self.passages(quotes))

    def figure(self, label: str, value: str, unit: str, by: URIRef, about: URIRef | None,
               quotes: Iterable[str]) -> URIRef:
        node = self.thing("indicator", label, [KG.Indicator, SCHEMA.QuantitativeValue], quotes=quotes)
        self.say(node, SCHEMA.value, Literal(value, datatype=XSD.decimal))
        self.say(node, SCHEMA.unitText, Literal(unit, lang="vi"))
        self.say(node, KG.achievedBy, by)
        return self.say(node, KG.about, about) if about else node


__all__ = ["DCTERMS", "ID", "KG", "News"]
