"""What the verb of a clause says: whether it gives or receives, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.recognition.layer import Mention
from kg.statement.clause_agents import Agents, on_behalf
from kg.statement.clause_tokens import PARTIES, REACH, Token


@dataclass(frozen=True, slots=True)
class Frame:
    """What the verb before an award says. `verb`: "give", "receive" or ""; `pronoun`: what refers to a receiver."""

    verb: str = ""
    givers: tuple[Mention, ...] = ()
    presenters: tuple[Mention, ...] = ()
    receivers: tuple[Mention, ...] = ()
    pronoun: str = ""
    at: int = -1


class Frames:
    """The frames of one sentence. `heading`: that of a heading above ("Được Nhà nước tặng thưởng:")."""

    def __init__(self, tokens: Sequence[Token], heading: Frame | None) -> None:
        self.tokens, self.heading, self.agents = tokens, heading, Agents(tokens)

    def verb(self, first: int, floor: int) -> int | None:
        """The verb that governs the award at token `first`."""
        for i in range(first - 1, max(floor, first - REACH) - 1, -1):
            token = self.tokens[i]
            if token.any("colon") and i and self.tokens[i - 1].any("give", "receive"):
                continue  # "được khen thưởng: Huân chương ..."
            if token.any("semicolon", "colon") or token.any("stop") and not token.any("give", "receive"):
                return None
            if token.any("give"):
                return i
            if token.any("receive"):
                return i if sum(t.any("word", *PARTIES) for t in self.tokens[i + 1 : first]) <= 3 else None
        return None

    def carried(self, first: int, floor: int, before: Frame | None) -> Frame:
        """Without a verb of its own: "136 đồng chí Huy hiệu 50 năm" goes on from the clause before."""
        if before is None:
            return self._of_list(first) if not floor else Frame()
        last = self.tokens[first - 1]
        if before.verb == "receive" and last.any("group") and last.mention and first - 1 >= floor:
            return replace(before, receivers=(last.mention,), pronoun="")
        return before

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

    def of(self, verb: int) -> Frame:
        """What the verb at a token says: who gives, who hands over, who receives."""
        token = self.tokens[verb]
        if not token.any("give"):
            return self._receiving(verb)
        agents, left = self.agents.before(verb)
        if (passive := self.agents.passive(left)) is not None:
            givers, presenters = on_behalf([t for t in self.tokens[passive + 1 : verb] if t.any(*PARTIES, "behalf")])
            return replace(self._receiving(passive), givers=givers, presenters=presenters, at=verb)
        if not agents and (earlier := self._coordinated(verb)) is not None:
            return replace(self.of(earlier), at=verb)
        if not agents:
            agents = self._decided(verb) or self._loosely_coordinated(verb)
        givers, presenters = on_behalf([t for t in agents if not t.any("group")])
        return Frame("give", givers, presenters, at=verb)

    def _several(self, i: int) -> bool:
        """Whether a word is one of a row: "một số bộ, ngành, cơ quan"."""
        return any(t.text in ("một số", "các", "những", "nhiều") for t in self.tokens[max(0, i - 6) : i])

    def _receiving(self, verb: int) -> Frame:
        agents, left = self.agents.before(verb)
        while len(agents) > 1 and left >= 0 and self.tokens[left].any("place"):
            agents, left = agents[1:], left + 1
        if agents and left >= 0 and self.tokens[left].any("place") and agents[0].any("body"):
            agents = self.agents.subject(left) or ([] if self._of_others(left) else agents)
            if not agents:
                return Frame("receive", at=verb)
        if agents:
            return Frame("receive", receivers=tuple(t.mention for t in agents if t.mention), at=verb)
        if any(self.tokens[i].any("him") and not self.agents.plural(i) for i in range(left + 1, verb)):
            return Frame("receive", pronoun="person", at=verb)
        if (earlier := self._coordinated(verb)) is not None and self.of(earlier).verb == "receive":
            return replace(self.of(earlier), at=verb)
        if left >= 0 and self.tokens[left].text == "người":
            return Frame("receive", at=verb)
        if found := self.agents.subject(verb, witnesses=False):
            return Frame("receive", receivers=tuple(t.mention for t in found if t.mention), at=verb)
        if any(self.tokens[i].any("that") and not self._several(i) for i in range(verb)):
            return Frame("receive", pronoun="unit", at=verb)
        several = any(self.tokens[i].any("him") for i in range(left + 1, verb))  # "nhiều đồng chí đã được thưởng"
        starts = left < 0 or self.tokens[left].any("and", "semicolon", "colon", "dash", "close")
        host = any(token.any("ceremony") for token in self.tokens[:verb])  # the host of the ceremony receives
        return Frame("receive", pronoun="topic" if starts and not host and not several else "", at=verb)

    def _of_others(self, of: int) -> bool:
        """Whether a body is only whose the receivers are, and these are not known: "hai cựu sinh viên của X"."""
        token, before = self.tokens[of], self.tokens[max(0, of - 1)]
        return token.any("member") or token.text == "của" and before.any("word", "member")

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
        return self.agents.before(i)[0][-1:] if i >= 0 and self.tokens[i].any("about") else []

    def _loosely_coordinated(self, verb: int) -> list[Token]:
        """ "UBND huyện tổ chức lễ tuyên dương và tặng ...": whoever acts in the clause."""
        i = verb - 1
        while i >= 0 and self.tokens[i].any("filler"):
            i -= 1
        return self.agents.subject(i) if i > 0 and self.tokens[i].any("and") else []
