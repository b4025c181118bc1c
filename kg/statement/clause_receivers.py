"""What follows an award: "của X", "do X trao tặng", "cho Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.recognition.layer import Mention
from kg.statement.clause_frames import Frame
from kg.statement.clause_lists import Lists
from kg.statement.clause_tokens import PARTIES, REACH, Token

_NEAR = 6  # tokens between an award that no verb governs and "cho"


@dataclass(slots=True)
class After:
    """What follows an award: its givers, its receivers, and the token reached."""

    givers: tuple[Mention, ...] = ()
    receivers: tuple[Mention, ...] = ()
    told: bool = False  # the receivers stand after "cho" or a verb
    named: bool = False  # the receivers are listed by name: "gồm: ..."
    end: int = 0


class Receivers:
    """Givers and receivers behind the awards of one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens, self.lists = tokens, Lists(tokens)

    def after(self, at: int, limit: int, frame: Frame) -> After:
        """What follows an award that ends before token `at`, up to token `limit`."""
        found = After(end=at)
        givers, at = self._givers_after(at, limit)
        found.givers, found.end = givers, max(found.end, at if givers else 0)
        at = self._receivers_after(at, limit, frame, found)
        if not found.givers:
            while at < limit and self.tokens[at].any("and", "dash", "close"):
                at += 1
            found.givers, at = self._givers_after(at, limit, ("by",) if found.receivers else ("of", "by"))
        return found

    def _givers_after(
        self, at: int, limit: int, after: tuple[str, ...] = ("of", "by")
    ) -> tuple[tuple[Mention, ...], int]:
        """ "của X (trao tặng)", "do X trao tặng", "từ X"."""
        i = self._past_asides(at, limit)
        if i >= limit or not self.tokens[i].any(*after):
            return (), at
        agents, j = self.lists.listed(i + 1, limit, strict=True, kinds=("body", "person", "office"))
        verb = self._next(j, limit)
        given = verb is not None and (self.tokens[verb].any("give") or "ký" in self.tokens[verb].text)
        if not agents or self.tokens[i].text in ("do", "bởi") and not given:
            return (), at
        if (
            self.tokens[i].any("of")
            and not given
            and all(m.kind == "person" and not m.parts["person"].offices for m in agents)
        ):
            return (), at
        return agents, (verb + 1 if given and verb is not None else j)

    def _past_asides(self, at: int, limit: int) -> int:
        """Past "(năm 2015)", "lần thứ hai", "năm 2018"."""
        i = at
        while i < limit:
            token = self.tokens[i]
            if token.any("open"):
                close = next((j for j in range(i, min(limit, i + 8)) if self.tokens[j].any("close")), None)
                if close is None:
                    return i
                i = close
            elif not (token.any("number", "date", "filler") or token.text in ("năm", "lần", "thứ", "tháng")):
                return i
            i += 1
        return i

    def _next(self, at: int, limit: int) -> int | None:
        """The next token that is more than a filler, where a verb may follow an agent; "ký" counts as one."""
        for i in range(at, limit):
            if "ký" in self.tokens[i].text or not self.tokens[i].any("filler"):
                return i
        return None

    def _receivers_after(self, at: int, limit: int, frame: Frame, found: After) -> int:
        i = self._past_asides(at, limit)
        limit = self._end_of_aside(i, limit, frame)
        if i < limit and self.tokens[i].any(*PARTIES) and frame.verb == "give":
            following = self._next(i + 1, limit)
            if not self.tokens[i].any("body") or following is None or not self.tokens[following].any("for"):
                return self._take(i, limit, found)
            found.givers, i = (
                tuple(m for m in (self.tokens[i].mention,) if m),
                following,
            )  # "bằng khen UBND tỉnh cho ..."
        j = self._preposition(i, limit, frame)
        if j is None:
            return at
        found.told, found.named = True, self.tokens[j].any("namely", "colon")
        return self._take(j + 1, limit, found)

    def _end_of_aside(self, at: int, limit: int, frame: Frame) -> int:
        """ "Sau khi trao ... cho A, B đề nghị ...": the comma behind which the sentence's own subject stands."""
        if frame.at < 1 or not self.tokens[frame.at - 1].text.endswith("khi"):
            return limit
        commas = (i for i in range(at, limit - 1) if self.tokens[i].text == ",")
        return next((i for i in commas if self.tokens[i + 1].any("person", "office")), limit)

    def _take(self, at: int, limit: int, found: After) -> int:
        found.receivers, end = self.lists.listed(at, limit)
        found.end = max(found.end, end)
        return end

    def _preposition(self, at: int, limit: int, frame: Frame) -> int | None:
        """The "cho" or "tặng" that leads to the receivers."""
        for i in range(at, min(limit, at + (REACH if frame.verb else _NEAR))):
            token = self.tokens[i]
            if token.any("for", "give") and not (frame.verb == "receive" and token.any("give")):
                following = self.tokens[i + 1] if i + 1 < limit else None
                return i + 1 if following and following.any("for") else i
            if token.any("namely") and frame.verb == "receive":
                return i + 1 if i + 1 < limit and self.tokens[i + 1].any("colon") else i
            if token.any("stop", "semicolon", "open", *PARTIES) and not token.any("namely"):
                return None
            if token.any("receive") and frame.verb:
                return None
        return None
