"""Clauses of giving and receiving: who gave which award to whom, as one sentence says it.

A sentence is read as a row of tokens: mentions (awards, groups, persons, bodies, offices, documents) and the words that
`kg/vi/awards.toml` lists. From each award the reader looks to the left for the verb and who stands before it, and to
the right for "của", "do" and "cho"; what a clause leaves out is taken from the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.recognition.layer import KIND, MASKED, Layer, Mention
from kg.vi.lexicon import alternation, table
from kg.vi.writing import settle_tones

AGENTS = frozenset(("body", "person", "office", "document"))
PARTIES = AGENTS | {"group"}
_PUNCTUATION = {",": "and", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "-": "dash"}
_REACH = 24  # tokens between a verb and the award that it governs


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a phrase of the lists or a mention, between two masked positions."""

    kinds: frozenset[str]
    start: int
    end: int
    text: str
    mention: Mention | None = None

    def any(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the verb before an award says. `verb`: "give", "receive" or ""; `pronoun`: what refers to a receiver."""

    verb: str = ""
    givers: tuple[Mention, ...] = ()
    presenters: tuple[Mention, ...] = ()
    receivers: tuple[Mention, ...] = ()
    pronoun: str = ""
    at: int = -1


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


@dataclass(slots=True)
class _After:
    """What follows an award: its givers, its receivers, and the token reached."""

    givers: tuple[Mention, ...] = ()
    receivers: tuple[Mention, ...] = ()
    told: bool = False  # the receivers stand after "cho" or a verb
    named: bool = False  # the receivers are listed by name: "gồm: ..."
    end: int = 0


@lru_cache(maxsize=1)
def _phrases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, phrases in table("awards")["words"].items():
        for phrase in phrases:
            found.setdefault(settle_tones(phrase), set()).add(kind)
    return {phrase: frozenset(kinds) for phrase, kinds in found.items()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<mask>{MASKED.pattern})|(?P<phrase>(?<![^\W_])(?:{alternation(_phrases())})(?![^\W_]))"
        rf"|(?P<number>\d[\d./]*)|(?P<word>[^\W\d_]+)|(?P<sign>[,;:()-])"
    )


def tokens(layer: Layer, start: int, end: int) -> Iterator[Token]:
    """The tokens between two masked positions of a layer."""
    for match in _pattern().finditer(layer.lower, start, end):
        text = match.group()
        mention = layer.at.get(match.start()) if match.lastgroup == "mask" else None
        if match.lastgroup == "mask":
            kinds = frozenset((KIND[text],)) if mention else frozenset(("word",))
        elif match.lastgroup == "phrase":
            kinds = _phrases()[re.sub(r"\s+", " ", text)]
        else:
            kinds = frozenset((_PUNCTUATION.get(text, match.lastgroup or "word"),))
        yield Token(kinds, match.start(), match.end(), text, mention)


class Clauses:
    """Reads the conferrals of one sentence. `heading`: the frame of a heading above ("Được Nhà nước tặng thưởng:")."""

    def __init__(self, layer: Layer, start: int, end: int, heading: Frame | None = None) -> None:
        self.layer, self.heading = layer, heading
        self.tokens = list(tokens(layer, start, end))
        self.end = end

    # ------------------------------------------------------------ a sentence

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
        return self._frame_of(verbs[-1])

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
        verb = self._verb(first, floor)
        frame = self._frame_of(verb) if verb is not None else self._carried(first, floor, before)
        after = self._after(last, limit, frame)
        awards = [t.mention for t in self.tokens[first:last] if t.any("award") and t.mention]
        made = Conferral(awards, frame, self.tokens[first].start, self.tokens[max(last, after.end) - 1].end)
        made.givers = after.givers or frame.givers or self._given_before(awards, frame, before)
        made.presenters = (*frame.presenters, *(frame.givers if after.givers and frame.verb == "give" else ()))
        made.receivers, made.pronoun = self._receivers(frame, after, verb, first)
        made.told = after.told
        made.withheld = self._withheld(first, floor, verb, limit, before)
        return made, max(last, after.end)

    @staticmethod
    def _given_before(awards: list[Mention], frame: Frame, before: Conferral | None) -> tuple[Mention, ...]:
        """ "Thủ tướng tặng bằng khen cho 31 thành viên, trong đó 21 cầu thủ được tặng": the giver before."""
        if not before or frame.verb != "receive":
            return ()
        same = [m.parts["types"] for m in awards] == [m.parts["types"] for m in before.awards]
        counted = bool(frame.receivers) and all(m.kind == "group" for m in frame.receivers)
        return before.givers if same or counted and before.frame.verb == "give" else ()

    def _receivers(self, frame: Frame, after: _After, verb: int | None, first: int) -> tuple[tuple[Mention, ...], str]:
        if frame.verb == "receive":
            if after.named:
                return after.receivers, ""
            more = after.receivers if after.told else ()
            return (*frame.receivers, *more), "" if frame.receivers or more else frame.pronoun
        if after.receivers or verb is None:
            return after.receivers, ""
        between = [t.mention for t in self.tokens[verb + 1 : first] if t.any(*PARTIES) and t.mention]
        return tuple(between), ""

    # ------------------------------------------------------------ to the left

    def _verb(self, first: int, floor: int) -> int | None:
        """The verb that governs the award at token `first`."""
        for i in range(first - 1, max(floor, first - _REACH) - 1, -1):
            token = self.tokens[i]
            if token.any("semicolon", "colon") or token.any("stop") and not token.any("give", "receive"):
                return None
            if token.any("give"):
                return i
            if token.any("receive"):
                return i if sum(t.any("word", *PARTIES) for t in self.tokens[i + 1 : first]) <= 3 else None
        return None

    def _carried(self, first: int, floor: int, before: Conferral | None) -> Frame:
        """Without a verb of its own: "136 đồng chí Huy hiệu 50 năm" goes on from the clause before."""
        if before is None:
            return self._of_list(first) if not floor else Frame()
        frame = before.frame
        last = self.tokens[first - 1]
        if frame.verb == "receive" and last.any("group") and last.mention and first - 1 >= floor:
            return replace(frame, receivers=(last.mention,), pronoun="")
        return frame

    def _of_list(self, first: int) -> Frame:
        """A line that holds nothing but awards belongs to the heading above, else to whom the text is about."""
        if any(t.any("word", "give", *PARTIES) for t in self.tokens[:first]):
            return Frame()
        if self.heading:
            return self.heading
        alone = all(
            t.any("award", "and", "semicolon", "filler", "number", "date", "open", "close", "dash") or t.text == "năm"
            for t in self.tokens
        )
        return Frame("receive", pronoun="topic") if alone else Frame()

    def _frame_of(self, verb: int) -> Frame:
        token = self.tokens[verb]
        if not token.any("give"):
            return self._receiving(verb)
        agents, left = self._agents_before(verb)
        if (passive := self._passive(left)) is not None:
            givers, presenters = _on_behalf([t for t in self.tokens[passive + 1 : verb] if t.any(*PARTIES, "behalf")])
            return replace(self._receiving(passive), givers=givers, presenters=presenters, at=verb)
        if not agents and (earlier := self._coordinated(verb)) is not None:
            return replace(self._frame_of(earlier), at=verb)
        if not agents:
            agents = self._decided(verb) or self._loosely_coordinated(verb)
        givers, presenters = _on_behalf([t for t in agents if not t.any("group")])
        return Frame("give", givers, presenters, at=verb)

    def _receiving(self, verb: int) -> Frame:
        agents, left = self._agents_before(verb)
        while len(agents) > 1 and left >= 0 and self.tokens[left].any("place"):
            agents, left = agents[1:], left + 1
        if agents and left >= 0 and self.tokens[left].any("place") and agents[0].any("body"):
            agents = self._subject(left) or agents
        if agents:
            return Frame("receive", receivers=tuple(t.mention for t in agents if t.mention), at=verb)
        if any(self.tokens[i].any("him") and not self._plural(i) for i in range(left + 1, verb)):
            return Frame("receive", pronoun="person", at=verb)
        if (earlier := self._coordinated(verb)) is not None and self._frame_of(earlier).verb == "receive":
            return replace(self._frame_of(earlier), at=verb)
        if left >= 0 and self.tokens[left].text == "người":
            return Frame("receive", at=verb)
        if found := self._subject(verb, witnesses=False):
            return Frame("receive", receivers=tuple(t.mention for t in found if t.mention), at=verb)
        if any(t.any("that") for t in self.tokens[:verb]):
            return Frame("receive", pronoun="unit", at=verb)
        spoken = left >= 0 and self.tokens[left].any("word", "witness")
        return Frame("receive", pronoun="" if spoken else "topic", at=verb)

    def _plural(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].text in ("các", "những", "nhiều")

    def _agents_before(self, at: int) -> tuple[list[Token], int]:
        """The list of agents that ends right before token `at`, with words of acting on behalf, and where it starts."""
        found: list[Token] = []
        i = at - 1
        while i >= 0:
            token = self.tokens[i]
            if token.any(*PARTIES, "behalf"):
                if token.any("group") and found and found[0].any("body") and self.tokens[i + 1] is found[0]:
                    found.pop(0)  # "nhiều tập thể, cá nhân Công an tỉnh": the group, whose body is only told
                found.insert(0, token)
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

    def _passive(self, left: int) -> int | None:
        """The "được" that makes a verb of giving passive, at or shortly before token `left`."""
        for i in range(left, max(-1, left - 8), -1):
            token = self.tokens[i]
            if token.any("receive"):
                return i if token.text.startswith("được") else None
            if not token.any("word", "number", "filler", "and", "body", "office", "person"):
                return None
        return None

    def _coordinated(self, verb: int) -> int | None:
        """The verb that this one is joined to: "tặng hoa cho A, trao bằng khen cho B"."""
        i = verb - 1
        while i >= 0 and self.tokens[i].any("filler"):
            i -= 1
        if i < 0 or not self.tokens[i].any("and", "semicolon"):
            return None
        return next((j for j in range(i - 1, -1, -1) if self.tokens[j].any("give", "receive")), None)

    def _decided(self, verb: int) -> list[Token]:
        """ "quyết định của X về việc tặng": X, or the decision with its issuers."""
        i = verb - 1
        while i >= 0 and self.tokens[i].any("filler"):
            i -= 1
        return self._agents_before(i)[0][-1:] if i >= 0 and self.tokens[i].any("about") else []

    def _loosely_coordinated(self, verb: int) -> list[Token]:
        """ "UBND huyện tổ chức lễ tuyên dương và tặng ...": whoever acts in the clause."""
        i = verb - 1
        while i >= 0 and self.tokens[i].any("filler"):
            i -= 1
        return self._subject(i) if i > 0 and self.tokens[i].any("and") else []

    def _subject(self, at: int, *, witnesses: bool = True) -> list[Token]:
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

    # ------------------------------------------------------------ to the right

    def _after(self, at: int, limit: int, frame: Frame) -> _After:
        found = _After(end=at)
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
        agents, j = self._list(i + 1, limit, strict=True, kinds=("body", "person", "office"))
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

    def _receivers_after(self, at: int, limit: int, frame: Frame, found: _After) -> int:
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

    def _take(self, at: int, limit: int, found: _After) -> int:
        found.receivers, end = self._list(at, limit)
        found.end = max(found.end, end)
        return end

    def _preposition(self, at: int, limit: int, frame: Frame) -> int | None:
        """The "cho" or "tặng" that leads to the receivers."""
        for i in range(at, min(limit, at + _REACH)):
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

    def _list(
        self,
        at: int,
        limit: int,
        *,
        strict: bool = False,
        kinds: tuple[str, ...] = ("body", "person", "office", "group"),
    ) -> tuple[tuple[Mention, ...], int]:
        """The parties listed from token `at` on, and the token after; `strict`: no other words between."""
        found: list[Token] = []
        i, words, end = at, 0, at
        while i < limit:
            token = self.tokens[i]
            if token.any(*kinds) and token.mention:
                if found and words and token.any("body"):
                    break  # "em A, học sinh Trường B": where the receiver is from
                if found and words == 0 and end == i and not self._takes_over(found, token):
                    i += 1  # "cán bộ, chiến sĩ Công an tỉnh": the group is named, its body only tells whose
                    end = i
                    continue
                found, words, end = [*found, token], 0, i + 1
            elif token.any("and", "semicolon", "colon", "dash"):
                if found and self._leads_to_verb(i + 1, limit):
                    break
                words = 0 if not token.any("dash") else words
                end = end if found else i + 1
            elif (
                token.any("stop", "give", "receive", "award", "not", "open", "by", "of", "proposed")
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
                if token.any("give", "receive", *PARTIES) and not self._is_more(i, limit):
                    break
                if token.any("group"):
                    found, end = [*found, token], i + 1
        return tuple(t.mention for t in found if t.mention), end

    def _is_more(self, i: int, limit: int) -> bool:
        token = self.tokens[i]
        counted = token.any("group") and token.mention is not None and token.mention.parts["count"] is not None
        return counted and self.tokens[i - 1].any("and", "semicolon") and not self._leads_to_verb(i, limit)

    # ------------------------------------------------------------ denied, proposed, revoked

    def _withheld(self, first: int, floor: int, verb: int | None, limit: int, before: Conferral | None) -> bool:
        if before and before.withheld and (verb is None or not self._agents_before(verb)[0]):
            return True
        if verb is not None and any(
            self.tokens[i].any("not") for i in range(max(floor, verb - 4), verb) if self._near(i, verb)
        ):
            return True
        clause = range(max([floor, *(i + 1 for i in range(first) if self.tokens[i].any("semicolon"))]), first)
        if self._planned([i for i in clause if verb is not None and i < verb]):
            return True
        if any(self.tokens[i].any("proposed") and not self._grounded(i) for i in clause):
            return True
        after = self.tokens[first : len(self.tokens)]
        return any(t.any("proposed") and t.text in ("thu hồi", "hủy", "hủy bỏ") for t in after[:14])

    def _planned(self, clause: list[int]) -> bool:
        """Whether the tokens before a verb say that it is still to come: "sẽ tiếp đón ... và trao tặng"."""
        told = [self.tokens[i] for i in clause if self.tokens[i].any("planned", "done")]
        return bool(told) and told[-1].any("planned")

    def _near(self, i: int, verb: int) -> bool:
        return all(t.any("filler", "receive", "not") or t.any(*AGENTS) for t in self.tokens[i + 1 : verb])

    def _grounded(self, i: int) -> bool:
        return any(t.any("ground") for t in self.tokens[max(0, i - 3) : i])


def _on_behalf(agents: list[Token]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
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

