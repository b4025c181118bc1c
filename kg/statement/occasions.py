"""Which meeting a rule's match speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from kg.recognition.layer import Mention
from kg.recognition.meeting_names import listed, phrases
from kg.recognition.recognition import Sentence
from kg.resolution.events import Event
from kg.rules import Match
from kg.statement.scene import Scene
from kg.vi.anchors import Anchored, first_words

_EARLY = 1200  # characters within which an article names the meeting that it reports
_LEAD = 700  # characters within which it names one that it does not name again
_BEHIND = 60  # characters within which a meeting behind a verb is what the verb is about
_QUOTE = 400  # characters before a match in which a quotation may open
_MONTH = re.compile(r"(?:(?:đầu|cuối|giữa|hồi|đến|từ|vào|trong|trước đó)[\s,]+){0,3}(?:tháng|năm)\s+\d")
_MARK = re.compile('["“”]')
_OPENING = re.compile(r"(?:“|(?<![^\s(])\")(?=\w)")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){phrases('elsewhere')}")


@cache
def _interviews() -> Anchored:
    return Anchored(rf"(?<![^\W_]){phrases('interviews')}", first_words(listed("interviews")))


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{phrases('places')})(?:\s+(?:cuộc|buổi))?\s+$")


class Occasions:
    """The meetings of one article, as its sentences speak of them."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.layer, self.meetings = scene, scene.recognition.layer, scene.meetings
        self._interviews = [match.start() for match in _interviews().finditer(scene.recognition.writing.lower)]

    def of(self, match: Match) -> Event | None:
        """The meeting that a match speaks of, if it is one of the rule's `kinds`."""
        event, kinds = self._of(match), match.rule.options.get("kinds")
        return event if event and (not kinds or event.kind in kinds) else None

    def _of(self, match: Match) -> Event | None:
        """The meeting in a match's roles, else in its sentence, else the one that the text is telling of.

        The rule's `named`: not the latter; `told`: nor where the sentence names another meeting.
        """
        if named := match.roles.get("at"):
            return self._told(named[0])
        sentence = self.scene.recognition.sentence_at(self.layer.offset(match.start))
        inside = self._inside(sentence)
        options = match.rule.options
        if options.get("told") and self._quoted(match):
            return None
        nearest = self._nearest(match, [m for m in inside if not self.meetings.only_mentioned(m)])
        if nearest is not None:
            here = self._is_place(nearest) or not self._to_the_press(sentence)
            return self._told(nearest) if here and (not options.get("told") or self._is_where(nearest)) else None
        if options.get("named") or options.get("told") and inside or self._said_elsewhere(sentence):
            return None
        return self._going_on(sentence, told=bool(options.get("told")), gift=bool(options.get("gift")))

    def _going_on(self, sentence: Sentence, *, told: bool, gift: bool) -> Event | None:
        """The meeting that the text before a sentence tells of, if what the sentence says was done there."""
        event = self._current(sentence)
        if event is None or gift and not self._for_gifts(event):
            return None
        if event.kind != "Họp báo" and self._to_the_press(sentence):
            return None
        if self._on_another_day(sentence, event, sure=told or gift):
            return None
        return event if not told or self._fills_article(event) and not self._since_press(sentence, event) else None

    def _for_gifts(self, event: Event) -> bool:
        """Whether things are handed over at a meeting: at a ceremony, or at the one that the article reports."""
        return event.kind.startswith("Lễ") or event is self.meetings.main and event.kind not in listed("giftless")

    def _on_another_day(self, sentence: Sentence, event: Event, *, sure: bool) -> bool:
        """Whether a sentence opens with another day than that of a meeting; `sure`: or with a day, where that of the
        meeting is not printed."""
        start, end = self.scene.recognition.sentence_span(sentence)
        if sure and _MONTH.match(self.meetings.lower, start, end):
            return True
        opened, printed = self.meetings.days.opening_of(sentence)
        if opened and event.start:
            return not event.start.day <= opened <= (event.end or event.start.day)
        if printed and event.printed:
            return not printed & event.printed
        return sure and bool(printed) and not event.start

    def _to_the_press(self, sentence: Sentence) -> bool:
        """Whether someone speaks to the press in a sentence."""
        start, end = self.scene.recognition.sentence_span(sentence)
        return bisect_left(self._interviews, start) < bisect_left(self._interviews, end)

    def _since_press(self, sentence: Sentence, event: Event) -> bool:
        """Whether someone spoke to the press between the last word of a meeting and a sentence."""
        start, _ = self.scene.recognition.sentence_span(sentence)
        at = bisect_left(self._interviews, start)
        return event.kind != "Họp báo" and bool(at) and self._interviews[at - 1] > event.last_before(start)

    def _fills_article(self, event: Event) -> bool:
        """Whether the article is the report of one meeting, so that what persons say in it was said there."""
        early = event.first < max(_EARLY, len(self.meetings.lower) // 4)
        return event is self.meetings.main and early and (event.first < _LEAD or len(event.told_at) > 2)

    def _told(self, mention: Mention) -> Event | None:
        event = self.meetings.of(mention)
        return None if self.meetings.only_mentioned(mention) or event.aside else event

    def _inside(self, sentence: Sentence) -> list[Mention]:
        start, end = self.scene.recognition.sentence_span(sentence)
        return list(self.scene.recognition.within("meeting", start, end))

    def _nearest(self, match: Match, told: list[Mention]) -> Mention | None:
        """Among the meetings of its sentence: the one inside a match, before it, or just behind it."""
        start, end = self.layer.offset(match.start), self.layer.offset(match.end)
        inside = [m for m in told if start <= m.start < end]
        before = [m for m in told if m.start < start]
        behind = [m for m in told if m.start >= end and self._tied(end, m.start) and not match.rule.options.get("told")]
        return next((found[at] for found, at in ((inside, -1), (before, -1), (behind, 0)) if found), None)

    def _quoted(self, match: Match) -> bool:
        """Whether a match stands inside somebody's words: behind a quotation mark that opens in its line."""
        start = self.layer.offset(match.start)
        line = self.layer.writing.text[:start].rpartition("\n")[2][-_QUOTE:]
        marks = list(_MARK.finditer(line))
        return bool(marks and _OPENING.match(line, marks[-1].start()))

    def _is_where(self, mention: Mention) -> bool:
        """Whether a meeting is where words are said: "tại hội nghị", or the one of which the article is the report."""
        return self._is_place(mention) or self._fills_article(self.meetings.of(mention))

    def _is_place(self, mention: Mention) -> bool:
        """Whether the words before a meeting make it the place of what a sentence tells."""
        before = self.layer.writing.lower[max(0, mention.start - 24):mention.start]
        return bool(_place().search(before))

    def _tied(self, start: int, end: int) -> bool:
        """Whether nothing stands between a verb and a meeting that parts them."""
        return end - start < _BEHIND and not set(",;:") & set(self.scene.text(start, end))

    def _said_elsewhere(self, sentence: Sentence) -> bool:
        """Whether a sentence says that it was said elsewhere: to the press, on the phone, before."""
        return bool(_elsewhere().search(self.layer.lower, sentence.start, sentence.end))

    def _current(self, sentence: Sentence) -> Event | None:
        """The meeting that the text before a sentence tells of, but no ceremony where presence must be said."""
        event = self.meetings.current(self.scene.recognition.sentence_span(sentence)[0])
        return None if event and event.kind in listed("explicit") else event
