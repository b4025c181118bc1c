"""Meetings of one article: named ones, and what "hội nghị" or "buổi lễ" alone refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kg.article import Role, Span
from kg.recognition.layer import Mention
from kg.recognition.meeting_names import listed, phrases
from kg.recognition.meetings import Meeting
from kg.recognition.recognition import Recognition, Sentence
from kg.resolution.calendar import Calendar, Resolved
from kg.vi.writing import fold

_FAMILY = {"Lễ": "Lễ", "Họp": "Cuộc họp", "Phiên": "Kỳ họp", "Buổi": "Buổi làm việc", "Cuộc": "Cuộc họp"}
# What a bare head may refer to, beside its own kind.
_ALSO = {
    "Cuộc họp": ("Hội nghị", "Phiên họp", "Kỳ họp", "Họp báo", "Phiên làm việc"),
    "Buổi làm việc": ("Cuộc họp", "Gặp mặt", "Tiếp đón", "Đối thoại", "Hội nghị"),
    "Hội nghị": ("Tiếp xúc cử tri", "Đối thoại", "Tập huấn", "Lễ công bố", "Lễ trao", "Cuộc họp", "Lễ"),
    "Phiên họp": ("Kỳ họp", "Cuộc họp", "Hội nghị", "Đại hội"),
    "Gặp mặt": ("Buổi làm việc", "Cuộc gặp", "Tiếp đón"),
    "Cuộc gặp": ("Gặp mặt", "Hội đàm", "Tiếp đón", "Buổi làm việc"),
    "Kỳ họp": ("Phiên họp",),
    "Hội đàm": ("Cuộc gặp",),
    "Lễ": ("Hội nghị", "Gặp mặt", "Mít tinh"),
}
# Words of a sentence that reports a meeting, not one that only mentions it.
_REPORTS = re.compile(
    r"(?<![^\W_])(?:tổ chức|diễn ra|khai mạc|bế mạc|chủ trì|dự|tham dự|phát biểu|tiến hành|đã có|long trọng|làm việc với|họp|gặp mặt)(?![^\W_])")
_OF_CAREER = re.compile(r"(?:được|trúng cử|bầu)[^.]{0,30}(?:bầu|làm|giữ|vào|ủy viên)")
_ASIDE = re.compile(r"(?:thành lập|truyền thống|ngày sinh|sinh|năm ngày|kỷ niệm ngày|\d\s*-\s*)\s*\(?$")
_BRACKETED = re.compile(r"(?<!nay)(?<!nay )(?<!qua )(?<!ngày )\((?:từ\s+|từ ngày\s+|ngày\s+)?$")
_LATER = re.compile(r"\s+(?:sắp tới|tới đây|tới|sắp diễn ra|lần tới|tiếp theo|sẽ|dự kiến)(?![^\W_])")
_TAIL = re.compile(r"\s+(?:tại|với|của|giữa)\s+[^,.;:()\n]{3,80}?(?=,|\.|;|\s(?:hôm|ngày|vào|sáng|chiều|tối|nhằm|để|đã|do)\s|\s\d|$)")
_FAR = 110  # characters behind a name within which its date may follow, where none stands before it
_LONG_AGO = 30  # days before the reported meeting
_AROUND = 60  # characters around a name in which words say that the meeting was held
_AT_ONCE = 10  # characters between a name and a date that belongs to it
_SAME = 0.6  # share of words that two names of one meeting have in common ...
_SURE = 0.8  # ... where only one of them is numbered, or one has few words
_NUMBERED = 0.5  # ... where both bear the same number
_LIGHT = 4  # words of a name that may be no more than a second mention ("buổi lễ công bố")


@dataclass(slots=True, eq=False)
class Event:
    """A meeting of the article. `reported`: some sentence tells of it (`held`: that it was held or what was done there);
    the others are only mentioned.
    """

    kind: str
    label: str
    ordinal: int | None = None
    term: tuple[int, int] | None = None
    session: int | None = None
    bare: bool = False
    reported: bool = False
    held: bool = False
    mentions: list[Mention] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    start: Resolved | None = None
    end: date | None = None

    @property
    def first(self) -> int:
        return min(m.start for m in self.mentions)

    @property
    def aside(self) -> bool:
        """Whether it is of a kind that people watch, compete in or travel for."""
        return self.kind in listed("asides")


@lru_cache(maxsize=1)
def _mentioned() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('mentioned')}\s+(?:tổ chức\s+|diễn ra\s+|khai mạc\s+|tiến hành\s+)?$|\(\s*$")


class Meetings:
    """Which meeting each mention of one stands for."""

    def __init__(self, recognition: Recognition, calendar: Calendar) -> None:
        self.recognition, self.calendar = recognition, calendar
        self.all: list[Event] = []
        self._of: dict[int, Event] = {}
        mentions = list(recognition.of("meeting"))
        for mention in mentions:
            if not mention.parts["meeting"].bare and not self._light(mention):
                self._place(mention, self._same(mention))
        for mention in mentions:
            if id(mention) not in self._of:
                self._place(mention, self._referred(mention))
        for event in self.all:
            self._date(event)
        self._date_main()

    def of(self, mention: Mention) -> Event:
        return self._of[id(mention)]

    @property
    def main(self) -> Event | None:
        """The meeting that the article reports: the first that it tells of."""
        told = [event for event in self.all if event.reported and not event.aside]
        return min([event for event in told if event.held] or told, key=lambda event: event.first, default=None)

    def only_mentioned(self, mention: Mention) -> bool:
        """Whether the words around it say that the meeting is over, to come, or the name of a document."""
        lower = self.recognition.writing.lower
        return bool(_mentioned().search(lower, max(0, mention.start - 30), mention.start)) or bool(_LATER.match(lower, mention.end)) or any(
            paper.start <= mention.start and mention.end <= paper.end for paper in self.recognition.of("document"))

    # ------------------------------------------------------------ which meeting

    def _light(self, mention: Mention) -> bool:
        """A short name in lower case, with nothing that tells it from others: "buổi lễ công bố"."""
        meeting: Meeting = mention.parts["meeting"]
        told = meeting.ordinal or meeting.bodies or meeting.session
        return not told and meeting.label[:1].islower() and len(meeting.label.split()) <= _LIGHT

    def _place(self, mention: Mention, event: Event | None) -> None:
        meeting: Meeting = mention.parts["meeting"]
        if event is None:
            event = Event(meeting.kind, self._named(meeting), meeting.ordinal, meeting.term, meeting.session, meeting.bare)
            self.all.append(event)
        self._of[id(mention)] = event
        event.mentions.append(mention)
        if not self.only_mentioned(mention):
            start, end = self.recognition.sentence_span(self.recognition.sentence_at(mention.start))
            event.held = event.held or self._told_held(mention)
            event.reported = event.reported or event.held or not _OF_CAREER.search(self.recognition.writing.lower, start, end)
        if not meeting.bare and not (self._light(mention) and not event.bare):
            event.forms.setdefault(meeting.label)
            if len(meeting.label) > len(event.label):
                event.label = _titled(meeting.label)
            event.ordinal, event.term = event.ordinal or meeting.ordinal, event.term or meeting.term
            event.session = event.session or meeting.session
        event.spans.append(self.recognition.span(meeting.start, meeting.end))

    def _named(self, meeting: Meeting) -> str:
        """The name of a new meeting; behind a bare head, with where or between whom it was."""
        tail = _TAIL.match(self.recognition.writing.text, meeting.end) if meeting.bare else None
        return _titled(" ".join(f"{meeting.label}{tail.group() if tail else ''}".split()))

    def _told_held(self, mention: Mention) -> bool:
        """Whether the words at a mention, between commas, say that the meeting was held or what was done there."""
        lower = self.recognition.writing.lower
        start, end = self.recognition.sentence_span(self.recognition.sentence_at(mention.start))
        before = lower[max(start, mention.start - _AROUND):mention.start].rpartition(",")[2]
        after = lower[mention.end:min(end, mention.end + _AROUND)].partition(",")[0]
        here = before.endswith("tại ") and not mention.parts["meeting"].ordinal
        return here or bool(_REPORTS.search(before) or _REPORTS.search(after))

    def _referred(self, mention: Mention) -> Event | None:
        """The last meeting told of before that the word may mean, of its own kind first; else the first after."""
        meeting: Meeting = mention.parts["meeting"]
        candidates = [e for e in self.all if e.reported]
        for kinds in ((meeting.kind,), _ALSO.get(meeting.kind, ())):
            fitting = [e for e in candidates if e.kind in kinds or _family(e.kind) in kinds]
            before = [e for e in fitting if e.first < meeting.start]
            if before:
                return max(before, key=lambda e: max(m.start for m in e.mentions if m.start < meeting.start))
            if fitting:
                return fitting[0]
        return None

    def _same(self, mention: Mention) -> Event | None:
        """The meeting that a name is another name of; two days at the names themselves make two meetings."""
        day = self._day_at(mention)
        for event in self.all:
            days = {self._day_at(m) for m in event.mentions} - {None}
            if _alike(event, mention.parts["meeting"]) and (not day or not days or day in days):
                return event
        return None

    def current(self, offset: int) -> Event | None:
        """The last meeting before an offset that the text says was held, else the one that it reports."""
        held = [m for m in self.recognition.of("meeting") if m.start < offset and self._is_held(m)]
        return self.of(held[-1]) if held else self.main

    def _is_held(self, mention: Mention) -> bool:
        event = self.of(mention)
        return event.held and not event.aside and not self.only_mentioned(mention) and not self._past(event)

    def _past(self, event: Event) -> bool:
        """Whether a meeting was held long before the one that the article reports."""
        main = self.main
        return bool(main and main.start and event.start) and (main.start.day - event.start.day).days > _LONG_AGO  # type: ignore[union-attr]

    # ------------------------------------------------------------ dates

    def _day_at(self, mention: Mention) -> date | None:
        """The full date that follows a name at once: "phiên họp ngày 7/12/2012"."""
        for found in self.recognition.of("date"):
            if 0 <= found.start - mention.end <= _AT_ONCE and found.parts["date"].year:
                resolved = self.calendar.resolve(found.parts["date"])
                return resolved.day if resolved else None
        return None

    def _date(self, event: Event) -> None:
        """The date nearest to a mention of it, in the first sentence that has one."""
        for mention in event.mentions:
            sentence = self.recognition.sentence_at(mention.start)
            if found := self._nearest(sentence, mention):
                event.start, event.end = found
                return

    def _nearest(self, sentence: Sentence, mention: Mention) -> tuple[Resolved, date | None] | None:
        for found in self._dates(sentence, mention):
            if resolved := self.calendar.resolve(found.parts["date"]):
                last = self.calendar.resolve(found.parts["date"], last=True)
                return resolved, last.day if last and last.day > resolved.day else None
        return None

    def _dates(self, sentence: Sentence, mention: Mention) -> Iterator[Mention]:
        """The date that follows a mention at once; else the last before it, unless the meeting is only mentioned."""
        start, end = self.recognition.sentence_span(sentence)
        inside = [m for m in self.recognition.of("date") if start <= m.start < end and m.parts["date"].day and not self._aside(m)]
        after = [m for m in inside if 0 <= m.start - mention.end < 25]
        before = [m for m in inside if m.start < mention.start and not self._bracketed(m)]
        if self.only_mentioned(mention):
            yield from after[:1]
            return
        yield from before[-1:]
        yield from (m for m in inside if 0 <= m.start - mention.end < _FAR)

    def _aside(self, mention: Mention) -> bool:
        """A date that names a day of remembrance, or the date of a document."""
        text = self.recognition.writing.lower
        return bool(_ASIDE.search(text, max(0, mention.start - 30), mention.start)) or any(
            m.start <= mention.start < m.end for m in self.recognition.of("document"))

    def _bracketed(self, mention: Mention) -> bool:
        """Whether a date stands in brackets behind something else than "hôm nay"."""
        return bool(_BRACKETED.search(self.recognition.writing.lower, max(0, mention.start - 24), mention.start))

    def _date_main(self) -> None:
        """An undated meeting that the article reports took place on the day that its first sentences open with."""
        main = self.main
        if main is None or main.start or main.first > len(self.recognition.writing.text) // 2:
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
    """Whether a name is another name of the meeting: of its kind, no other ordinal or session, most words the same."""
    if event.kind != meeting.kind and _family(event.kind) != _family(meeting.kind) or _differ(event, meeting):
        return False
    left, right = _content(event.label, event.kind), _content(meeting.label, meeting.kind)
    smaller = min(len(left), len(right))
    same_number = event.ordinal is not None and event.ordinal == meeting.ordinal
    if not smaller or same_number and event.session and event.session == meeting.session:
        return same_number
    common = len(left & right) / smaller
    if same_number and event.kind == meeting.kind:
        return common >= _NUMBERED
    return common >= (_SURE if event.ordinal != meeting.ordinal or smaller < _LIGHT else _SAME)


def _differ(event: Event, meeting: Meeting) -> bool:
    """Whether both print an ordinal or a session, and not the same; extraordinary sessions have numbers of their own."""
    if event.ordinal and meeting.ordinal and event.ordinal != meeting.ordinal:
        return True
    if event.session and meeting.session and event.session != meeting.session:
        return True
    return bool(event.ordinal and meeting.ordinal) and _special(event.label) != _special(meeting.label)


def _special(label: str) -> bool:
    return "bất thường" in label.lower().partition("(")[0]


_COUNTED = re.compile(r"\d+|[ivxl]+|mười|nhất|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mốt")


def _content(label: str, kind: str) -> set[str]:
    """The words of a name that tell the meeting from others of its kind, without numbers."""
    words = label.lower().split()
    general = set(f"{kind.lower()} lễ buổi cuộc hội nghị của về và lần thứ".split())
    return {fold(word) for word in words if word not in general and not _COUNTED.fullmatch(word.strip(",()"))}
