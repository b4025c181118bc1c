"""Documents, and who issued them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from datetime import date
from functools import cache, cached_property, lru_cache

from kg.fact import Entity, Fact
from kg.recognition.layer import Mention
from kg.resolution.documents import Text, compact
from kg.statement.scene import Scene, fact
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


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return {entry["type"]: entry["class"] for entry in table("documents")["type"]}


def _by_suffix(number: str, listed: str) -> str | None:
    """What a table of `documents.toml` says of the end of a number: "18-QĐ/UBKTTW", "68/TTr-BNV", "99/QĐ-UBND"."""
    end = number.rstrip("0123456789").lower()
    return next((said for suffixes, said in _suffixes(listed) if end.endswith(suffixes)), None)


@cache
def _suffixes(listed: str) -> list[tuple[tuple[str, str], str]]:
    """The ends of numbers in lower case, behind either sign, with what the table says of them."""
    return [((f"/{one}".lower(), f"-{one}".lower()), said) for one, said in table("documents")[listed].items()]


def _of(issuer: str) -> str:
    """An issuer in a key: the one name of an office that is printed with or without its body ("Thủ tướng")."""
    name = fold(issuer)
    return name.removesuffix(" chính phủ") if name.startswith("thủ tướng") else name


def _by_type(text: Text) -> str | None:
    """The issuer that all documents of a type have ("Nghị định": the Government)."""
    issuers = {entry["type"]: entry["issuer"] for entry in table("documents")["type"] if "issuer" in entry}
    return issuers.get(text.type)


class Papers:
    """The documents of an article as entities, and the facts about them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.entities = {id(text): self._entity(text) for text in scene.documents.all}

    def of(self, mention: Mention) -> list[Entity]:
        return [self.entity(text) for text in self.scene.documents.of(mention)]

    def entity(self, text: Text) -> Entity:
        return self.entities[id(text)]

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
        issuers = [one.label for one in self.issuers(text)]
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
        number = compact(text.number).lower()
        if not number:
            own = [str(issued or self.scene.article.id)] if text.type in _ACTS else []
            return (kind, fold(text.label), *map(_of, issuers[:1]), *own)
        if _LOCAL.search(number) or number.isdigit():
            return (kind, number, *([_of(issuers[0])] if issuers else self._home()))
        dated = issued and (_YEARLY.search(number) or self._has_twin(text))
        return (kind, number, *([str(issued.year)] if issued and dated else []))

    @cached_property
    def _times(self) -> Counter[tuple[str, str]]:
        """How many documents of the article have one type and number."""
        return Counter((text.type, compact(text.number)) for text in self.scene.documents.all)

    def _has_twin(self, text: Text) -> bool:
        """Whether the article names two documents of one number, of two years: each term of a congress counts anew."""
        return self._times[text.type, compact(text.number)] > 1

    def _home(self) -> tuple[str, ...]:
        home = self.scene.territories.home
        return (fold(home),) if home else ()

    def facts(self) -> Iterator[Fact]:
        """Who issued each document, where its name says so."""
        for text in self.scene.documents.all:
            yield from self._issuers(text)

    def _issuers(self, text: Text) -> Iterator[Fact]:
        document = self.entities[id(text)]
        for mention in text.issuers:
            for issuer in self.issuing(mention):
                yield fact("issuedBy", document.spans[:1], "document.issuer", subject=document, object=issuer)
        if not text.issuers and (name := self._implied(text)):
            yield fact(
                "issuedBy",
                document.spans[:1],
                "document.issuer-implied",
                (f"issuer {name.label!r} from the document's number, session or type",),
                subject=document,
                object=name,
            )

    def issuing(self, mention: Mention) -> list[Entity]:
        """Who a mention says issues: a body, an office whoever holds it ("của Thủ tướng"), or a person without one."""
        agents = self.scene.agents(mention, posts=True)
        office = mention.parts["office"] if mention.kind == "office" else None
        return [self.scene.post(office)] if office and agents else [self.scene.value(agent) for agent in agents]

    def _implied(self, text: Text) -> Entity | None:
        if text.plenum or text.central:
            return self._central_committee(text)
        number = compact(text.number)
        name = "Quốc hội" if _PARLIAMENT.search(number) else _by_suffix(number, "suffixes") or _by_type(text)
        if name:
            kind = "PartyBody" if name.endswith("Trung ương") else "StateBody"
            return Entity(kind, (fold(name),), name, (), {}, tuple(sorted(set(text.spans))), "document.issuer-implied")
        if office := _by_suffix(number, "offices"):
            role, spans = office.removesuffix(" Chính phủ"), tuple(sorted(set(text.spans)))
            key = (fold(role), *([fold("Chính phủ")] if role != office else []))
            names = (role,) if role != office else ()
            return Entity("Post", key, office, names, {"role": role}, spans, "document.issuer-implied")
        return None

    def by_letterhead(self, issued: Container[int]) -> Iterator[Fact]:
        """The issuer of a document of which the text says none: the one body of the article whose letters end its
        number ("15-CV/VPTU" where one Văn phòng Tỉnh ủy is named). `issued`: ids of the texts that have one."""
        for text in self.scene.documents.all:
            names = _by_suffix(compact(text.number), "letterheads")
            if not names or id(text) in issued or self.issuers(text):
                continue
            openings = tuple(f"{name} " for name in names)
            found = [one for one in self.scene.bodies.known.values() if one.name.startswith(openings)]
            if len(found) == 1:
                document, issuer = self.entities[id(text)], self.scene.bodies.entity(found[0])
                notes = (f"issuer {issuer.label!r} from the document's number",)
                spans = document.spans[:1]
                yield fact("issuedBy", spans, "document.letterhead", notes, subject=document, object=issuer)

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

    def issuers(self, text: Text) -> list[Entity]:
        """Who issued a document, as the text or its number says."""
        said = [issuer for mention in text.issuers for issuer in self.issuing(mention)]
        implied = self._implied(text)
        return said or ([implied] if implied else [])
