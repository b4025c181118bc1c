"""Clauses of giving and receiving: who gave which award to whom, as one sentence says it.

A sentence is read as a row of tokens: mentions (awards, groups, persons, bodies, offices, documents) and the words that
`kg/vi/awards.toml` lists. From each award the reader looks to the left for the verb and who stands before it, and to
the right for "của", "do" and "cho"; what a clause leaves out is taken from the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.recognition.layer import Layer, Mention
from kg.statement.clause_frames import Frame, Frames
from kg.statement.clause_receivers import After, Receivers
from kg.statement.clause_refusals import Refusals
from kg.statement.clause_tokens import PARTIES, tokens


@dataclass(slots=True)
class Conferral:
    """One act of giving: awards, and who gave, handed over and received them."""

    awards: list[Mention]
    frame: Frame
    start: int
    end: int
    givers: tuple[Mention, ...] = ()
    presenters: tuple[Mention, ...] = ()
    receivers: tuple[Mention, ...] = ()
    pronoun: str = ""
    withheld: bool = False
    told: bool = False  # its receivers have their place in its clause, known or not
    tail: int = 0  # masked position where the next conferral, or the sentence, starts

    def mentions(self) -> list[Mention]:
        return [*self.awards, *self.givers, *self.presenters, *self.receivers]


class Clauses:
    """Reads the conferrals of one sentence. `heading`: the frame of a heading above ("Được Nhà nước tặng thưởng:")."""

    def __init__(self, layer: Layer, start: int, end: int, heading: Frame | None = None) -> None:
        self.tokens = list(tokens(layer, start, end))
        self.frames, self.behind = Frames(self.tokens, heading), Receivers(self.tokens)
        self.refusals = Refusals(self.tokens)
        self.end = end

    def read(self) -> list[Conferral]:
        found: list[Conferral] = []
        clusters = self._clusters()
        floor = 0
        for i, (first, last) in enumerate(clusters):
            limit = clusters[i + 1][0] if i + 1 < len(clusters) else len(self.tokens)
            conferral, floor = self._conferral(first, last, floor, limit, found[-1] if found else None)
            conferral.tail = self.tokens[limit].start if limit < len(self.tokens) else self.end
            found.append(conferral)
        return _shared(found)

    def frame_of_heading(self) -> Frame | None:
        """The frame of a sentence that only leads to a list: "Đồng chí được Đảng, Nhà nước tặng thưởng:"."""
        verbs = [i for i, token in enumerate(self.tokens) if token.any("give", "receive")]
        if not verbs or not self.tokens[-1].any("colon") or self._clusters():
            return None
        return self.frames.of(verbs[-1])

    def _clusters(self) -> list[tuple[int, int]]:
        """Awards that stand together, as ranges of tokens."""
        found: list[tuple[int, int]] = []
        for i, token in enumerate(self.tokens):
            if not token.any("award"):
                continue
            if found and self._joins(found[-1][1], i):
                found[-1] = found[-1][0], i + 1
            else:
                found.append((i, i + 1))
        return found

    def _joins(self, left: int, right: int) -> bool:
        if self._generic(left - 1) or self._generic(right):  # "4 Huân chương (...)" is told in what follows
            return False
        between = self.tokens[left:right]
        return all(
            t.any("and", "semicolon", "filler", "number", "date", "open", "close", "dash") or t.text in ("năm", "cái")
            for t in between
        )

    def _generic(self, i: int) -> bool:
        mention = self.tokens[i].mention
        return bool(mention and mention.parts.get("generic"))

    def _conferral(
        self, first: int, last: int, floor: int, limit: int, before: Conferral | None
    ) -> tuple[Conferral, int]:
        verb = self.frames.verb(first, floor)
        carried = before.frame if before else None
        frame = self.frames.carried(first, floor, carried) if verb is None else self.frames.of(verb)
        after = self.behind.after(last, limit, frame)
        awards = [t.mention for t in self.tokens[first:last] if t.any("award") and t.mention]
        made = Conferral(awards, frame, self.tokens[first].start, self.tokens[max(last, after.end) - 1].end)
        made.givers = after.givers or frame.givers or self._given_before(awards, frame, before)
        made.presenters = (*frame.presenters, *(frame.givers if after.givers and frame.verb == "give" else ()))
        made.receivers, made.pronoun = self._receivers(frame, after, verb, first)
        made.told = after.told
        made.withheld = self.refusals.withheld(first, floor, verb, carried_on=bool(before and before.withheld))
        return made, max(last, after.end)

    @staticmethod
    def _given_before(awards: list[Mention], frame: Frame, before: Conferral | None) -> tuple[Mention, ...]:
        """ "Thủ tướng tặng bằng khen cho 31 thành viên, trong đó 21 cầu thủ được tặng": the giver before."""
        if not before or frame.verb != "receive":
            return ()
        same = [m.parts["types"] for m in awards] == [m.parts["types"] for m in before.awards]
        counted = bool(frame.receivers) and all(m.kind == "group" for m in frame.receivers)
        return before.givers if same or counted and before.frame.verb == "give" else ()

    def _receivers(self, frame: Frame, after: After, verb: int | None, first: int) -> tuple[tuple[Mention, ...], str]:
        if frame.verb == "receive":
            if after.named:
                return after.receivers, ""
            more = after.receivers if after.told else ()
            return (*frame.receivers, *more), "" if frame.receivers or more else frame.pronoun
        if after.receivers or verb is None:
            return after.receivers, ""
        between = [t.mention for t in self.tokens[verb + 1 : first] if t.any(*PARTIES) and t.mention]
        return tuple(between), ""


def _shared(found: list[Conferral]) -> list[Conferral]:
    """An award without receivers of its own shares the next one's: "bằng khen của X và giấy khen của Y cho A"."""
    for i in range(len(found) - 2, -1, -1):
        one, following = found[i], found[i + 1]
        if (
            one.frame is following.frame
            and not one.receivers
            and not one.pronoun
            and not one.told
            or (
                one.frame.verb == "receive"
                and one.frame is following.frame
                and set(map(id, one.receivers)) < set(map(id, following.receivers))
            )
        ):
            one.receivers = following.receivers
        if (
            all(m.parts.get("generic") for m in one.awards)
            and one.givers
            and not following.givers
            and one.frame is following.frame
        ):
            for other in found[i + 1 :]:
                other.givers = other.givers or one.givers
    return found
