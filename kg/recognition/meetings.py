"""Meetings: where their names begin (`kg/vi/lists/meeting-heads.txt`) and how far they go.

A name goes on over what the meeting is about, of whom, its ordinal and term, until a verb, a date, a place or a
purpose. A head alone ("tại hội nghị") refers back; what it refers to is settled in resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.recognition.dates import ordinal
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.recognition.territories import CAPITAL
from kg.vi.lexicon import compile_list, words


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as one place names it. `bare`: nothing but its head is printed. `body`: the mention whose meeting it is."""

    kind: str
    label: str
    start: int
    end: int
    bare: bool
    ordinal: int | None = None
    term: tuple[int, int] | None = None
    session: int | None = None
    body: Mention | None = None
    dated: Mention | None = None


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Head in lower case -> kind of meeting."""
    return {head.lower(): said for head, said in words("meeting-heads").items()}


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return compile_list(kinds())


# What ends a meeting's name.
_STOPS = re.compile(
    rf"[{STOP}\n;:]|\s*[{MASK['date']}]|\.\s|\s-\s|,(?!\s*(?:{MASK['session']}|{MASK['term']}|khóa|nhiệm kỳ|lần thứ|triển khai|phương hướng|đón nhận|biểu dương|"
    rf"tuyên dương|khen thưởng|trao|công bố|ký kết|quán triệt|đánh giá tình hình|đánh giá kết quả|ra mắt|nguyên lãnh đạo|kỷ niệm|quyết định))"
    r"|\s+(?:để|nhằm|do|vào|diễn ra|được|đã|sẽ|đang|vừa|có|bắt đầu|thành công|là|thì|mà|nếu|khi|với sự|dưới sự|cho rằng|phát biểu|chủ trì|thống nhất|cũng|còn|"
    r"nêu|nhấn mạnh|khẳng định|yêu cầu|đề nghị|thông qua|bầu ra|tập trung|nghe|diễn|gồm|bao gồm|nhân dịp|nhân|theo|sáng|chiều|tối|ngày|hôm|trong|sau|trước|từ|cùng|"
    r"đồng chí|các đồng chí|ông|bà|trên|này|đó|nói trên|như|tại|ở|bằng|qua|cho biết|tiến hành|kết thúc|khai mạc|bế mạc|thảo luận|biểu quyết|quyết nghị|xem xét|tổ chức|tham dự|dự)(?![^\W_])")
# What a name may start with behind its head; anything else leaves the head alone.
_GOES_ON = re.compile(
    rf"\s+(?:[\"'{MASK['body']}{MASK['document']}{MASK['session']}{CAPITAL}\d]|\(?{MASK['term']}|(?:sơ kết|tổng kết|lần|thứ|bất thường|thường kỳ|thường lệ|chuyên đề|toàn quốc|công bố|trao|kỷ niệm|"
    r"đón|ký|về|với|triển khai|quán triệt|học tập|giao ban|trực tuyến|biểu dương|tuyên dương|tôn vinh|phát động|khai|bế|giới thiệu|hiệp thương|tiếp xúc|cán bộ|ban chấp hành|đại biểu|"
    r"đảng|chi bộ|khởi công|khánh thành|ra mắt|thành lập|kết nạp|bàn giao|truy điệu|viếng|tang|tiễn|tặng|phổ biến|góp ý|lấy ý kiến|đánh giá|bàn|nhân dân|cử tri|giữa|công tác|"
    r"gặp mặt|xúc tiến|hợp tác|đối thoại|tham vấn|phối hợp|rà soát|chất vấn|bàn giao|báo cáo|giám sát|kiểm tra|khoa học|quốc tế|kiến|thi đua|điển hình|mừng|chào|hưởng ứng|tri ân|các|cấp|thảo luận|xét|liên|mở rộng|giữ|thực hiện|nâng|xây dựng|phát triển|tập huấn|đóng góp|tư vấn|thường trực|phản biện|thẩm định|sơ khảo|nghiệm thu|đầu tiên|cuối|chính thức|đặc biệt|trù bị))")
_ORDINAL = re.compile(r"(?:lần\s+(?:thứ\s+)?|thứ\s+)(\d{1,3}|[ivxl]+|(?:hai mươi|mười)?\s?(?:nhất|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mốt))(?![\w])|^(?:hội nghị|đại hội|kỳ họp|phiên họp)\s+(?:trung ương\s+)?(\d{1,3}|[ivxl]+)(?![\w])")
_PLACE_TAIL = re.compile(r"\s+(?:của|về|với|và|cho|cấp|giữa|các|năm)$")


def meetings(layer: Layer) -> Iterator[Mention]:
    """The meetings of a layer with bodies, persons, documents, dates, terms and sessions masked."""
    reached = 0
    for match in _heads().finditer(layer.lower):
        if match.start() < reached or _part_of_other(layer, match):
            continue
        end = _name_end(layer, match)
        meeting = _meeting(layer, match, end)
        reached = end
        yield Mention("meeting", meeting.start, meeting.end, {"meeting": meeting}, "meeting.name")


def _part_of_other(layer: Layer, match: re.Match[str]) -> bool:
    """"lễ" in "nghi lễ", "giải" in "lời giải"; a head of one syllable must begin a name."""
    head = match.group()
    if " " in head:
        return False
    return head in ("lễ", "chiêu đãi") and not _GOES_ON.match(layer.lower, match.end()) and not layer.text[match.start()].isupper()


def _name_end(layer: Layer, match: re.Match[str]) -> int:
    """The masked position where the meeting's name ends."""
    stop = _STOPS.search(layer.lower, match.end())
    end = stop.start() if stop else len(layer.lower)
    if end > match.end() and not _GOES_ON.match(layer.text, match.end()) and not _GOES_ON.match(layer.lower, match.end()):
        return match.end()
    name = layer.text[match.start():end]
    name = re.sub(rf"\s+[{MASK['person']}{MASK['office']}].*$", "", name) if not re.search(r"về|của|với|viếng|tang", name) else name
    while (tail := _PLACE_TAIL.search(name)):
        name = name[:tail.start()]
    name = name.rstrip(" ,(-'\"") if name.count('"') % 2 else name.rstrip(" ,(-")
    return max(match.end(), match.start() + len(name))


def _meeting(layer: Layer, match: re.Match[str], end: int) -> Meeting:
    start, stop = layer.offset(match.start()), _offset(layer, end)
    inside = list(layer.inside(match.start(), end))
    term = next((m.parts for m in inside if m.kind == "term"), None)
    session = next((m.parts["numbers"][0] for m in inside if m.kind == "session"), None)
    number = _ORDINAL.search(layer.lower, match.start(), end) or _ORDINAL.search(layer.lower[match.start():end])
    return Meeting(
        kind=kinds()[" ".join(match.group().split())],
        label=" ".join(layer.writing.text[start:stop].split()),
        start=start, end=stop, bare=end == match.end(),
        ordinal=ordinal(number[1] or number[2]) if number else None,
        term=(term["start"], term["end"]) if term else None,
        session=session,
        body=next((m for m in inside if m.kind == "body"), None),
        dated=None,
    )


def _offset(layer: Layer, position: int) -> int:
    last = layer.at.get(position - 1)
    return last.end if last else layer.offset(position - 1) + 1
