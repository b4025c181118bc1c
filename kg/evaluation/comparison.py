"""The comparison of one article: things are aligned first, then the facts that join them."""

from __future__ import annotations

from kg.evaluation.gold import Annotated
from kg.evaluation.relations import Relation, Says, relations
from kg.evaluation.tally import Evaluation
from kg.evaluation.things import KINDS, Aligned, Kind
from kg.fact import Statements


def compare(evaluation: Evaluation, annotated: Annotated, statements: Statements) -> None:
    """Adds what is right, false and missed of one article to an evaluation."""
    aligned = Aligned(annotated, statements.entities)
    comparison = _Comparison(evaluation, annotated, aligned)
    for kind in KINDS:
        comparison.things(kind)
    comparison.days()
    for relation in relations(annotated, aligned, statements.facts):
        comparison.facts(relation)
    evaluation.articles += 1


class _Comparison:
    def __init__(self, evaluation: Evaluation, annotated: Annotated, aligned: Aligned) -> None:
        self.to, self.gold, self.aligned = evaluation, annotated, aligned

    def _note(self, text: str) -> str:
        return f"{self.gold.stem}: {text}"

    def things(self, kind: Kind) -> None:
        """Things of one family: right where they are an annotated one, uncounted where that is optional."""
        for entity in self.aligned.of[kind.kind]:
            key = self.aligned.annotated(entity)
            if key not in self.aligned.optional:
                self.to.count(kind.family, entity.rule, self._note(entity.label), right=key is not None)
        printed = {item.get("id") or item["name"]: _called(item) for item in self.gold.items(kind.items)}
        missed = (printed[key[1]] for key in self.aligned.missed(kind.family))
        self.to.families[kind.family].missed += map(self._note, missed)

    def days(self) -> None:
        """The days of meetings that are stated; those of the others are missed."""
        wanted = {self.aligned.keys[m["id"]]: m.get("date") for m in self.gold.items("meetings")}
        for meeting in self.aligned.of["Meeting"]:
            key = self.aligned.annotated(meeting)
            if key is not None and key not in self.aligned.optional:
                day = meeting.values.get("startDate")
                self._day(wanted.get(key), str(day) if day else None, meeting.label)
        missed = (f"{key[1]} {wanted[key]}" for key in self.aligned.missed("meeting") if wanted[key])
        self.to.families["meeting date"].missed += map(self._note, missed)

    def _day(self, wanted: str | None, day: str | None, label: str) -> None:
        tally = self.to.families["meeting date"]
        if wanted and wanted == day:
            tally.right += 1
            return
        if day:
            tally.false.append(self._note(f"{label}: {day}"))
        if wanted:
            tally.missed.append(self._note(f"{label}: {wanted}"))

    def facts(self, relation: Relation) -> None:
        """Facts of one family: each annotated one is met once; what joins an optional thing is uncounted."""
        left = list(relation.gold)
        for one in relation.stated:
            match = next((row for row in left if relation.same(row[0], one.says)), None)
            if match is not None:
                left.remove(match)
                if match[1] or self.aligned.is_optional(match[0]):
                    continue
            elif self._is_optional(relation, one.says):
                continue
            self.to.count(relation.family, one.rule, self._note(one.words), right=match is not None)
        missed = (says for says, may in left if not may and not self.aligned.is_optional(says))
        self.to.families[relation.family].missed += [self._note(" | ".join(map(str, says))) for says in missed]

    def _is_optional(self, relation: Relation, says: Says) -> bool:
        """Whether a fact that meets no annotated one left joins an optional thing, or says again what is optional."""
        again = any(may and relation.same(gold, says) for gold, may in relation.gold)
        return again or self.aligned.is_optional(says)


def _called(item: dict[str, object]) -> str:
    """An annotated thing's words for the lists."""
    names = item.get("names")
    return str(item.get("name") or item.get("label") or (min(names) if isinstance(names, list) else item.get("number")))
