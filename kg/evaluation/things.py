"""Persons, bodies, meetings and documents: what is annotated of them, what is stated, and which is which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.evaluation.alignment import Names, align, comparable, likeness, names, overlap, same_name
from kg.evaluation.gold import Annotated
from kg.fact import Entity
from kg.graph.terms import class_of, lineage
from kg.resolution.documents import compact

Key = tuple[str, Any]  # of an annotated thing: its family, and its id or its name


@dataclass(frozen=True, slots=True)
class Kind:
    """One family of things.

    items   where the annotation lists them
    kind    the class of the entities that state them
    said    what an annotated one says, in the form that `describe` gives a stated one
    same    how close the two are, 0 where they are two things
    """

    family: str
    items: str
    kind: str
    said: Callable[[dict[str, Any]], Any]
    describe: Callable[[Entity], Any]
    same: Callable[..., float]


class Aligned:
    """The things of one article: for each stated one the annotated one that it is."""

    def __init__(self, annotated: Annotated, entities: Iterable[Entity]) -> None:
        classes = {kind.kind for kind in KINDS} | {"Post"}
        self.of: dict[str, list[Entity]] = {name: [] for name in classes}
        for entity in entities:
            for name in classes.intersection(_local(term) for term in lineage(class_of(entity.kind))):
                self.of[name].append(entity)
        self.keys: dict[str, Key] = {}
        self.optional: set[Key] = set()
        self._aligned: dict[Any, Key] = {}
        for kind in KINDS:
            self._align(kind, annotated.items(kind.items))

    def _align(self, kind: Kind, items: Iterable[dict[str, Any]]) -> None:
        gold = {}
        for item in items:
            name = item.get("id") or item["name"]
            key = self.keys[name] = (kind.family, name)
            gold[key] = kind.said(item)
            if item.get("optional"):
                self.optional.add(key)
        stated = {_index(entity): kind.describe(entity) for entity in self.of[kind.kind]}
        self._aligned.update(align(gold, stated, kind.same))

    def annotated(self, entity: Entity) -> Key | None:
        """The annotated thing that a stated one is."""
        return self._aligned.get(_index(entity))

    def missed(self, family: str) -> Iterator[Key]:
        """The annotated things of a family that nothing states, but for optional ones."""
        stated = set(self._aligned.values())
        return (key for key in self.keys.values() if key[0] == family and key not in stated | self.optional)

    def key(self, value: object) -> Any:
        """The annotated thing that an entity is, else the entity's own index; None for what is no entity."""
        return self.annotated(value) or _index(value) if isinstance(value, Entity) else None

    def agent(self, reference: str | None) -> Any:
        """The annotated thing of an id or a name; an office where there is none."""
        return self.keys.get(reference, ("office", comparable(reference))) if reference else None

    def is_optional(self, says: Iterable[Any]) -> bool:
        """Whether a fact joins a thing that is optional."""
        return any(part in self.optional for part in says if isinstance(part, tuple))


def _index(entity: Entity) -> tuple[str, tuple[str, ...]]:
    return entity.kind, entity.key


def _local(name: str) -> str:
    return name.partition(":")[2]


def _printed(entity: Entity) -> Names:
    return names(entity.label, *entity.names)


def _meeting(entity: Entity) -> tuple[Names, str | None]:
    day = entity.values.get("startDate")
    return _printed(entity), str(day) if day else None


def _same_meeting(gold: tuple[Names, str | None], stated: tuple[Names, str | None]) -> float:
    alike = max((overlap(a, b) for a in gold[0] for b in stated[0]), default=0.0)
    dated = bool(gold[1]) and gold[1] == stated[1]
    return 0.1 + alike + dated if alike >= 0.5 or dated and alike > 0.2 else 0.0


def _document(entity: Entity) -> tuple[Names, str]:
    return _printed(entity), compact(str(entity.values.get("number", ""))).lower()


def _same_document(gold: tuple[Names, str], stated: tuple[Names, str]) -> float:
    if gold[1] and stated[1]:
        return 3.0 if gold[1] == stated[1] else 0.0
    return likeness(gold[0], stated[0])


KINDS = (
    Kind("person", "persons", "Person", lambda i: names(i["name"], *i.get("aliases", ())), _printed, same_name),
    Kind("organization", "organizations", "Organization", lambda i: names(*i["names"]), _printed, same_name),
    Kind("meeting", "meetings", "Meeting", lambda i: (names(i["label"]), i.get("date")), _meeting, _same_meeting),
    Kind(
        "document",
        "documents",
        "Document",
        lambda i: (names(*i.get("names", ())), compact(i.get("number") or "").lower()),
        _document,
        _same_document,
    ),
)
