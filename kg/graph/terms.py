"""The graph's vocabulary as one table: what each kind, value, relation and role of `kg.fact` is called in RDF.

Names are prefixed ("schema:startDate"); `iri` spells them out. `ontology/kg.ttl` defines every term here and
`ontology/shapes.ttl` constrains them; tests hold the three together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

PREFIXES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "kg": "https://w3id.org/vnkg/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
BASE = "https://w3id.org/vnkg/id/"
SCHEMES = "https://w3id.org/vnkg/scheme/"


@cache
def iri(name: str) -> str:
    """The IRI of a prefixed name. Raises KeyError for an unknown prefix."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


class Form(StrEnum):
    """How a value is written."""

    TEXT = "text in Vietnamese"
    STRING = "string"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date, month or year"
    YEAR = "year"
    TRUE = "true, or nothing"
    CONCEPT = "concept"
    ADDRESS = "IRI of another data set"
    NODE = "node"


@dataclass(frozen=True, slots=True)
class Term:
    """A property and the form of its values.

    scheme  the class of concepts that the values name, for Form.CONCEPT
    codes   code -> words, where the values are a closed list of codes
    """

    name: str
    form: Form = Form.NODE
    scheme: str = ""
    codes: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A property that one fact states as a single triple; `label` is its Vietnamese name in the ontology."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Nary:
    """A fact that is a node of its own.

    roles     role -> the property that states it
    period    roles that are stated by a node of their own, the period
    required  roles without which there is no fact
    identity  roles that make it the same fact in any article, in the order of its IRI
    label     (role, pattern) pieces of its Vietnamese label; a piece whose role is absent is left out
    """

    name: str
    folder: str
    roles: Mapping[str, Term]
    required: tuple[str, ...]
    identity: tuple[str, ...]
    label: tuple[tuple[str, str], ...]
    period: Mapping[str, Term] = field(default_factory=dict)


# What each class specializes. A node states its class and everything above it.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "kg:Article": ("schema:NewsArticle",),
    "kg:Passage": ("oa:TextPositionSelector", "oa:TextQuoteSelector"),
    "kg:Person": ("foaf:Person",),
    "kg:Organization": ("org:Organization",),
    "kg:Committee": ("kg:Organization",),
    "kg:PartyCommittee": ("kg:Committee",),
    "kg:PartyBody": ("kg:Organization",),
    "kg:StateBody": ("kg:Organization",),
    "kg:MassOrganization": ("kg:Organization",),
    "kg:ArmedForce": ("kg:Organization",),
    "kg:Enterprise": ("kg:Organization",),
    "kg:School": ("kg:Organization",),
    "kg:HealthFacility": ("kg:Organization",),
    "kg:Press": ("kg:Organization",),
    "kg:ForeignBody": ("kg:Organization",),
    "org:Post": (),
    "org:Membership": (),
    "kg:Period": ("time:ProperInterval",),
    "kg:Meeting": ("schema:Event",),
    "kg:Participation": ("schema:Role",),
    "kg:Document": ("eli:LegalResource",),
    **{f"kg:{name}": ("kg:Document",) for name in (
        "Directive", "Resolution", "Decision", "Conclusion", "Regulation", "Rules", "Plan", "Programme", "Scheme",
        "Law", "Ordinance", "Constitution", "Charter", "Decree", "Circular", "Guideline", "Notice", "OfficialLetter",
        "Telegram", "Report", "Strategy", "Submission", "Communique", "Platform")},
    "kg:Code": ("kg:Law",),
    "kg:Award": ("prov:Activity",),
    "kg:RecipientGroup": ("foaf:Group",),
    "kg:Indicator": ("schema:StructuredValue",),
    "schema:MonetaryAmount": (),
    "schema:QuantitativeValue": (),
    "kg:Movement": ("prov:Activity",),
    "kg:Election": ("prov:Activity",),
    "kg:Place": ("schema:Place",),
    "kg:Role": ("org:Role", "skos:Concept"),
    "kg:MeetingKind": ("skos:Concept",),
    "kg:AwardType": ("skos:Concept",),
    "kg:ParticipationRole": ("skos:Concept",),
    "rdf:Statement": (),
}

# Classes whose members share a folder of IRIs: a body is one thing, whatever class an article gives it.
FOLDERS: Mapping[str, str] = {
    "kg:Person": "person", "kg:Organization": "organization", "org:Post": "post", "kg:Meeting": "meeting",
    "kg:Document": "document", "kg:RecipientGroup": "group", "kg:Indicator": "indicator",
    "kg:Movement": "movement", "kg:Election": "election", "kg:Place": "place",
}

# The schemes of concepts and their folders.
CONCEPTS: Mapping[str, str] = {
    "kg:Role": "role", "kg:MeetingKind": "meeting-kind", "kg:AwardType": "award-type",
    "kg:ParticipationRole": "participation-role",
}

# Entity.values: name -> property.
VALUES: Mapping[str, Term] = {
    "honorificPrefix": Term("schema:honorificPrefix", Form.TEXT),
    "meetingKind": Term("kg:meetingKind", Form.CONCEPT, "kg:MeetingKind"),
    "startDate": Term("schema:startDate", Form.DATE),
    "endDate": Term("schema:endDate", Form.DATE),
    "ordinal": Term("kg:ordinal", Form.INTEGER),
    "termStart": Term("kg:termStart", Form.YEAR),
    "termEnd": Term("kg:termEnd", Form.YEAR),
    "number": Term("kg:number", Form.STRING),
    "issued": Term("dcterms:issued", Form.DATE),
    "title": Term("dcterms:title", Form.TEXT),
    "congressTerm": Term("kg:congressTerm", Form.INTEGER),
    "memberCount": Term("kg:memberCount", Form.INTEGER),
    "memberKind": Term("kg:memberKind", Form.TEXT),
    "value": Term("schema:value", Form.DECIMAL),
    "minValue": Term("schema:minValue", Form.DECIMAL),
    "maxValue": Term("schema:maxValue", Form.DECIMAL),
    "currency": Term("schema:currency", Form.STRING),
    "unitText": Term("schema:unitText", Form.TEXT),
    "description": Term("schema:description", Form.TEXT),
    "placeKind": Term("kg:placeKind", Form.TEXT),
    "role": Term("org:role", Form.CONCEPT, "kg:Role"),
    "sameAs": Term("owl:sameAs", Form.ADDRESS),
}
# Entity.values that add a class instead.
CLASS_VALUES: Mapping[str, str] = {"committee": "kg:Committee"}

# Facts with the roles "subject" and "object".
RELATIONS: Mapping[str, Relation] = {
    "organizer": Relation("schema:organizer", "đơn vị tổ chức"),
    "location": Relation("schema:location", "địa điểm"),
    "subEvent": Relation("schema:subEvent", "gồm sự kiện"),
    "issuedBy": Relation("kg:issuedBy", "cơ quan ban hành"),
    "signedBy": Relation("kg:signedBy", "người ký"),
    "implements": Relation("kg:implements", "thực hiện"),
    "discusses": Relation("kg:discusses", "thảo luận"),
    "announces": Relation("kg:announces", "công bố"),
    "subOrganizationOf": Relation("org:subOrganizationOf", "trực thuộc"),
    "postIn": Relation("org:postIn", "chức vụ tại"),
    "territory": Relation("kg:territory", "địa bàn"),
    "partOf": Relation("kg:partOf", "thuộc địa phận"),
    "about": Relation("kg:about", "nói về"),
    "achievedBy": Relation("kg:achievedBy", "kết quả của"),
    "launchedBy": Relation("kg:launchedBy", "do đơn vị phát động"),
    "writtenBy": Relation("kg:writtenBy", "người viết"),
    "photographBy": Relation("kg:photographBy", "người chụp ảnh"),
    "publishedBy": Relation("kg:publishedBy", "cơ quan đăng"),
}

# The role of a participation -> its Vietnamese name; and the properties that the meeting states in short.
PARTICIPATION: Mapping[str, str] = {
    "chair": "chủ trì", "speaker": "phát biểu", "presenter": "trao tặng", "attendee": "tham dự",
}
SHORTCUTS: Mapping[str, tuple[str, ...]] = {
    "chair": ("kg:attendedBy", "kg:chairedBy"),
    "speaker": ("kg:attendedBy", "kg:addressedBy"),
    "presenter": ("kg:attendedBy",),
    "attendee": ("kg:attendedBy",),
}

NARY: Mapping[str, Nary] = {
    "Membership": Nary(
        "org:Membership", "membership",
        roles={
            "member": Term("org:member"),
            "role": Term("org:role", Form.CONCEPT, "kg:Role"),
            "organization": Term("org:organization"),
            "territory": Term("kg:territory"),
            "former": Term("kg:former", Form.TRUE),
            "decision": Term("kg:underDecision"),
            "succeeds": Term("kg:succeeds"),
        },
        required=("member", "role"),
        identity=("member", "role", "organization", "former", "start", "end", "territory"),
        label=(("member", "{},"), ("former", "nguyên"), ("role", "{}"), ("organization", "{}"),
               ("territory", "{}")),
        period={"start": Term("schema:startDate", Form.DATE), "end": Term("schema:endDate", Form.DATE)},
    ),
    "Participation": Nary(
        "kg:Participation", "participation",
        roles={
            "meeting": Term("kg:meeting"),
            "participant": Term("kg:participant"),
            "role": Term("kg:participationRole", Form.CONCEPT, "kg:ParticipationRole", PARTICIPATION),
            "capacity": Term("kg:inCapacity"),
        },
        required=("meeting", "participant", "role"),
        identity=("meeting", "participant", "role"),
        label=(("participant", "{}"), ("role", "{}"), ("meeting", "– {}")),
    ),
    "Award": Nary(
        "kg:Award", "award",
        roles={
            "awarders": Term("kg:awardedBy"),
            "type": Term("kg:awardType", Form.CONCEPT, "kg:AwardType"),
            "recipients": Term("kg:recipient"),
            "reason": Term("kg:reason", Form.TEXT),
            "periodStart": Term("kg:periodStart", Form.YEAR),
            "periodEnd": Term("kg:periodEnd", Form.YEAR),
            "presentedAt": Term("kg:presentedAt"),
            "presentedBy": Term("kg:presentedBy"),
            "underDecision": Term("kg:underDecision"),
        },
        required=("type", "recipients"),
        identity=("awarders", "type", "recipients", "presentedAt", "periodStart", "periodEnd"),
        label=(("awarders", "{} tặng"), ("type", "{}"), ("recipients", "cho {}")),
    ),
}

# Properties that the builder itself states, beside those in the tables above; the first line across articles.
OWN_PROPERTIES: tuple[str, ...] = (
    "kg:outletCount", "kg:supportCount", "dcterms:isReplacedBy", "owl:differentFrom",
    "kg:attendedBy", "kg:addressedBy", "kg:chairedBy", "kg:attestedOn", "kg:datedOn", "kg:inArticle", "kg:inference",
    "kg:rule", "kg:ruleConfidence", "kg:ruleVersion", "kg:sha256", "kg:sortKey",
    "dcterms:identifier", "oa:end", "oa:exact", "oa:start", "org:heldBy", "org:holds", "org:memberDuring",
    "prov:generatedAtTime", "prov:wasDerivedFrom", "rdf:object", "rdf:predicate", "rdf:subject", "rdf:type",
    "rdfs:label", "schema:author", "schema:datePublished", "schema:headline", "schema:publisher", "schema:url",
    "skos:altLabel", "skos:broader", "skos:exactMatch", "skos:hiddenLabel", "skos:inScheme", "skos:prefLabel",
)


@cache
def lineage(name: str) -> tuple[str, ...]:
    """A class and all that it specializes, nearest first. Raises KeyError for a class that is not in the table."""
    found = dict.fromkeys((name,))
    for above in CLASSES[name]:
        found.update(dict.fromkeys(lineage(above) if above in CLASSES else (above,)))
    return tuple(found)


@cache
def class_of(kind: str) -> str:
    """The class of an entity's kind ("Person" -> "kg:Person", "Post" -> "org:Post"). Raises KeyError if unknown."""
    name = "org:Post" if kind == "Post" else f"kg:{kind}"
    if name not in CLASSES or not FOLDERS.keys() & set(lineage(name)):
        raise KeyError(kind)
    return name


@cache
def folder_of(kind: str) -> str:
    """The folder of the IRIs of an entity's kind. Raises KeyError if the kind is unknown."""
    return next(FOLDERS[above] for above in lineage(class_of(kind)) if above in FOLDERS)


def kinds() -> tuple[str, ...]:
    """All kinds that an entity may have."""
    names = (name for name in CLASSES if FOLDERS.keys() & set(lineage(name)))
    return tuple(name.partition(":")[2] for name in names)
