"""What an article says: its entities, and the facts that join them, each with the words it comes from.

Names of kinds, attributes and terms are local names of the ontology (`ontology/kg.ttl`), so that the graph
is a plain rendering of these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from kg.article import Article, Span
from kg.vi.writing import fold

Literal: TypeAlias = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the article speaks of.

    kind    class of the ontology: "Person", "PartyCommittee", "StateBody", "Place", "Post", "Meeting", "Directive",
            "Decision", "RecipientGroup", "Indicator", "Movement", "Election" ...
    key     structural identity: equal keys are the same thing, in this article and in any other
    label   the name that a reader would give it, in Vietnamese
    names   other forms that the article prints
    values  literal attributes by term: {"ordinal": 6, "startDate": date(2021, 7, 9), "number": "05-CT/TW"}
    spans   its mentions in the article's text
    rule    the rule that recognized it
    notes   what was inferred, and from what ("year 2021 from 'năm 2021'")
    """

    kind: str
    key: tuple[str, ...]
    label: str
    names: tuple[str, ...] = ()
    values: Mapping[str, Literal | tuple[Literal, ...]] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    spans: tuple[Span, ...] = ()
    rule: str = ""
    notes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Of what makes it the same thing, however often the article speaks of it."""
        return hash((self.kind, self.key))


Value: TypeAlias = "Literal | Entity | Fact | Article | tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the article.

    term    an n-ary class ("Membership", "Participation", "Award") or a property ("organizer", "issuedBy",
            "subOrganizationOf", "implements" ...), whose roles are then "subject" and "object"
    roles   role -> entity, literal, another fact, or a tuple of them:
              Membership     member, role (text), organization? or territory?, former, start?, end?, decision?
              Participation  meeting, participant, role ("chair" | "speaker" | "attendee" | "presenter"),
                             capacity? (Memberships)
              Award          awarders, type (text), recipients, reason?, periodStart?, periodEnd?, presentedAt?,
                             presentedBy?, underDecision?
              a property     subject, object (the article itself may be one: writtenBy, photographBy)
    spans   the passages that state it
    rule    the rule that stated it
    notes   what was inferred, and from what
    """

    term: str
    roles: Mapping[str, Value] = field(hash=False)
    spans: tuple[Span, ...] = ()
    rule: str = ""
    notes: tuple[str, ...] = ()


def post_key(role: str, of: Entity | None) -> tuple[str, ...]:
    """The identity of an office: its title and its body or place, whoever holds it and however it is printed."""
    return (fold(role) or role, *(of.key if of else ()))


@dataclass(frozen=True, slots=True)
class Statements:
    """Everything that one article says.

    dated  the article's date, given or inferred, if it can be known
    seats  key of a body -> the folded names of its territory, from the smallest unit up to the province ("huyện tháp
           mười", "đồng tháp"), or ("trung ương",); a body whose territory is not known is left out
    addresses  key of a person -> the folded words of address before the name: "ông", "đồng chí"
    constituencies  key of a person -> the folded name of the province that elected the deputy: "hà tĩnh"
    """

    article: Article
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    dated: date | None = None
    seats: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    addresses: Mapping[tuple[str, ...], tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    constituencies: Mapping[tuple[str, ...], str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
