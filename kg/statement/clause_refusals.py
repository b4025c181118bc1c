"""Awards that are denied, proposed, planned or revoked: what a clause says of them is no conferral."""

from __future__ import annotations

from collections.abc import Sequence

from kg.statement.clause_agents import Agents
from kg.statement.clause_tokens import AGENTS, Token


class Refusals:
    """What the tokens of one sentence say against an award."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens, self.agents = tokens, Agents(tokens)

    def withheld(self, first: int, floor: int, verb: int | None, *, carried_on: bool) -> bool:
        """Whether the award at token `first`, governed by `verb`, is not given; `carried_on`: nor was the last."""
        if carried_on and (verb is None or not self.agents.before(verb)[0]):
            return True
        if verb is not None and any(
            self.tokens[i].any("not") for i in range(max(floor, verb - 4), verb) if self._near(i, verb)
        ):
            return True
        clause = range(max([floor, *(i + 1 for i in range(first) if self.tokens[i].any("semicolon"))]), first)
        if self._planned([i for i in clause if verb is not None and i < verb]):
            return True
        if any(self.tokens[i].any("proposed") and not self._grounded(i) for i in clause):
            return True
        after = self.tokens[first : len(self.tokens)]
        return any(t.any("proposed") and t.text in ("thu hồi", "hủy", "hủy bỏ") for t in after[:14])

    def _planned(self, clause: list[int]) -> bool:
        """Whether the tokens before a verb say that it is still to come: "sẽ tiếp đón ... và trao tặng"."""
        told = [self.tokens[i] for i in clause if self.tokens[i].any("planned", "done")]
        return bool(told) and told[-1].any("planned")

    def _near(self, i: int, verb: int) -> bool:
        return all(t.any("filler", "receive", "not") or t.any(*AGENTS) for t in self.tokens[i + 1 : verb])

    def _grounded(self, i: int) -> bool:
        return any(t.any("ground") for t in self.tokens[max(0, i - 3) : i])
