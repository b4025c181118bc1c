"""Right, false and missed facts, counted by family and by the rule that stated them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

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
    """Tallies over all articles that were compared."""

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

    def count(self, family: str, rule: str, words: str, *, right: bool) -> None:
        """One stated thing or fact; `words` say which and of which article."""
        for tally in (self.families[family], self.rules[rule.partition("@")[0]]):
            if right:
                tally.right += 1
            else:
                tally.false.append(words)
