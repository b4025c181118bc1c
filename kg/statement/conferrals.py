"""Awards to single recipients, those that an article tells twice joined, and the acts that they make up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.article import Span
from kg.fact import Entity
from kg.recognition.offices import Office
from kg.resolution.bodies import Known
from kg.resolution.persons import Individual
from kg.statement.scene import Scene, role_name
from kg.vi.lexicon import spelt_out, table
from kg.vi.writing import fold

Agent = Individual | Known | Office


@dataclass(slots=True)
class Item:
    """One award to one receiver."""

    type: str
    receiver: Entity
    givers: list[Agent] = field(default_factory=list)
    presenters: list[Agent] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    reason: str = ""
    years: tuple[int, int] | None = None
    dated: bool = False  # its year stands right behind the award
    meeting: Entity | None = None
    told: bool = False  # its giver is told, known or not

    @property
    def count(self) -> object:
        return self.receiver.values.get("memberCount")

    @property
    def vague(self) -> bool:
        """A group without a number."""
        return self.receiver.kind == "RecipientGroup" and self.count is None


class Conferrals:
    """The items of one article. `withheld`: awards that it says somewhere are only proposed, planned or revoked."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.items: list[Item] = []
        self.withheld: set[str] = set()

    def add(self, new: Item) -> None:
        """Takes an item up, or what it adds to one that is the same."""
        same = next((old for old in self.items if self._is_same(old, new)), None)
        if same is None:
            self.items.append(new)
            return
        if len(new.type) > len(same.type):
            same.type = new.type
        same.givers, same.presenters = same.givers or new.givers, same.presenters or new.presenters
        same.reason, same.years, same.meeting = (
            same.reason or new.reason,
            same.years or new.years,
            same.meeting or new.meeting,
        )
        same.spans += [span for span in new.spans if span not in same.spans]

    def _is_same(self, one: Item, other: Item) -> bool:
        return _same_receiver(one, other) and _same_type(one.type, other.type) and self._compatible(one, other)

    def _compatible(self, one: Item, other: Item) -> bool:
        """Whether two acts may have the same giver: a body, its head's office and its head are one."""
        if not one.givers or not other.givers or one.type.startswith(tuple(table("awards")["state"]["awards"])):
            return True
        return bool(set(self._bodies(one.givers)) & set(self._bodies(other.givers)))

    def _bodies(self, givers: Iterable[Agent]) -> Iterator[object]:
        for one in givers:
            yield id(one) if not isinstance(one, Office) else fold(role_name(one))
            offices = (
                [one]
                if isinstance(one, Office)
                else [o for m in one.mentions for o in m.parts["person"].offices]
                if isinstance(one, Individual)
                else []
            )
            for office in offices:
                known = self.scene.bodies.know(office.body) if office.body else None
                yield id(known) if known else fold(role_name(office))

    def _known_givers(self, one: Item) -> list[Agent]:
        """The givers of the same award elsewhere, where all agree: "22 đơn vị đạt cờ thi đua gồm: ..."."""
        others = {
            tuple(map(id, other.givers)): other.givers
            for other in self.items
            if other.givers and fold(other.type) == fold(one.type)
        }
        return next(iter(others.values())) if len(others) == 1 else []

    def acts(self) -> list[list[Item]]:
        """The items that are one act: same award, same givers, told of together."""
        for one in self.items:
            one.givers = one.givers or ([] if one.told else self._known_givers(one))
        acts: dict[tuple[object, ...], list[Item]] = {}
        for one in self.items:
            if one.vague and any(self._says_more(other, one) for other in self.items):
                continue
            if _generic(one.type) and one.count is None or self._unsure(one):
                continue
            acts.setdefault((fold(one.type), tuple(map(id, one.givers)), one.reason, one.years), []).append(one)
        return list(acts.values())

    def _unsure(self, one: Item) -> bool:
        """An award told without its giver or its year, that the article elsewhere says is only proposed or planned."""
        return one.type in self.withheld and not one.givers and not one.dated

    def _says_more(self, other: Item, vague: Item) -> bool:
        """ "bằng khen cho các cá nhân" says nothing new beside the same "cho 3 tập thể, 1 cá nhân"."""
        return (
            other.count is not None
            and _same_type(other.type, vague.type)
            and self._compatible(other, vague)
            and other.spans != vague.spans
        )


def _same_receiver(one: Item, other: Item) -> bool:
    left, right = one.receiver, other.receiver
    if left.kind != "RecipientGroup" or right.kind != "RecipientGroup":
        return left.kind == right.kind and left.key == right.key
    kinds = [fold(str(e.values["memberKind"])) for e in (left, right)]
    return one.count == other.count and (
        kinds[0] in kinds[1] or kinds[1] in kinds[0] or one.count is not None and "người" in kinds
    )


def _same_type(one: str, other: str) -> bool:
    short, long = sorted((fold(one), fold(other)), key=len)
    return short == long or long.startswith(short + " ")


def _generic(name: str) -> bool:
    return any(
        fold(name) == fold(full)
        for e in table("awards")["award"]
        if e.get("generic")
        for _, full in spelt_out(e["phrases"])
    )
