"""Documents, who issued them, and who carries them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kg.article import Span
from kg.fact import Entity, Fact
from kg.recognition.awards import is_calling
from kg.recognition.layer import MASK, Mention
from kg.resolution.documents import Text
from kg.rules import Match, Rule, matches
from kg.statement.scene import Scene, fact
from kg.statement.subjects import subjects
from kg.vi.lexicon import table
from kg.vi.writing import fold

_PARLIAMENT = re.compile(r"/QH\d+$")
# Numbers that each province has, and numbers that each year has anew.
_LOCAL = re.compile(r"(?:ubnd|hđnd|tu|hu|đu|ttu|btv|stc|snv|sở)\d*$|-(?:tu|hu|đu|ttu)$")
_YEARLY = re.compile(r"^\d+[/-](?:ct|qđ|cđ|nq|tb)-(?:ttg|cp|vpcp)$")
# Acts that many offices perform every day: the same words name another one elsewhere.
_ACTS = frozenset(
    ("Quyết định", "Báo cáo", "Thông báo", "Công văn", "Kết luận", "Kế hoạch", "Tờ trình", "Công điện", "Thông cáo")
)
_PREMIER = re.compile(r"-TTg$")
# A document between a body and what it does is what the body issued: "ban hành Kết luận 120 về ... thực hiện ...".
_ISSUED = re.compile(rf"(?:ban hành|thông qua|có|ra)\s+{MASK['document']}")


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return {entry["type"]: entry["class"] for entry in table("documents")["type"]}


def _by_suffix(number: str) -> str | None:
    """The issuer that the end of a number names: "18-QĐ/UBKTTW", "68/TTr-BNV"."""
    end = re.sub(r"\d+$", "", number.upper())
    return next(
        (
            name
            for suffix, name in table("documents")["suffixes"].items()
            if re.search(rf"[/-]{re.escape(suffix.upper())}$", end)
        ),
        None,
    )


class Papers:
    """The documents of an article as entities, and the facts about them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.entities = {id(text): self._entity(text) for text in scene.documents.all}

    def of(self, mention: Mention) -> list[Entity]:
        return [self.entities[id(text)] for text in self.scene.documents.of(mention)]

    def _entity(self, text: Text) -> Entity:
        values: dict[str, str | int | date] = {}
        if text.number:
            values["number"] = text.number
        if text.title:
            values["title"] = text.title.removeprefix("về việc ").removeprefix("về ").strip("\"'") or text.title
        if text.session:
            values["congressTerm"] = text.session
        notes: tuple[str, ...] = ()
        if text.dated and (resolved := self.scene.calendar.resolve(text.dated.parts["date"])):
            values["issued"] = resolved.day
            notes = (resolved.note,) if resolved.note else ()
        issuers = [self.scene.value(a).label for m in text.issuers for a in self.scene.agents(m, posts=True)]
        issued = values.get("issued")
        return Entity(
            _classes()[text.type],
            self._key(text, issuers, issued if isinstance(issued, date) else None),
            text.label,
            tuple(f for f in text.forms if f != text.label),
            values,
            tuple(sorted(set(text.spans))),
            "document",
            notes,
        )

    def _key(self, text: Text, issuers: list[str], issued: date | None) -> tuple[str, ...]:
        """Type and number, with what makes the number one of its kind: a year, an issuer, a province.

        An act without a number ("quyết định điều động ...") is its day's, else the article's own.
        """
        kind = fold(text.type)
        if text.plenum:
            return (kind, "trung ương", str(text.plenum), *([str(text.session)] if text.session else []))
        number = "".join(text.number.split()).lower().replace("t.ư", "tw").replace("tư", "tw")
        if not number:
            own = [str(issued or self.scene.article.id)] if text.type in _ACTS else []
            return (kind, fold(text.label), *map(fold, issuers[:1]), *own)
        if _LOCAL.search(number) or number.isdigit():
            return (kind, number, *(map(fold, issuers[:1]) if issuers else self._home()))
        return (kind, number, *([str(issued.year)] if issued and _YEARLY.search(number) else []))

    def _home(self) -> tuple[str, ...]:
        home = self.scene.territories.home
        return (fold(home),) if home else ()

    def facts(self) -> Iterator[Fact]:
        for text in self.scene.documents.all:
            yield from self._issuers(text)
        yield from self._ruled_facts()

    def _issuers(self, text: Text) -> Iterator[Fact]:
        document = self.entities[id(text)]
        for mention in text.issuers:
            for agent in self.scene.agents(mention, posts=True):
                yield fact(
                    "issuedBy", document.spans[:1], "document.issuer", subject=document, object=self.scene.value(agent)
                )
        if not text.issuers and (name := self._implied(text)):
            yield fact(
                "issuedBy",
                document.spans[:1],
                "document.issuer-implied",
                (f"issuer {name.label!r} from the document's number or session",),
                subject=document,
                object=name,
            )

    def _implied(self, text: Text) -> Entity | None:
        if text.plenum:
            return self._central_committee(text)
        name = "Quốc hội" if _PARLIAMENT.search(text.number) else _by_suffix(text.number)
        if name:
            kind = "PartyBody" if name.endswith("Trung ương") else "StateBody"
            return Entity(kind, (fold(name),), name, (), {}, tuple(sorted(set(text.spans))), "document.issuer-implied")
        if _PREMIER.search(text.number):
            return Entity(
                "Post",
                (fold("Thủ tướng"),),
                "Thủ tướng",
                ("Thủ tướng Chính phủ",),
                {"role": "Thủ tướng"},
                tuple(sorted(set(text.spans))),
                "document.issuer-implied",
            )
        return None

    def _central_committee(self, text: Text) -> Entity:
        name = "Ban Chấp hành Trung ương Đảng"
        return Entity(
            "PartyCommittee",
            (fold(name),),
            name,
            ("Trung ương",),
            {},
            tuple(sorted(set(text.spans))),
            "document.issuer-implied",
        )

    def _ruled_facts(self) -> Iterator[Fact]:
        for rule in self.scene.rules("directives"):
            for match in matches(rule, self.scene.recognition.layer):
                who = [
                    self.scene.value(a)
                    for m in self._acting(match)
                    if not is_calling(m)
                    for a in self.scene.agents(m, posts=rule.states == "issuedBy")
                ]
                texts = [text for m in match.roles.get("what", ()) for text in self.scene.documents.of(m)]
                passage = self._passage(match)
                for text, agent in ((text, agent) for text in texts for agent in who):
                    yield from self._ruled(rule, text, agent, passage)

    def _acting(self, match: Match) -> tuple[Mention, ...]:
        """Who acts in a match: whom the rule says, or where it has no {by:...} whom the clause is about."""
        if "by" in match.rule.pattern.groupindex:
            return match.roles.get("by", ())
        layer, without = self.scene.recognition.layer, match.rule.without
        acting = subjects(self.scene.recognition, match.start)
        first = min((layer.place(m.start) for m in acting), default=match.start)
        said = layer.lower[first : match.start]
        return () if _ISSUED.search(said) or without and without.search(said) else acting

    def _passage(self, match: Match) -> tuple[Span, ...]:
        if "by" in match.rule.pattern.groupindex:
            return self.scene.passage(match.start, match.end)
        return self.scene.sentence_span(match.roles["what"][0])

    def _ruled(self, rule: Rule, text: Text, agent: Entity, passage: tuple[Span, ...]) -> Iterator[Fact]:
        """What a rule says of a body and a document; an issuer only where the document names none itself."""
        document = self.entities[id(text)]
        if rule.states != "issuedBy":
            if not self._issued(text, agent):
                yield fact(rule.states, passage, rule.name, subject=agent, object=document)
        elif not text.issuers and not self._implied(text):
            yield fact(rule.states, passage, rule.name, subject=document, object=agent)

    def _issued(self, text: Text, agent: Entity) -> bool:
        """Whether a body is the one that issued a document: it has others carry it out."""
        implied = self._implied(text)
        issuers = [self.scene.value(a) for m in text.issuers for a in self.scene.agents(m, posts=True)]
        return agent.key in [issuer.key for issuer in (*issuers, *([implied] if implied else ()))]
