"""Documents, who issued them, and who carries them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kg.article import Span
from kg.fact import Entity, Fact
from kg.recognition.layer import MASK, Mention
from kg.resolution.bodies import Known
from kg.resolution.documents import Text
from kg.resolution.persons import Individual
from kg.rules import Match, Rule, matches
from kg.statement.scene import Scene, fact
from kg.vi.lexicon import alternation, table
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
        yield from self._carried_out()
        yield from self._carried_out_by_subject()

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

    def _carried_out(self) -> Iterator[Fact]:
        for rule in self.scene.rules("directives"):
            for match in matches(rule, self.scene.recognition.layer):
                who = [
                    self.scene.value(a)
                    for m in self._acting(match)
                    for a in self.scene.agents(m)
                    if isinstance(a, Known | Individual)
                ]
                texts = [text for m in match.roles.get("what", ()) for text in self.scene.documents.of(m)]
                passage = self.scene.passage(match.start, match.end)
                for text, agent in ((text, agent) for text in texts for agent in who):
                    yield from self._ruled(rule, text, agent, passage)

    def _acting(self, match: Match) -> tuple[Mention, ...]:
        """Who acts in a match: the last body before the document that is no object of another word, as in
        "Huyện ủy chỉ đạo UBND huyện thực hiện ..."."""
        layer, rule, document = self.scene.recognition.layer, match.rule, match.roles["what"][0]
        if rule.states != "implements":
            return match.roles.get("by", ())
        inside = [m for m in layer.inside(match.start, match.end) if m.kind == "body" and m.start < document.start]
        lower, objects = self.scene.recognition.writing.lower, rule.not_after
        apart = [m for m in inside if not (objects and objects.search(lower[max(0, m.start - 24) : m.start]))]
        return tuple(apart[-1:])

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

    def _carried_out_by_subject(self) -> Iterator[Fact]:
        """ "Đảng ủy Khối tiếp tục ... gắn với việc thực hiện <document>": whom the sentence is about."""
        recognition = self.scene.recognition
        for match in _doing().finditer(recognition.layer.lower):
            mentions = list(recognition.layer.inside(match.start(1), match.end(1)))
            start, _ = recognition.sentence_span(recognition.sentence_at(mentions[0].start))
            subject = next(
                (m for m in recognition.of("body") if start <= m.start <= start + 40 and m.start < mentions[0].start),
                None,
            )
            known = self.scene.body(subject) if subject else None
            if not subject or not known or not _leads(recognition.writing.lower[start : subject.start]):
                continue
            if self._only_spoken_of(recognition.writing.lower[subject.end : mentions[0].start]):
                continue
            agent = self.scene.bodies.entity(known)
            for text in (one for m in mentions for one in self.scene.documents.of(m)):
                if not self._issued(text, agent):
                    yield fact(
                        "implements",
                        self.scene.sentence_span(mentions[0]),
                        "directive.carried-out-by-subject",
                        subject=agent,
                        object=self.entities[id(text)],
                    )

    def _only_spoken_of(self, text: str) -> bool:
        """Whether words between a body and a document exclude, as in the rules, that it carries the document out."""
        rules = (rule for rule in self.scene.rules("directives") if rule.states == "implements")
        return any(rule.without and rule.without.search(text) for rule in rules)


@lru_cache(maxsize=1)
def _doing() -> re.Pattern[str]:
    document = MASK["document"]
    return re.compile(
        rf"(?<![^\W_])(?:{alternation(table('directives')['words']['does'])})\s+(?:(?:tốt|hiệu quả|có "
        rf"hiệu quả|nghiêm|nghiêm túc|nội dung|tinh thần|các)\s+)?({document}(?:\s*(?:,|;|và)\s*{document})"
        rf"*)"
    )


def _leads(text: str) -> bool:
    """Whether a sentence's subject may stand after this beginning: nothing, a time, or a set phrase up to a comma."""
    return not text.strip() or text.rstrip().endswith(",")
