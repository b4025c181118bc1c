"""Right, false and missed facts of annotated articles, by family and by the rule that stated them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.evaluation.alignment import Names, align, comparable, likeness, names, overlap, same_name
from kg.evaluation.gold import Annotated
from kg.fact import Entity, Fact, Statements
from kg.graph.labels import fact_label, label_of
from kg.graph.terms import class_of, lineage
from kg.vi.writing import fold

FAMILIES = (
    "person",
    "organization",
    "post",
    "meeting",
    "meeting date",
    "organizer",
    "participation",
    "document",
    "issuer",
    "award",
)


@dataclass(slots=True)
class Tally:
    """Counts of one family or one rule; `false` and `missed` say which, with the article."""

    right: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.false)) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Evaluation:
    """Tallies over all articles that were added."""

    families: dict[str, Tally] = field(default_factory=lambda: {family: Tally() for family in FAMILIES})
    rules: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    articles: int = 0

    @property
    def mean_f1(self) -> float:
        return sum(tally.f1 for tally in self.families.values()) / len(self.families)

    @property
    def micro(self) -> Tally:
        pooled = Tally()
        for tally in self.families.values():
            pooled.right += tally.right
            pooled.false += tally.false
            pooled.missed += tally.missed
        return pooled

    def add(self, annotated: Annotated, statements: Statements) -> None:
        """Compare one article."""
        self.articles += 1
        _Article(self, annotated, statements).compare()


@dataclass(frozen=True, slots=True)
class _Stated:
    """A stated fact as it compares: what it says, the rule, and its words for the lists."""

    says: tuple[Any, ...]
    rule: str
    words: str


class _Article:
    """The comparison of one article: things are aligned first, then the facts that join them."""

    def __init__(self, evaluation: Evaluation, annotated: Annotated, statements: Statements) -> None:
        self.to, self.gold, self.facts = evaluation, annotated, statements.facts
        self.of = {
            family: [e for e in statements.entities if family in map(_local, lineage(class_of(e.kind)))]
            for family in ("Person", "Organization", "Meeting", "Document", "Post")
        }
        self.optional: set[Any] = set()
        self.keys: dict[str, Any] = {}
        self.aligned: dict[Any, Any] = {}

    def compare(self) -> None:
        self._things(
            "person", "persons", "Person", lambda item: names(item["name"], *item.get("aliases", ())), same_name
        )
        self._things("organization", "organizations", "Organization", lambda item: names(*item["names"]), same_name)
        self._things(
            "meeting", "meetings", "Meeting", lambda item: (names(item["label"]), item.get("date")), _same_meeting
        )
        self._things("document", "documents", "Document", _document_names, _same_document)
        self._dates()
        self._relation("post", self._gold_posts(), self._posts(), _same_post)
        self._relation("organizer", self._gold_links("meetings", "organizers"), self._links("organizer"), _equal)
        self._relation("issuer", self._gold_links("documents", "issuers"), self._links("issuedBy"), _equal)
        self._relation("participation", self._gold_participations(), self._participations(), _equal)
        self._relation("award", self._gold_awards(), self._awards(), self._same_award)

    # ------------------------------------------------------------ things

    def _things(
        self, family: str, items: str, kind: str, said: Callable[[dict[str, Any]], Any], close: Callable[..., float]
    ) -> None:
        gold: dict[Any, Any] = {}
        for item in self.gold.items(items):
            key = (family, item.get("id") or item["name"])
            gold[key] = said(item)
            self.keys[item.get("id") or item["name"]] = key
            if item.get("optional"):
                self.optional.add(key)
        stated = {_index(e): _described(e) for e in self.of[kind]}
        pairs = align(gold, stated, close)
        self.aligned.update(pairs)
        for entity in self.of[kind]:
            matched = pairs.get(_index(entity))
            self._count(family, entity.rule, matched is not None, matched in self.optional, entity.label)
        for key in gold:
            if key not in pairs.values() and key not in self.optional:
                self.to.families[family].missed.append(
                    self._note(str(key[1]) if family == "person" else _first(gold[key]))
                )

    def _count(self, family: str, rule: str, right: bool, optional: bool, label: str) -> None:
        if optional:
            return
        for tally in (self.to.families[family], self.to.rules[rule.partition("@")[0]]):
            if right:
                tally.right += 1
            else:
                tally.false.append(self._note(label))

    def _note(self, text: str) -> str:
        return f"{self.gold.stem}: {text}"

    def _dates(self) -> None:
        tally, wanted = (
            self.to.families["meeting date"],
            {("meeting", m["id"]): m.get("date") for m in self.gold.items("meetings")},
        )
        seen = set()
        for meeting in self.of["Meeting"]:
            key = self.aligned.get(_index(meeting))
            if key is None or key in self.optional:
                continue
            seen.add(key)
            day = meeting.values.get("startDate")
            self._date(tally, wanted.get(key), str(day) if day else None, meeting.label)
        tally.missed += [
            self._note(f"{key[1]} {day}")
            for key, day in wanted.items()
            if day and key not in seen and key not in self.optional
        ]

    def _date(self, tally: Tally, wanted: str | None, day: str | None, label: str) -> None:
        if wanted and wanted == day:
            tally.right += 1
            return
        if day:
            tally.false.append(self._note(f"{label}: {day}"))
        if wanted:
            tally.missed.append(self._note(f"{label}: {wanted}"))

    # ------------------------------------------------------------ facts between things

    def _relation(
        self,
        family: str,
        gold: list[tuple[tuple[Any, ...], bool]],
        stated: Iterable[_Stated],
        same: Callable[..., bool],
    ) -> None:
        left = list(gold)
        for one in stated:
            match = next((row for row in left if same(row[0], one.says)), None)
            optional = any(same(says, one.says) for says, may in gold if may or match is None and may) or any(
                self._touches_optional(part) for part in one.says
            )
            if match is not None:
                left.remove(match)
            elif optional:
                continue
            self._count(
                family,
                one.rule,
                match is not None,
                match is not None and (match[1] or self._optional_fact(match[0])),
                one.words,
            )
        self.to.families[family].missed += [
            self._note(" | ".join(map(str, says))) for says, may in left if not may and not self._optional_fact(says)
        ]

    def _optional_fact(self, says: tuple[Any, ...]) -> bool:
        return any(self._touches_optional(part) for part in says)

    def _touches_optional(self, part: Any) -> bool:
        return part in self.optional if isinstance(part, tuple) else False

    def _key(self, value: Any) -> Any:
        """The annotated thing that an entity is, else the entity's own index."""
        return self.aligned.get(_index(value), _index(value)) if isinstance(value, Entity) else None

    def _agent(self, reference: str | None) -> Any:
        return self.keys.get(reference, ("office", comparable(reference))) if reference else None

    def _gold_posts(self) -> list[tuple[tuple[Any, ...], bool]]:
        return [
            ((self._agent(p["person"]), fold(p["role"]), self._agent(p.get("organization"))), bool(p.get("optional")))
            for p in self.gold.items("posts")
        ]

    def _posts(self) -> Iterator[_Stated]:
        for fact in self._of_term("Membership"):
            yield _Stated(
                (
                    self._key(fact.roles["member"]),
                    fold(str(fact.roles["role"])),
                    self._key(fact.roles.get("organization")),
                ),
                fact.rule,
                fact_label(fact),
            )

    def _gold_links(self, family: str, role: str) -> list[tuple[tuple[Any, ...], bool]]:
        return [
            ((self.keys[item["id"]], self._agent(other)), bool(item.get("optional")))
            for item in self.gold.items(family)
            for other in item.get(role) or ()
        ]

    def _links(self, term: str) -> Iterator[_Stated]:
        for fact in self._of_term(term):
            yield _Stated(
                (self._key(fact.roles["subject"]), self._key(fact.roles["object"])), fact.rule, fact_label(fact)
            )

    def _gold_participations(self) -> list[tuple[tuple[Any, ...], bool]]:
        return [
            ((self.keys[p["meeting"]], self._agent(p["participant"])), bool(p.get("optional")))
            for p in self.gold.items("participation")
        ]

    def _participations(self) -> Iterator[_Stated]:
        for fact in self._of_term("Participation"):
            yield _Stated(
                (self._key(fact.roles["meeting"]), self._key(fact.roles["participant"])), fact.rule, fact_label(fact)
            )

    def _gold_awards(self) -> list[tuple[tuple[Any, ...], bool]]:
        return [
            (
                (
                    frozenset(self._agent(a) for a in award.get("awarders") or ()),
                    comparable(award["type"]),
                    self._gold_recipient(who),
                ),
                bool(award.get("optional") or who.get("optional")),
            )
            for award in self.gold.items("awards")
            for who in award["recipients"]
        ]

    def _gold_recipient(self, who: dict[str, Any]) -> Any:
        if "name" in who or "organization" in who:
            return self._agent(who.get("name") or who["organization"])
        return ("group", who.get("count"), comparable(who.get("kind") or ""))

    def _awards(self) -> Iterator[_Stated]:
        for fact in self._of_term("Award"):
            awarders = frozenset(self._awarder(a) for a in _several(fact.roles.get("awarders", ())))
            for who in _several(fact.roles["recipients"]):
                words = f"{fact_label(fact)} ({label_of(who)})"
                yield _Stated((awarders, comparable(str(fact.roles["type"])), self._recipient(who)), fact.rule, words)

    def _awarder(self, value: Any) -> Any:
        return (
            ("office", comparable(value.label))
            if isinstance(value, Entity) and value.kind == "Post"
            else self._key(value)
        )

    def _recipient(self, value: Any) -> Any:
        if isinstance(value, Entity) and value.kind == "RecipientGroup":
            return ("group", value.values.get("memberCount"), comparable(str(value.values.get("memberKind", ""))))
        return self._key(value)

    def _of_term(self, term: str) -> Iterator[Fact]:
        return (fact for fact in self.facts if fact.term == term)

    def _same_award(self, gold: tuple[Any, ...], stated: tuple[Any, ...]) -> bool:
        kinds = gold[1] == stated[1] or overlap(gold[1], stated[1]) >= 0.8
        givers = not gold[0] or any(self._same_giver(a, b) for a in gold[0] for b in stated[0])
        return kinds and givers and _same_recipient(gold[2], stated[2])

    def _same_giver(self, gold: Any, stated: Any) -> bool:
        """A body, its head's office and the head named are one giver."""
        if gold == stated or _same_office(gold, stated):
            return True
        held = [post for post, _ in self._gold_posts()]
        if isinstance(gold, tuple) and gold[0] == "office":
            return any(person == stated and role in gold[1] for person, role, _ in held)
        if isinstance(stated, tuple) and stated[0] == "office":
            bodies = (item for item in self.gold.items("organizations") if self._agent(item["id"]) == gold)
            return any(comparable(name) in stated[1] for item in bodies for name in item["names"])
        return any({gold, stated} == {person, body} for person, _, body in held if body is not None)


def _local(name: str) -> str:
    return name.partition(":")[2]


def _index(entity: Entity) -> tuple[str, tuple[str, ...]]:
    return entity.kind, entity.key


def _described(entity: Entity) -> Any:
    printed = names(entity.label, *entity.names)
    if entity.kind == "Meeting":
        day = entity.values.get("startDate")
        return printed, str(day) if day else None
    if "number" in entity.values or entity.kind in _DOCUMENT_KINDS:
        return printed, _number(str(entity.values.get("number", "")))
    return printed


_DOCUMENT_KINDS = frozenset(
    (
        "Directive",
        "Resolution",
        "Decision",
        "Conclusion",
        "Regulation",
        "Rules",
        "Plan",
        "Programme",
        "Scheme",
        "Law",
        "Code",
        "Ordinance",
        "Constitution",
        "Charter",
        "Decree",
        "Circular",
        "Guideline",
        "Notice",
        "OfficialLetter",
        "Telegram",
        "Report",
        "Strategy",
        "Submission",
        "Communique",
        "Platform",
        "Document",
    )
)


def _document_names(item: dict[str, Any]) -> tuple[Names, str]:
    return names(*item.get("names", ())), _number(item.get("number") or "")


def _number(text: str) -> str:
    return "".join(text.lower().split()).replace("t.ư", "tw").replace("tư", "tw")


def _same_document(gold: tuple[Names, str], stated: tuple[Names, str]) -> float:
    if gold[1] and stated[1]:
        return 3.0 if gold[1] == stated[1] else 0.0
    return likeness(gold[0], stated[0])


def _same_meeting(gold: tuple[Names, str | None], stated: tuple[Names, str | None]) -> float:
    alike = max((overlap(a, b) for a in gold[0] for b in stated[0]), default=0.0)
    dated = bool(gold[1]) and gold[1] == stated[1]
    return 0.1 + alike + dated if alike >= 0.5 or dated and alike > 0.2 else 0.0


def _equal(gold: tuple[Any, ...], stated: tuple[Any, ...]) -> bool:
    return gold == stated


def _same_post(gold: tuple[Any, ...], stated: tuple[Any, ...]) -> bool:
    roles = gold[1] == stated[1] or gold[1].startswith(stated[1] + " ") or stated[1].startswith(gold[1] + " ")
    return bool(gold[0] == stated[0] and roles and (gold[2] is None or gold[2] == stated[2]))


def _same_recipient(gold: Any, stated: Any) -> bool:
    if isinstance(gold, tuple) and gold[0] == "group" and isinstance(stated, tuple) and stated[0] == "group":
        return gold[1] == stated[1] and (
            not gold[2] or gold[2] in stated[2] or stated[2] in gold[2] or overlap(gold[2], stated[2]) >= 0.5
        )
    return bool(gold == stated)


def _same_office(gold: Any, stated: Any) -> bool:
    if not (isinstance(gold, tuple) and isinstance(stated, tuple) and gold[0] == stated[0] == "office"):
        return False
    return gold[1] in stated[1] or stated[1] in gold[1]


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _first(said: Any) -> str:
    return min(said[0] if isinstance(said, tuple) else said, default="")
