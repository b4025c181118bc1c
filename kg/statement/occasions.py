"""Which meeting a rule's match speaks of."""

from __future__ import annotations

from kg.recognition.layer import Mention
from kg.recognition.meeting_names import listed
from kg.recognition.recognition import Sentence
from kg.resolution.events import Event
from kg.rules import Match
from kg.statement.elsewhere import Elsewhere, is_place
from kg.statement.scene import Scene

_EARLY = 1200  # characters within which an article names the meeting that it reports
_LEAD = 700  # characters within which it names one that it does not name again
_BEHIND = 60  # characters within which a meeting behind a verb is what the verb is about


class Occasions:
    """The meetings of one article, as its sentences speak of them."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.layer, self.meetings = scene, scene.recognition.layer, scene.meetings
        self.elsewhere = Elsewhere(scene)

    def of(self, match: Match) -> Event | None:
        """The meeting that a match speaks of, if it is one of the rule's `kinds`."""
        event, kinds = self._of(match), match.rule.options.get("kinds")
        return event if event and (not kinds or event.kind in kinds) else None

    def _of(self, match: Match) -> Event | None:
        """The meeting in a match's roles, else in its sentence, else the one that the text is telling of.

        The rule's `named`: not the latter; `told`: nor where the sentence names another meeting.
        """
        sentence = self.scene.recognition.sentence_at(self.layer.offset(match.start))
        if self.elsewhere.planned(sentence):
            return None
        if named := match.roles.get("at"):
            return self._told(named[0])
        inside = self._inside(sentence)
        options = match.rule.options
        if options.get("told") and self.elsewhere.quoted(self.layer.offset(match.start)):
            return None
        nearest = self._nearest(match, [m for m in inside if not self.meetings.only_mentioned(m)])
        if nearest is None and self.elsewhere.at_another(sentence):
            return None
        if nearest is not None:
            here = is_place(self.scene, nearest.start) or not self.elsewhere.to_the_press(sentence)
            return self._told(nearest) if here and (not options.get("told") or self._is_where(nearest)) else None
        if options.get("named") or options.get("told") and inside or self.elsewhere.said(sentence):
            return None
        return self._going_on(sentence, told=bool(options.get("told")), gift=bool(options.get("gift")))

    def _going_on(self, sentence: Sentence, *, told: bool, gift: bool) -> Event | None:
        """The meeting that the text before a sentence tells of, if what the sentence says was done there."""
        event, elsewhere = self._current(sentence), self.elsewhere
        if event is None or gift and not self._for_gifts(event):
            return None
        if event.kind != "Họp báo" and elsewhere.to_the_press(sentence):
            return None
        if elsewhere.since_another(sentence, event):
            return None
        if elsewhere.on_another_day(sentence, event, sure=told or gift):
            return None
        since = told and (elsewhere.since_another_day(sentence, event) or elsewhere.since_press(sentence, event))
        return event if not told or self._fills_article(event) and not since else None

    def _for_gifts(self, event: Event) -> bool:
        """Whether things are handed over at a meeting: at a ceremony, or at the one that the article reports."""
        dated = event.held or event.start or event.printed
        reported = event is self.meetings.main and dated and self._early(event) and not self._of_before(event)
        return event.kind.startswith("Lễ") or event.kind not in listed("giftless") and bool(reported)

    def _fills_article(self, event: Event) -> bool:
        """Whether the article is the report of one meeting, so that what persons say in it was said there."""
        told = min(event.told_at, default=_LEAD) < _LEAD or len(event.told_at) > 2
        took_place = self._took_place(event) and not self._to_come(event)
        return event is self.meetings.main and self._early(event) and told and took_place

    def _early(self, event: Event) -> bool:
        """Whether an article soon tells of a meeting."""
        length = len(self.meetings.lower)
        return min(event.told_at, default=length) < max(_EARLY, length // 4)

    def _of_before(self, event: Event) -> bool:
        """Whether the text says that a meeting is of an occasion before the one that it reports."""
        return self.meetings.is_of_before(event) or self.elsewhere.in_a_month(event)

    def _took_place(self, event: Event) -> bool:
        """Whether the text says when a meeting was, that it was held, or that something was done there."""
        dated = event.held or event.start or event.printed
        done = bool(dated) or any(is_place(self.scene, start) for start in event.starts)
        inquiry = event.kind == "Kỳ họp" and any(word in event.label.lower() for word in listed("inquiries"))
        return done and not inquiry and not self._of_before(event)

    def _to_come(self, event: Event) -> bool:
        """Whether a meeting was still to be held when the article came out."""
        out = self.scene.article.date
        return bool(out and event.start and event.start.day > out)

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

    def _is_where(self, mention: Mention) -> bool:
        """Whether a meeting is where words are said: "tại hội nghị", or the one of which the article is the report."""
        return is_place(self.scene, mention.start) or self._fills_article(self.meetings.of(mention))

    def _tied(self, start: int, end: int) -> bool:
        """Whether nothing stands between a verb and a meeting that parts them."""
        return end - start < _BEHIND and not set(",;:") & set(self.scene.text(start, end))

    def _current(self, sentence: Sentence) -> Event | None:
        """The meeting that the text before a sentence tells of, but no ceremony where presence must be said."""
        event = self.meetings.current(self.scene.recognition.sentence_span(sentence)[0])
        return None if event and event.kind in listed("explicit") else event
