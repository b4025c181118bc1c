"""Who gave which award to whom: clause by clause, with what a clause leaves out taken from the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.fact import Entity, Fact, Value
from kg.recognition.layer import MASK, STOP, Mention
from kg.recognition.persons import Person
from kg.resolution.bodies import Known
from kg.resolution.persons import Individual
from kg.statement.scene import Scene, fact
from kg.vi.writing import fold

_GIVE = re.compile(r"(?<![^\W_])(?:trao tặng|truy tặng|phong tặng|tặng thưởng|trao|tặng|khen thưởng|gắn|thưởng|truy phong|ký quyết định tặng)(?![^\W_])")
_GET = re.compile(r"(?<![^\W_])(?:(?:vinh dự |đã |từng |hai lần |nhiều lần |vừa |cũng )*(?:được|đón nhận|nhận|đạt|đoạt|giành|có))(?![^\W_])")
_NEGATED = re.compile(r"(?<![^\W_])(?:không|chưa|thu hồi|hủy|tước|đề nghị|đề xuất|xét|dự kiến|sẽ|hồ sơ|tiêu chuẩn|trình|kiến nghị|từ chối|danh sách)(?![^\W_])[^.;]{0,60}$")
_BETWEEN = re.compile(rf"\s*(?:,|;|và|cùng|kèm|:|-|\d+|nhiều|các|một|bức|chiếc|tấm|những|danh hiệu|\(\d{{4}}(?:-\d{{4}})?\)|năm|lá|{MASK['date']}|\s)*\s*")
_REASON = re.compile(rf"(?:vì|do|đã)?\s*(?:đã\s+)?((?:có (?:nhiều )?(?:thành tích|đóng góp|công lao)|có công|hoàn thành|đạt tiêu chuẩn|vì sự nghiệp|đạt thành tích)[^{STOP}\n;{MASK['group']}{MASK['body']}{MASK['person']}]*)")
_PERIOD = re.compile(r"(?:giai đoạn|năm|\()\s*((?:19|20)\d\d)\s*(?:-\s*((?:19|20)\d\d))?")
_OF_GIVER = re.compile(rf"\s*(?:\([^)]*\)\s*)?(?:của|do)\s+([{MASK['body']}{MASK['office']}{MASK['person']}](?:\s*(?:,|và)\s*[{MASK['body']}{MASK['office']}{MASK['person']}])*)")
_AGENTS = f"{MASK['body']}{MASK['office']}{MASK['person']}"
_STATE = re.compile(r"(?:đảng,? (?:và )?nhà nước|đảng và nhà nước|nhà nước)")
_FORMER_LIST = re.compile(r"(?:khen thưởng|được tặng|trao tặng|phần thưởng|cao quý)[^\n]{0,120}:\s*$")


@dataclass(slots=True)
class Conferral:
    """One clause's award: its types, who gives, who receives, and where it is said."""

    mentions: list[Mention]
    start: int
    end: int
    types: list[str] = field(default_factory=list)
    givers: list[Mention] = field(default_factory=list)
    receivers: list[Mention] = field(default_factory=list)


class Awards:
    """The conferrals of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.layer = scene, scene.recognition.layer
        self._named: list[Mention] = []

    def facts(self) -> Iterator[Fact]:
        for sentence in self.scene.recognition.sentences:
            yield from self._sentence(sentence.start, sentence.end)

    # ------------------------------------------------------------ clauses

    def _sentence(self, start: int, end: int) -> Iterator[Fact]:
        clusters = self._clusters(start, end)
        for i, cluster in enumerate(clusters):
            floor = clusters[i - 1].end if i else start
            ceiling = clusters[i + 1].start if i + 1 < len(clusters) else end
            if _NEGATED.search(self.layer.lower, max(start, cluster.start - 90), cluster.start):
                continue
            self._read(cluster, start, floor, ceiling, end)
            yield from self._stated(cluster, ceiling)

    def _clusters(self, start: int, end: int) -> list[Conferral]:
        """Awards that stand together ("cờ, bằng khen") make one conferral."""
        found: list[Conferral] = []
        for position in range(start, end):
            mention = self.layer.at.get(position)
            if not mention or mention.kind != "award":
                continue
            if found and _BETWEEN.fullmatch(self.layer.lower, found[-1].end, position):
                found[-1].mentions.append(mention)
                found[-1].end = position + 1
            else:
                found.append(Conferral([mention], position, position + 1))
        for cluster in found:
            cluster.types = [name for m in cluster.mentions for name in m.parts["types"]]
        return found

    def _read(self, cluster: Conferral, start: int, floor: int, ceiling: int, end: int) -> None:
        before = self.layer.lower[floor:cluster.start]
        give = list(_GIVE.finditer(self.layer.lower, floor, cluster.start))
        get = list(_GET.finditer(self.layer.lower, floor, cluster.start))
        after = self._givers_after(cluster)
        if get and (not give or get[0].start() < give[-1].start()):
            receivers = self._inside(floor, get[0].start(), ("person", "body", "group", "office"))
            cluster.receivers = receivers[-3:] if receivers else []
            cluster.givers = after or self._inside(get[-1].end(), give[-1].start() if give and give[-1].start() > get[-1].end() else cluster.start,
                                                   ("body", "office", "person"))
            if not cluster.receivers or self._to_others(cluster, ceiling):
                cluster.receivers = self._after(cluster, ceiling) or cluster.receivers
        elif give:
            cluster.givers = after or self._last_agents(floor, give[-1].start()) or self._last_agents(start, give[-1].start())
            cluster.receivers = self._after(cluster, ceiling)
        elif before.strip() in ("", ",", ";", "và") or after:
            cluster.givers, cluster.receivers = after, self._after(cluster, ceiling)

    def _to_others(self, cluster: Conferral, ceiling: int) -> bool:
        return bool(re.match(r"[^,;]{0,40}(?<![^\W_])cho\s", self.layer.lower[cluster.end:ceiling]))

    def _inside(self, start: int, end: int, kinds: tuple[str, ...]) -> list[Mention]:
        return [m for m in self.layer.inside(start, max(start, end)) if m.kind in kinds]

    def _last_agents(self, start: int, end: int) -> list[Mention]:
        """The agents that lead to the verb: the last one, with those coordinated to it."""
        found = [p for p in range(start, end) if (m := self.layer.at.get(p)) and m.kind in ("body", "office", "person")]
        if not found:
            return []
        first = len(found) - 1
        while first and re.fullmatch(r"\s*(?:,|và|;)\s*", self.layer.lower[found[first - 1] + 1:found[first]]):
            first -= 1
        return [self.layer.at[p] for p in found[first:]]

    def _givers_after(self, cluster: Conferral) -> list[Mention]:
        match = _OF_GIVER.match(self.layer.lower, cluster.end)
        if not match:
            return []
        cluster.end = match.end()
        return list(self.layer.inside(match.start(1), match.end(1)))

    def _after(self, cluster: Conferral, ceiling: int) -> list[Mention]:
        """The receivers that follow: after "cho", until the next clause."""
        text = self.layer.lower[cluster.end:ceiling]
        stop = re.search(r";|(?<![^\W_])(?:nhân dịp|tại|đồng thời|trước đó|dịp này|vì|ngay sau|do)(?![^\W_])", text)
        end = cluster.end + (stop.start() if stop else len(text))
        found = self._inside(cluster.end, end, ("group", "person", "body", "office"))
        given = re.search(r"(?<![^\W_])(?:cho|đến)(?![^\W_])", text)
        if not given and found and found[0].kind == "body" and cluster.mentions:
            return [m for m in found if m.kind in ("group", "person")]
        return found

    # ------------------------------------------------------------ facts

    def _stated(self, cluster: Conferral, ceiling: int) -> Iterator[Fact]:
        recipients = tuple(self._recipients(cluster))
        if not recipients:
            return
        passage = (self.scene.span(self.layer.offset(min(cluster.start, *self._positions(cluster))),
                                   max(m.end for m in (*cluster.mentions, *cluster.givers, *cluster.receivers))),)
        awarders = tuple(self._awarders(cluster))
        told = self.layer.lower[cluster.end:ceiling]
        years = _PERIOD.search(self.scene.recognition.layer.writing.lower[self.layer.offset(cluster.end):self.layer.offset(ceiling)])
        reason = _REASON.search(told)
        roles: dict[str, Value] = {"awarders": awarders, "recipients": recipients}
        if reason:
            roles["reason"] = self._reason(cluster.end + reason.start(1), cluster.end + reason.end(1))
        if years:
            roles["periodStart"], roles["periodEnd"] = int(years[1]), int(years[2] or years[1])
        at = self._meeting(cluster)
        joined = [", ".join(cluster.types)] if self._flag_and_certificate(cluster) else cluster.types
        for name in joined:
            yield fact("Award", passage, "award.conferred", type=name[:1].upper() + name[1:], presentedAt=at, **roles)

    def _flag_and_certificate(self, cluster: Conferral) -> bool:
        return len(cluster.types) == 2 and [fold(t) for t in cluster.types] == ["cờ", "bằng khen"]

    def _positions(self, cluster: Conferral) -> list[int]:
        return [self.layer.place(m.start) for m in (*cluster.mentions, *cluster.givers, *cluster.receivers)]

    def _reason(self, start: int, end: int) -> str:
        layer = self.layer
        return " ".join(layer.writing.text[layer.offset(start):layer.offset(end)].split()).strip(" ,.")

    def _meeting(self, cluster: Conferral) -> Entity | None:
        before = [m for m in self.scene.recognition.of("meeting") if m.start < cluster.mentions[0].start]
        return self.scene.event(self.scene.meetings.of(before[-1])) if before else None

    def _awarders(self, cluster: Conferral) -> Iterator[Entity]:
        seen = set()
        for mention in cluster.givers:
            for agent in self.scene.agents(mention, posts=True):
                entity = self.scene.value(agent)
                if entity.key not in seen:
                    seen.add(entity.key)
                    yield entity

    def _recipients(self, cluster: Conferral) -> Iterator[Entity]:
        seen = set()
        for mention in cluster.receivers:
            if mention.kind == "group":
                yield from self._groups(mention)
                continue
            for agent in self.scene.agents(mention):
                if isinstance(agent, Individual | Known) and id(agent) not in seen:
                    seen.add(id(agent))
                    yield self.scene.value(agent)

    def _groups(self, mention: Mention) -> Iterator[Entity]:
        count, kind = mention.parts["count"], mention.parts["kind"]
        span = self.scene.span(mention.start, mention.end)
        label = f"{count} {kind}" if count is not None else kind
        values: dict[str, object] = {"memberKind": kind}
        if count is not None:
            values["memberCount"] = count
        yield Entity("RecipientGroup", (fold(self.scene.article.id), str(span.start), fold(label)), label, (), values, (span,), "award.group")  # type: ignore[arg-type]


__all__ = ["Awards", "Person"]
