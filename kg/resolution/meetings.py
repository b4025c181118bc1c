"""Meetings of one article: named ones, and what "hội nghị" or "buổi lễ" alone refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kg.article import Role, Span
from kg.recognition.layer import Mention
from kg.recognition.meetings import Meeting
from kg.recognition.recognition import Recognition, Sentence
from kg.resolution.calendar import Calendar, Resolved
from kg.vi.writing import fold

_FAMILY = {"Lễ": "Lễ", "Họp": "Cuộc họp", "Phiên": "Kỳ họp", "Buổi": "Buổi làm việc", "Cuộc": "Cuộc họp"}
# What a bare head may refer to, beside its own kind.
_ALSO = {"Cuộc họp": ("Hội nghị", "Phiên họp", "Kỳ họp", "Họp báo"), "Buổi làm việc": ("Cuộc họp", "Gặp mặt", "Tiếp đón", "Đối thoại"),
         "Hội nghị": ("Tiếp xúc cử tri", "Đối thoại", "Tập huấn", "Lễ công bố", "Lễ"), "Phiên họp": ("Kỳ họp", "Cuộc họp"), "Gặp mặt": ("Buổi làm việc", "Cuộc gặp", "Tiếp đón"),
         "Cuộc gặp": ("Gặp mặt", "Hội đàm", "Tiếp đón", "Buổi làm việc"), "Kỳ họp": ("Phiên họp",), "Hội đàm": ("Cuộc gặp",)}
_SAME = 0.6  # share of words that two names of one meeting have in common


@dataclass(slots=True)
class Event:
    """A meeting of the article."""

    kind: str
    label: str
    ordinal: int | None = None
    term: tuple[int, int] | None = None
    session: int | None = None
    bare: bool = False
    mentions: list[Mention] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    start: Resolved | None = None
    end: date | None = None


class Meetings:
    """Which meeting each mention of one stands for."""

    def __init__(self, recognition: Recognition, calendar: Calendar) -> None:
        self.recognition, self.calendar = recognition, calendar
        self.all: list[Event] = []
        self._of: dict[int, Event] = {}
        mentions = list(recognition.of("meeting"))
        for mention in sorted(mentions, key=lambda m: m.parts["meeting"].bare):
            self._place(mention)
        for event in self.all:
            self._date(event)
        self._date_main()

    def of(self, mention: Mention) -> Event:
        return self._of[id(mention)]

    @property
    def main(self) -> Event | None:
        """The meeting that the article reports: the first that it names, else the first at all."""
        named = [event for event in self.all if not event.bare]
        return min(named or self.all, key=lambda event: min(m.start for m in event.mentions), default=None)

    def _place(self, mention: Mention) -> None:
        meeting: Meeting = mention.parts["meeting"]
        event = self._referred(meeting) if meeting.bare else self._same(meeting)
        if event is None:
            event = Event(meeting.kind, _titled(meeting.label), meeting.ordinal, meeting.term, meeting.session, meeting.bare)
            self.all.append(event)
        self._of[id(mention)] = event
        event.mentions.append(mention)
        if not meeting.bare:
            event.forms.setdefault(meeting.label)
            if len(meeting.label) > len(event.label):
                event.label = _titled(meeting.label)
            event.ordinal, event.term = event.ordinal or meeting.ordinal, event.term or meeting.term
            event.session = event.session or meeting.session
        event.spans.append(self.recognition.span(meeting.start, meeting.end))

    def _referred(self, meeting: Meeting) -> Event | None:
        """The last named meeting before of the same kind, else of a kind that the word may mean, else the first after."""
        for kinds in ((meeting.kind,), _ALSO.get(meeting.kind, ())):
            fitting = [e for e in self.all if e.kind in kinds or _family(e.kind) == _family(meeting.kind) and meeting.kind in kinds]
            before = [e for e in fitting if any(m.start < meeting.start for m in e.mentions)]
            if before:
                return max(before, key=lambda e: max(m.start for m in e.mentions if m.start < meeting.start))
            if fitting:
                return fitting[0]
        return None

    def _same(self, meeting: Meeting) -> Event | None:
        return next((event for event in self.all if _alike(event, meeting)), None)

    # ------------------------------------------------------------ dates

    def _date(self, event: Event) -> None:
        """The date nearest to its name in the sentences that name it, the one before first."""
        for mention in event.mentions:
            if mention.parts["meeting"].bare:
                continue
            sentence = self.recognition.sentence_at(mention.start)
            if found := self._nearest(sentence, mention):
                event.start, event.end = found
                return

    def _nearest(self, sentence: Sentence, mention: Mention) -> tuple[Resolved, date | None] | None:
        start, end = self.recognition.sentence_span(sentence)
        inside = [m for m in self.recognition.of("date") if start <= m.start < end and m.parts["date"].day and not self._aside(m)]
        before = [m for m in inside if m.start < mention.start]
        for found in (*before[-1:], *(m for m in inside if m.start >= mention.start and m.start - mention.end < 60)):
            if resolved := self.calendar.resolve(found.parts["date"]):
                last = self.calendar.resolve(found.parts["date"], last=True)
                return resolved, last.day if last and last.day != resolved.day else None
        return None

    def _aside(self, mention: Mention) -> bool:
        """A date in brackets that names a day of remembrance, or the date of a document."""
        text = self.recognition.writing.lower
        before = text[max(0, mention.start - 30):mention.start]
        return bool(re.search(r"(?:thành lập|truyền thống|ngày sinh|sinh|năm ngày|kỷ niệm ngày|\d\s*-\s*|tháng)\s*\(?$", before)) or any(
            m.start <= mention.start < m.end for m in self.recognition.of("document"))

    def _date_main(self) -> None:
        """An undated meeting that the article reports took place on the day that its first sentences open with."""
        main = self.main
        if main is None or main.start:
            return
        first = [s for s in self.recognition.sentences if s.role in (Role.BODY, Role.HEADLINE) and s.end - s.start > 20][:3]
        for sentence in first:
            start, end = self.recognition.sentence_span(sentence)
            for mention in self.recognition.of("date"):
                if start <= mention.start < min(end, start + 60) and mention.parts["date"].day and not self._aside(mention):
                    main.start = self.calendar.resolve(mention.parts["date"])
                    if main.start:
                        return


def _titled(label: str) -> str:
    return label[:1].upper() + label[1:]


def _family(kind: str) -> str:
    return _FAMILY.get(kind.split()[0], kind)


def _alike(event: Event, meeting: Meeting) -> bool:
    if event.kind != meeting.kind and _family(event.kind) != _family(meeting.kind):
        return False
    if event.ordinal and meeting.ordinal and event.ordinal != meeting.ordinal or event.session and meeting.session and event.session != meeting.session:
        return False
    left, right = set(fold(event.label).split()), set(fold(meeting.label).split())
    common = len(left & right) / min(len(left), len(right))
    if event.ordinal and event.ordinal == meeting.ordinal and event.kind == meeting.kind:
        return common >= 0.5
    return common >= _SAME + 0.2 * (min(len(left), len(right)) < 4)
