"""Facts that join things, as tuples that compare: what is annotated and what is stated of each family."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.evaluation.alignment import comparable, overlap
from kg.evaluation.gold import Annotated
from kg.evaluation.things import Aligned
from kg.fact import Entity, Fact
from kg.graph.labels import fact_label, label_of
from kg.vi.writing import fold

Says = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated fact as it compares: what it says, the rule, and its words for the lists."""

    says: Says
    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One family of one article.

    gold    what the annotated facts say, each with whether it is optional
    stated  the stated facts
    same    whether an annotated and a stated fact say the same
    """

    family: str
    gold: list[tuple[Says, bool]]
    stated: list[Stated]
    same: Callable[[Says, Says], bool]


def relations(annotated: Annotated, aligned: Aligned, facts: Iterable[Fact]) -> Iterator[Relation]:
    """All families of facts of an article whose things are aligned."""
    by_term: dict[str, list[Fact]] = {}
    for fact in facts:
        by_term.setdefault(fact.term, []).append(fact)
    family = _Families(annotated, aligned, by_term)
    posts = family.gold_posts()
    yield Relation("post", posts, family.joins("Membership", _post_of), _same_post)
    yield Relation(
        "organizer", family.gold_links("meetings", "organizers"), family.joins("organizer", _link_of), _equal
    )
    yield Relation("issuer", family.gold_links("documents", "issuers"), family.joins("issuedBy", _link_of), _equal)
    yield Relation("participation", family.gold_participations(), family.joins("Participation", _part_of), _equal)
    yield Relation("award", family.gold_awards(), list(family.awards()), _Awards(annotated, aligned, posts).same)


class _Families:
    def __init__(self, annotated: Annotated, aligned: Aligned, facts: dict[str, list[Fact]]) -> None:
        self.gold, self.aligned, self.facts = annotated, aligned, facts

    def joins(self, term: str, says: Callable[[Aligned, Fact], Says]) -> list[Stated]:
        """The stated facts of a term."""
        return [Stated(says(self.aligned, one), one.rule, fact_label(one)) for one in self.facts.get(term, ())]

    def gold_posts(self) -> list[tuple[Says, bool]]:
        agent = self.aligned.agent
        return [
            ((agent(one["person"]), fold(one["role"]), agent(one.get("organization"))), bool(one.get("optional")))
            for one in self.gold.items("posts")
        ]

    def gold_links(self, items: str, role: str) -> list[tuple[Says, bool]]:
        return [
            ((self.aligned.keys[item["id"]], self.aligned.agent(other)), bool(item.get("optional")))
            for item in self.gold.items(items)
            for other in item.get(role) or ()
        ]

    def gold_participations(self) -> list[tuple[Says, bool]]:
        return [
            ((self.aligned.keys[one["meeting"]], self.aligned.agent(one["participant"])), bool(one.get("optional")))
            for one in self.gold.items("participation")
        ]

    def gold_awards(self) -> list[tuple[Says, bool]]:
        return [
            (
                (self._givers(award), comparable(award["type"]), self._gold_recipient(who)),
                bool(award.get("optional") or who.get("optional")),
            )
            for award in self.gold.items("awards")
            for who in award["recipients"]
        ]

    def _givers(self, award: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(map(self.aligned.agent, award.get("awarders") or ())))

    def _gold_recipient(self, who: dict[str, Any]) -> Any:
        if "name" in who or "organization" in who:
            return self.aligned.agent(who.get("name") or who["organization"])
        return ("group", who.get("count"), comparable(who.get("kind") or ""))

    def awards(self) -> Iterator[Stated]:
        for fact in self.facts.get("Award", ()):
            givers = tuple(map(self._giver, _several(fact.roles.get("awarders", ()))))
            kind = comparable(str(fact.roles["type"]))
            for who in _several(fact.roles["recipients"]):
                words = f"{fact_label(fact)} ({label_of(who)})"
                yield Stated((givers, kind, self._recipient(who)), fact.rule, words)

    def _giver(self, value: Any) -> Any:
        is_office = isinstance(value, Entity) and value.kind == "Post"
        return ("office", comparable(value.label)) if is_office else self.aligned.key(value)

    def _recipient(self, value: Any) -> Any:
        if isinstance(value, Entity) and value.kind == "RecipientGroup":
            return ("group", value.values.get("memberCount"), comparable(str(value.values.get("memberKind", ""))))
        return self.aligned.key(value)


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _post_of(aligned: Aligned, fact: Fact) -> Says:
    roles = fact.roles
    return aligned.key(roles["member"]), fold(str(roles["role"])), aligned.key(roles.get("organization"))


def _link_of(aligned: Aligned, fact: Fact) -> Says:
    return aligned.key(fact.roles["subject"]), aligned.key(fact.roles["object"])


def _part_of(aligned: Aligned, fact: Fact) -> Says:
    return aligned.key(fact.roles["meeting"]), aligned.key(fact.roles["participant"])


def _equal(gold: Says, stated: Says) -> bool:
    return gold == stated


def _same_post(gold: Says, stated: Says) -> bool:
    roles = gold[1] == stated[1] or gold[1].startswith(stated[1] + " ") or stated[1].startswith(gold[1] + " ")
    return bool(gold[0] == stated[0] and roles and (gold[2] is None or gold[2] == stated[2]))


class _Awards:
    """When two awards are one: their kinds alike, their recipients the same, and one giver in common."""

    def __init__(self, annotated: Annotated, aligned: Aligned, posts: list[tuple[Says, bool]]) -> None:
        self.gold, self.aligned, self.held = annotated, aligned, [post for post, _ in posts]

    def same(self, gold: Says, stated: Says) -> bool:
        kinds = gold[1] == stated[1] or overlap(gold[1], stated[1]) >= 0.8
        givers = not gold[0] or any(self._same_giver(a, b) for a in gold[0] for b in stated[0])
        return kinds and givers and _same_recipient(gold[2], stated[2])

    def _same_giver(self, gold: Any, stated: Any) -> bool:
        """A body, its head's office and the head named are one giver."""
        if gold == stated or _same_office(gold, stated):
            return True
        if isinstance(gold, tuple) and gold[0] == "office":
            return any(person == stated and role in gold[1] for person, role, _ in self.held)
        if isinstance(stated, tuple) and stated[0] == "office":
            bodies = (item for item in self.gold.items("organizations") if self.aligned.agent(item["id"]) == gold)
            return any(comparable(name) in stated[1] for item in bodies for name in item["names"])
        return any({gold, stated} == {person, body} for person, _, body in self.held if body is not None)


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
