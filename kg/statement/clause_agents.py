"""Who acts in a clause of giving or receiving: what stands to the left of a verb."""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognition.layer import Mention
from kg.statement.clause_tokens import AGENTS, PARTIES, Token


class Agents:
    """The agents before the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def before(self, at: int) -> tuple[list[Token], int]:
        """The list of agents that ends right before token `at`, with words of acting on behalf, and where it starts."""
        found: list[Token] = []
        i = at - 1
        while i >= 0:
            token = self.tokens[i]
            if i and token.any(*PARTIES) and self.tokens[i - 1].any("rescue"):
                break
            if token.any(*PARTIES, "behalf"):
                if token.any("group") and found and found[0].any("body") and self.tokens[i + 1] is found[0]:
                    found.pop(0)  # "nhiều tập thể, cá nhân Công an tỉnh": the group, whose body is only told
                found.insert(0, token)
            elif token.text == "này" and i and self.tokens[i - 1].any(*AGENTS):
                pass  # "chủ tịch UBND tỉnh này"
            elif not (token.any("filler") or token.any("and") and (found or self._closes_aside(i))):
                break
            i -= 1
        while (
            len(found) > 1
            and found[0].any("body")
            and i >= 0
            and self.tokens[i].any("place")
            and not self.tokens[i].any("filler")
        ):
            i = self.tokens.index(found[0])
            found = found[1:]
        return found, i

    def _closes_aside(self, i: int) -> bool:
        """Whether the comma at token `i` ends "ông A, thừa ủy quyền của Chủ tịch nước, trao"."""
        return any(token.any("behalf") for token in self.tokens[max(0, i - 5) : i])

    def plural(self, i: int) -> bool:
        """Whether a word before token `i` says that it means many."""
        return i > 0 and self.tokens[i - 1].text in ("các", "những", "nhiều")

    def passive(self, left: int) -> int | None:
        """The "được" that makes a verb of giving passive, at or shortly before token `left`."""
        for i in range(left, max(-1, left - 8), -1):
            token = self.tokens[i]
            if token.any("receive"):
                return i if token.text.startswith("được") else None
            if not token.any("word", "number", "filler", "and", "body", "office", "person"):
                return None
        return None

    def subject(self, at: int, *, witnesses: bool = True) -> list[Token]:
        """The last party before token `at` that is no mere place or object; `witnesses`: though it only looks on."""
        for i in range(at - 1, -1, -1):
            token = self.tokens[i]
            if token.any("semicolon") or token.any("witness") and not witnesses:
                break
            if token.any("person") and token.mention or token.any("body") and not self._is_place(i):
                return [token]
            if token.any("group") and (not i or self.tokens[i - 1].any("and", "filler", "stop", "close")):
                return [token]
        return []

    def _is_place(self, i: int) -> bool:
        before = self.tokens[i - 1] if i else None
        return bool(before and before.any("place") and not before.any("filler"))


def on_behalf(agents: list[Token]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Givers and those who hand over: "thay mặt Đảng, Nhà nước, ông A", "ông A thừa ủy quyền của Chủ tịch nước"."""
    at = next((i for i, token in enumerate(agents) if token.any("behalf")), None)
    mentions = [t.mention for t in agents if t.mention]
    if at is None:
        return tuple(mentions), ()
    before = [t.mention for t in agents[:at] if t.mention]
    after = [t.mention for t in agents[at + 1 :] if t.mention]
    if before or len(after) < 2:
        return tuple(after), tuple(before)
    return tuple(after[:-1]), tuple(after[-1:])
