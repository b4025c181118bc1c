"""Meetings of one article: named ones, and what "hội nghị" or "buổi lễ" alone refers to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from functools import cache

from kg.recognition.layer import Mention
from kg.recognition.meeting_names import phrases
from kg.recognition.meetings import Meeting
from kg.recognition.recognition import Recognition
from kg.resolution.calendar import Calendar
from kg.resolution.events import Event
from kg.resolution.meeting_days import Days, MeetingDays
from kg.resolution.meeting_identity import alike, family, special
from kg.vi.lexicon import table

_OF_CAREER = re.compile(r"(?:được|trúng cử|bầu)[^.]{0,30}(?:bầu|làm|giữ|vào|ủy viên)")
_TAIL = re.compile(
    r"\s+(?:tại|với|của|giữa)\s+[^,.;:()\n]{3,80}?(?=,|\.|;|\s(?:hôm|hồi|ngày|vào|sáng|chiều|tối|nhằm|để|đã|do)\s|(?<!thứ)\s\d|$)"
)
_AND = re.compile(r"\s*(?:[,;]|và)\s*(?:và\s+)?")
_DENIED = re.compile(r"(?<![^\W_])(?:không|chưa)\s+$")
_TO_BE_DONE = re.compile(r"(?<![^\W_])sẽ\s[^,.;:\n]{0,60}?(?<![^\W_])(?:tại|trong)\s+$")
_LONG_AGO = 30  # days before the reported meeting
_AROUND = 60  # characters around a name in which words say that the meeting was held
_SOON = 150  # characters behind a word within which a meeting of another kind that it means is named
_LIGHT = 4  # words of a name that may be no more than a second mention ("buổi lễ công bố")


@cache
def _mentioned() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('mentioned')}\s+(?:(?:tổ chức|diễn ra|khai mạc|tiến hành)\s+)?$|\(\s*$")


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('planned')}\s+(?:(?:tổ chức|diễn ra|khai mạc|tiến hành|có)\s+)?$")


@cache
def _convenes() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('convenes')}\s+(?:một\s+)?$")


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{phrases('to_come')}|(?:[^\s,.;]+\s+){{1,3}}?sẽ(?![^\W_]))")


@cache
def _of_before() -> re.Pattern[str]:
    return re.compile(rf"\s+{phrases('of_before')}(?![^\W_])")


@cache
def _informed() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('informs')}(?![^\W_])")


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('held')}")


class Meetings:
    """Which meeting each mention of one stands for; `main` is the one that the article reports."""

    def __init__(self, recognition: Recognition, calendar: Calendar) -> None:
        self.recognition, self.lower = recognition, recognition.writing.lower
        self.days = MeetingDays(recognition, calendar)
        self.all: list[Event] = []
        self._of: dict[int, Event] = {}
        self._mentions: dict[int, list[Mention]] = {}
        self._papers = [(m.start, m.end) for m in recognition.of("document")]
        mentions = list(recognition.of("meeting"))
        self._mentioned = self._all_mentioned(mentions)
        for mention in mentions:
            if not mention.parts["meeting"].bare and not _light(mention):
                self._place(mention, self._same(mention))
        for mention in mentions:
            if id(mention) not in self._of:
                self._place(mention, self._referred(mention))
        self.main = self._reported()
        self._date()
        self._held = [mention for mention in mentions if self._is_held(mention)]

    def of(self, mention: Mention) -> Event:
        return self._of[id(mention)]

    def _reported(self) -> Event | None:
        """The meeting that the article reports: the first that it tells of."""
        told = [event for event in self.all if event.reported and not event.aside]
        return min([event for event in told if event.held] or told, key=lambda event: event.told_at[0], default=None)

    def current(self, offset: int) -> Event | None:
        """The last meeting before an offset that the text says was held, else the one that it reports."""
        at = bisect_left(self._held, offset, key=lambda mention: mention.start)
        return self.of(self._held[at - 1]) if at else self.main

    def only_mentioned(self, mention: Mention) -> bool:
        """Whether the words around it say that the meeting is over, to come, or part of a document's name."""
        return id(mention) in self._mentioned

    def is_of_before(self, event: Event) -> bool:
        """Whether a meeting is of an occasion before: "tại kỳ họp vừa qua"."""
        own = (m for m in self._mentions[id(event)] if m.parts["meeting"].kind == event.kind)
        return any(_of_before().match(self.lower, mention.end) for mention in own)

    def _all_mentioned(self, mentions: list[Mention]) -> set[int]:
        """The mentions (`id`) that only mention a meeting, with those listed behind them: "chuẩn bị cho A và B"."""
        found: set[int] = set()
        before: Mention | None = None
        for mention in mentions:
            listed_on = before and id(before) in found and _AND.fullmatch(self.lower, before.end, mention.start)
            if listed_on or self._is_mentioned(mention):
                found.add(id(mention))
            before = mention
        return found

    def _is_mentioned(self, mention: Mention) -> bool:
        if self._to_be_held(mention) or _mentioned().search(self.lower, max(0, mention.start - 30), mention.start):
            return True
        if _TO_BE_DONE.search(self.lower, max(0, mention.start - 80), mention.start):
            return True
        at = bisect_right(self._papers, (mention.start, len(self.lower)))
        in_document = at and mention.end <= self._papers[at - 1][1]
        return bool(in_document) or bool(_to_come().match(self.lower, mention.end))

    # ------------------------------------------------------------ which meeting

    def _place(self, mention: Mention, event: Event | None) -> None:
        meeting: Meeting = mention.parts["meeting"]
        if event is None:
            label = self._label(meeting)
            event = Event(meeting.kind, label, meeting.ordinal, meeting.term, meeting.session, meeting.bare)
            self.all.append(event)
        self._of[id(mention)] = event
        insort(event.starts, mention.start)
        self._mentions.setdefault(id(event), []).append(mention)
        event.spans.append(self.recognition.span(meeting.start, meeting.end))
        if day := self.days.full_at(mention):
            event.days.add(day)
        event.of_body = event.of_body or meeting.body is not None
        self._tell(event, mention)
        if not meeting.bare and (event.bare or not _light(mention)):
            self._name(event, meeting)

    def _tell(self, event: Event, mention: Mention) -> None:
        """Notes whether the sentence of a mention reports the meeting."""
        if self.only_mentioned(mention):
            return
        insort(event.told_at, mention.start)
        start, end = self.recognition.sentence_span(self.recognition.sentence_at(mention.start))
        event.held = event.held or self._told_held(mention, start, end)
        event.reported = event.reported or event.held or not _OF_CAREER.search(self.lower, start, end)

    def _told_held(self, mention: Mention, start: int, end: int) -> bool:
        """Whether the words at a mention, between commas, say that the meeting was held or what was done there; a verb
        alone does not where it is in somebody's words: "ông Nam cho biết, huyện đã họp"."""
        before = self.lower[max(start, mention.start - _AROUND) : mention.start].rpartition(",")[2]
        after = self.lower[mention.end : min(end, mention.end + _AROUND)].partition(",")[0]
        if mention.rule == "meeting.reported":
            return not _informed().search(self.lower, start, mention.start)
        here = before.endswith(("tại ", "trong ")) and not mention.parts["meeting"].ordinal
        attended = _held().search(before)
        denied = attended and _DENIED.search(before, 0, attended.start())
        return here or bool(attended and not denied or _held().search(after))

    def _label(self, meeting: Meeting) -> str:
        """The name of a new meeting; behind a bare head, with where or between whom it was."""
        tail = _TAIL.match(self.recognition.writing.text, meeting.end) if meeting.bare else None
        return _titled(" ".join(f"{meeting.label}{tail.group() if tail else ''}".split()))

    def _name(self, event: Event, meeting: Meeting) -> None:
        """Adds a name to a meeting: the longest is its label."""
        event.forms.setdefault(meeting.label)
        if len(meeting.label) > len(event.label):
            event.label = _titled(meeting.label)
        event.ordinal, event.term = event.ordinal or meeting.ordinal, event.term or meeting.term
        event.session = event.session or meeting.session

    def _same(self, mention: Mention) -> Event | None:
        """The meeting that a name is another name of; two days at the names themselves make two meetings."""
        day = self.days.full_at(mention)
        for event in self.all:
            if (not day or not event.days or day in event.days) and alike(event, mention.parts["meeting"]):
                return event
        return None

    def _referred(self, mention: Mention) -> Event | None:
        """The last meeting told of before that the word may mean, else the first after: of its own kind, else one of
        another that was held, and is told of before or soon behind."""
        meeting: Meeting = mention.parts["meeting"]
        kind, told = meeting.kind, [event for event in self.all if event.reported]
        of_body = meeting.body is not None  # "Hội nghị Trung ương" is no meeting with voters
        others = () if of_body or self._convened(mention) else table("meeting-names")["also"].get(kind, ())
        own = (kind,)
        for kinds in (own, others):
            fitting = [event for event in told if event.kind in kinds or family(event.kind) in kinds]
            near = mention.end + _SOON
            fitting = [event for event in fitting if kinds is own or event.held and event.told_at[0] < near]
            fitting = [event for event in fitting if not _other_session(event, mention)]
            if fitting:
                best = max(fitting, key=lambda event: (event.last_before(mention.start), -event.first))
                return best if best.first < mention.start else self._announced(mention) or best
        return None

    def _announced(self, mention: Mention) -> Event | None:
        """The last meeting of a word's kind before it, though it is only mentioned: "kết quả kỳ họp thứ 27"."""
        kind, start = mention.parts["meeting"].kind, mention.start
        before = [event for event in self.all if event.kind == kind and event.first < start]
        return max(before, key=lambda event: event.starts[bisect_left(event.starts, start) - 1], default=None)

    def _convened(self, mention: Mention) -> bool:
        """Whether a verb right before a word convenes a meeting: "tổ chức cuộc họp" means no session told before."""
        return bool(_convenes().search(self.lower, max(0, mention.start - 20), mention.start))

    def _is_held(self, mention: Mention) -> bool:
        event = self.of(mention)
        return event.held and not event.aside and not self.only_mentioned(mention) and not self._past(event)

    def _past(self, event: Event) -> bool:
        """Whether a meeting was held long before the one that the article reports."""
        main = self.main
        if main is None or main.start is None or event.start is None:
            return False
        return (main.start.day - event.start.day).days > _LONG_AGO

    # ------------------------------------------------------------ dates

    def _to_be_held(self, mention: Mention) -> bool:
        """Whether a sentence tells when a meeting will be held."""
        return bool(_planned().search(self.lower, max(0, mention.start - 30), mention.start))

    def _date(self) -> None:
        """Gives each meeting the days of the first sentence that has them, or the main one those of the opening."""
        for event in self.all:
            mentions = self._mentions[id(event)]
            mentioned = [(m, self.only_mentioned(m) and not self._to_be_held(m)) for m in mentions]
            found = (self.days.at(m, mentioned=only) for m, only in mentioned)
            event.start, event.end = next((days for days in found if _in_term(event, days)), None) or (None, None)
            event.printed = {day for m, only in mentioned for day in self.days.printed(m, mentioned=only)}
        main = self.main
        if main and not main.start and main.first <= len(self.lower) // 2:
            opening = self.days.opening()
            main.start, main.end = opening if opening and _in_term(main, opening) else (None, None)


def _in_term(event: Event, days: Days | None) -> bool:
    """Whether there are days, and the year, where it is inferred, lies in the term of the meeting's name."""
    if days is None or event.term is None or not days[0].note:
        return days is not None
    return event.term[0] <= days[0].day.year <= event.term[1]


def _other_session(event: Event, mention: Mention) -> bool:
    """Whether a word names an extraordinary session, and the meeting's names do not."""
    return special(mention.parts["meeting"]) and not special(event)


def _light(mention: Mention) -> bool:
    """A short name in lower case, with nothing that tells the meeting from others: "buổi lễ công bố"."""
    meeting: Meeting = mention.parts["meeting"]
    told = meeting.ordinal or meeting.bodies or meeting.session
    return not told and meeting.label[:1].islower() and len(meeting.label.split()) <= _LIGHT


def _titled(label: str) -> str:
    return label[:1].upper() + label[1:]
