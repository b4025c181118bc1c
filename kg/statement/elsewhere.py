"""What the text says was said or done elsewhere than at a meeting: to the press, on another day, at another one."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from kg.recognition.layer import Mention
from kg.recognition.meeting_names import listed, phrases
from kg.recognition.recognition import Sentence
from kg.resolution.events import Event
from kg.statement.scene import Scene
from kg.vi.anchors import Anchored

_PLACED = 24  # characters before a meeting in which words make it a place
_QUOTE = 400  # characters before an offset in which a quotation may open
_MONTH = re.compile(
    r"(?:(?:đầu|cuối|giữa|hồi|đến|từ|vào|trong|trước đó)[\s,]+){0,3}"
    r"(?:(?:tháng|năm)\s+\d|(?:năm|tháng|tuần)\s+(?:ngoái|trước))")
_LEADING_MONTH = re.compile(r"(?!dự kiến)[^,.:;\n\d]{0,50}\s(?:đầu|cuối|giữa|hồi)\s+tháng\s+\d{1,2}\s?[/.-]\s?\d{4},")
_GATHERING = Anchored(
    r"(?<![^\W_])tại\s+(?:buổi|lễ|cuộc)\s+(?!này|sáng|chiều|tối)([^\W_]+\s+[^\W_]+)",
    ("tại buổi", "tại lễ", "tại cuộc"))
_MARK = re.compile('["“”]')
_OPENING = re.compile(r"(?:“|(?<![^\s(])\")(?=\w)")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('elsewhere')}")


@cache
def _interviews() -> Anchored:
    return Anchored(rf"(?<![^\W_]){phrases('interviews')}", listed("interviews"))


@cache
def _informs() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('informs')}(?![^\W_])")


@cache
def _plans() -> re.Pattern[str]:
    return re.compile(rf"\s*{phrases('plans')}(?![^\W_])")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{phrases('places')})(?:\s+(?:cuộc|buổi))?\s+$")


def is_place(scene: Scene, start: int) -> bool:
    """Whether the words before a meeting that starts at an offset make it the place of what a sentence tells."""
    return bool(_place().search(scene.recognition.writing.lower[max(0, start - _PLACED):start]))


def _between(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of the sorted offsets lies in a span."""
    return bisect_left(offsets, start) < bisect_left(offsets, end)


class Elsewhere:
    """What the sentences of one article say of words and deeds that are of no meeting, or of another one."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.recognition, self.days = scene, scene.recognition, scene.meetings.days
        self.lower = scene.recognition.writing.lower
        self._interviews = [match.start() for match in _interviews().finditer(self.lower)]
        self._gatherings = [m.start() for m in _GATHERING.finditer(self.lower) if self._of_none(m.start(), m[1])]

    def said(self, sentence: Sentence) -> bool:
        """Whether a sentence says that it was said elsewhere: to the press, on the phone, before."""
        return bool(_elsewhere().search(self.recognition.layer.lower, sentence.start, sentence.end))

    def quoted(self, offset: int) -> bool:
        """Whether an offset lies inside somebody's words: behind a quotation mark that opens in its line."""
        text = self.recognition.writing.text
        line = max(text.rfind("\n", 0, offset) + 1, offset - _QUOTE)
        marks = list(_MARK.finditer(text, line, offset))
        return bool(marks and _OPENING.match(text, marks[-1].start()))

    def planned(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what is to come: "Theo kế hoạch, ..."."""
        return bool(_plans().match(self.lower, *self.recognition.sentence_span(sentence)))

    def _of_none(self, offset: int, name: str) -> bool:
        """Whether the sentence of a gathering names none of the meetings, and the gathering's name is in none's."""
        span = self.recognition.sentence_span(self.recognition.sentence_at(offset))
        named = any(name in event.label.lower() for event in self.scene.meetings.all)
        return not named and not any(self.recognition.within("meeting", *span))

    def at_another(self, sentence: Sentence) -> bool:
        """Whether a sentence says that it was at a gathering which is none of the meetings: "tại buổi nhận chức"."""
        return _between(self._gatherings, *self.recognition.sentence_span(sentence))

    def since_another(self, sentence: Sentence, event: Event) -> bool:
        """Whether the text has gone on to another gathering between the last word of a meeting and a sentence."""
        start, _ = self.recognition.sentence_span(sentence)
        return _between(self._gatherings, event.last_before(start) + 1, start)

    def to_the_press(self, sentence: Sentence) -> bool:
        """Whether someone speaks to the press in a sentence."""
        return _between(self._interviews, *self.recognition.sentence_span(sentence))

    def since_press(self, sentence: Sentence, event: Event) -> bool:
        """Whether someone spoke to the press between the last word of a meeting and a sentence."""
        start, _ = self.recognition.sentence_span(sentence)
        return event.kind != "Họp báo" and _between(self._interviews, event.last_before(start) + 1, start)

    def on_another_day(self, sentence: Sentence, event: Event, *, sure: bool) -> bool:
        """Whether a sentence opens with another day than that of a meeting; `sure`: or with a day, where that of the
        meeting is not printed."""
        start, end = self.recognition.sentence_span(sentence)
        if sure and _MONTH.match(self.lower, start, end) or _LEADING_MONTH.match(self.lower, start, end):
            return True
        opened, printed = self.days.opening_of(sentence)
        if opened and event.start:
            return not event.start.day <= opened <= (event.end or event.start.day)
        if printed and event.printed:
            return not printed & event.printed
        return sure and bool(printed) and not event.start

    def in_a_month(self, event: Event) -> bool:
        """Whether the sentence that first tells of a meeting opens with a month or a year: "Tháng 1/2016, tại ..."."""
        first = min(event.told_at, default=event.first)
        sentence = self.recognition.sentence_at(first)
        return bool(_MONTH.match(self.lower, *self.recognition.sentence_span(sentence)))

    def since_another_day(self, sentence: Sentence, event: Event) -> bool:
        """Whether the text has gone on to another day between the last word of a meeting and a sentence."""
        start, _ = self.recognition.sentence_span(sentence)
        opened = self.days.last_opened(start)
        if opened is None or self.recognition.sentence_span(opened)[1] <= event.last_before(start):
            return False
        return self.on_another_day(opened, event, sure=False)

    def informs(self, event: Event, mention: Mention) -> bool:
        """Whether somebody tells the press of a meeting: "ông Nam cho biết, huyện đã tổ chức lễ ..."."""
        first = min(event.told_at, default=event.first)
        start, _ = self.recognition.sentence_span(self.recognition.sentence_at(first))
        told = _informs().search(self.lower, start, first)
        if not told or is_place(self.scene, first):
            return False
        informants = list(self.recognition.within("person", start, told.start()))[-1:]
        return any(one in self.scene.agents(mention) for who in informants for one in self.scene.agents(who))
