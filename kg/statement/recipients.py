"""Who receives an award: persons and bodies by name or pronoun, and groups that only have a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.fact import Entity
from kg.recognition.layer import Layer, Mention
from kg.recognition.offices import Office
from kg.resolution.bodies import Known
from kg.resolution.events import Event
from kg.resolution.persons import Individual
from kg.statement.clauses import Conferral
from kg.statement.scene import Scene
from kg.vi.lexicon import table
from kg.vi.writing import fold


class Recipients:
    """The recipients of one article's conferrals; `layer`: the text that its clauses were read in."""

    def __init__(self, scene: Scene, layer: Layer) -> None:
        self.scene, self.layer = scene, layer

    def of(self, conferral: Conferral) -> Iterator[Entity]:
        """Each of a conferral's recipients once."""
        seen = set()
        for entity in self._named(conferral):
            if entity.key not in seen:
                seen.add(entity.key)
                yield entity

    def _named(self, conferral: Conferral) -> Iterator[Entity]:
        for mention in conferral.receivers:
            if mention.kind == "group":
                yield from self._groups(mention)
            elif mention.kind != "office" or not mention.parts["office"].plural:
                yield from (self.scene.value(one) for one in self.scene.agents(mention) if self._may_receive(one))
        if conferral.pronoun and (found := self._referred(conferral)):
            yield self.scene.value(found)

    @staticmethod
    def _may_receive(one: Individual | Known | Office | Event) -> bool:
        return isinstance(one, Individual | Known) and one.name not in ("Đảng", "Nhà nước", "Đảng Cộng sản Việt Nam")

    def _groups(self, mention: Mention) -> Iterator[Entity]:
        count, kind = mention.parts["count"], mention.parts["kind"]
        kinds = re.split(r"\s*(?:,|-|/|\svà\s)\s*(?:các\s+)?", kind)
        apart = count is None and all(one in table("awards")["recipients"]["apart"] for one in kinds)
        for one in kinds if apart else [kind]:
            yield self._group(mention, count, one)

    def _group(self, mention: Mention, count: int | None, kind: str) -> Entity:
        span = self.scene.span(mention.start, mention.end)
        label = f"{count} {kind}" if count is not None else kind
        values: dict[str, str | int] = {"memberKind": kind}
        if count is not None:
            values["memberCount"] = count
        return Entity(
            "RecipientGroup",
            (fold(self.scene.article.id), str(span.start), fold(label)),
            label,
            (),
            values,
            (span,),
            "award.group",
        )

    def _referred(self, conferral: Conferral) -> Individual | Known | None:
        """Whom "Ông" or "đơn vị" means, or whom the text is about where a list of honours names nobody."""
        before = self.layer.offset(conferral.start)
        persons = [m for m in self.scene.recognition.of("person") if m.start < before and self.scene.persons.of(m)]
        if conferral.pronoun == "person":
            return self.scene.persons.of(persons[-1]) if persons else None
        bodies = [m for m in self.scene.recognition.of("body") if m.start < before]
        if conferral.pronoun == "unit":
            return self._main_body(bodies)
        person = self.scene.persons.of(persons[0]) if persons else None
        return person or self._main_body(bodies)

    def _main_body(self, mentions: list[Mention]) -> Known | None:
        known = [one for m in mentions if (one := self.scene.body(m)) and self._may_receive(one)]
        return max(known, key=known.count) if known else None
