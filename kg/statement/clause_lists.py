"""The parties listed behind a word: "cho 3 tập thể, ông A và 12 đảng viên"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognition.layer import Mention
from kg.statement.clause_tokens import PARTIES, Token


class Lists:
    """The lists of parties in one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def listed(
        self,
        at: int,
        limit: int,
        *,
        strict: bool = False,
        kinds: tuple[str, ...] = ("body", "person", "office", "group"),
    ) -> tuple[tuple[Mention, ...], int]:
        """The parties listed from token `at` on, and the token after; `strict`: no other words between."""
        found: list[Token] = []
        i, words, end, aside = at, 0, at, False
        while i < limit:
            token = self.tokens[i]
            if token.any(*kinds) and token.mention and not self._has_members(i):
                if found and self._ends_row(i, bool(words) or aside, limit):
                    break
                if found and words == 0 and self._tells_whose(found, i, end):
                    i += 1
                    end = i
                    continue
                found, words, end, aside = [*found, token], 0, i + 1, False
            elif token.any("and", "semicolon", "colon", "dash"):
                if found and self._leads_to_verb(i + 1, limit):
                    break
                aside = token.text == "," and bool(words and found and found[-1].any("person"))
                words = 0 if not token.any("dash") else words
                end = end if found else i + 1
            elif (
                token.any("stop", "give", "receive", "award", "not", "open", "by", "of", "proposed", "rescue")
                or strict
                and token.any("for", "number", "word")
            ):
                return self._further(found, i, limit, end, kinds)
            elif not token.any("filler", "number"):
                words += 1
                if words > 4:
                    return self._further(found, i, limit, end, kinds)
            i += 1
        return tuple(t.mention for t in found if t.mention), end

    def _has_members(self, i: int) -> bool:
        """Whether a body is told of only for its members: "các đồng chí nguyên là nhân viên Sở Y tế"."""
        return i > 0 and self.tokens[i].any("body") and self.tokens[i - 1].any("member")

    def _ends_row(self, i: int, aside: bool, limit: int) -> bool:
        """Whether party `i` is no more of a list: "em A, học sinh Trường B", or in "cho A, B nói" it speaks."""
        speaks = i + 1 < limit and self.tokens[i + 1].any("witness")
        return speaks or aside and self.tokens[i].any("body")

    def _tells_whose(self, found: list[Token], i: int, end: int) -> bool:
        """Whether party `i` only tells whose the one before is: "chiến sĩ Công an tỉnh", "9 đồng chí lãnh đạo Sở"."""
        led = end == i - 1 and self.tokens[end].text == "lãnh đạo" and self.tokens[i].any("body")
        return led or end == i and not self._takes_over(found, self.tokens[i])

    @staticmethod
    def _takes_over(found: list[Token], token: Token) -> bool:
        """Whether a party right after another one replaces it: "phóng viên Báo X Lê Văn A"."""
        last = found[-1].mention
        if (
            token.any("person")
            and found[-1].any("body", "office", "group")
            or token.any("body")
            and last
            and last.kind == "group"
            and last.parts["count"] is None
            and last.parts["kind"] == "tập thể"
        ):
            found.pop()
            return True
        return False

    def _leads_to_verb(self, at: int, limit: int) -> bool:
        """Whether the agents from token `at` on are the subject of a verb of giving or receiving."""
        seen = grouped = False
        for i in range(at, limit):
            token = self.tokens[i]
            if token.any("behalf"):
                return True
            if token.any("give", "receive"):
                return token.any("receive") or not grouped  # a group receives, but gives nothing
            if not token.any(*PARTIES, "and", "filler"):
                return False
            seen = seen or token.any(*PARTIES)
            grouped = grouped or token.any("group")
        return (
            limit < len(self.tokens)
            and seen
            and self.tokens[limit].any("award")
            and self.tokens[limit - 1].any("group")
        )

    def _further(
        self, found: list[Token], at: int, limit: int, end: int, kinds: tuple[str, ...]
    ) -> tuple[tuple[Mention, ...], int]:
        """Groups that go on after a reason: "3 tập thể đạt tiêu chuẩn ... và 12 đảng viên hoàn thành ..."."""
        if found and all(t.any("group") for t in found) and "group" in kinds:
            for i in range(at, limit):
                token = self.tokens[i]
                if token.any("give", "receive", "rescue", *PARTIES) and not self._is_more(i, limit):
                    break
                if token.any("group"):
                    found, end = [*found, token], i + 1
        return tuple(t.mention for t in found if t.mention), end

    def _is_more(self, i: int, limit: int) -> bool:
        token = self.tokens[i]
        counted = token.any("group") and token.mention is not None and token.mention.parts["count"] is not None
        return counted and self.tokens[i - 1].any("and", "semicolon") and not self._leads_to_verb(i, limit)
