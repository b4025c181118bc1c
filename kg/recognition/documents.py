"""Documents: directives, resolutions, decisions, laws, by number, session, issuer or title (`kg/vi/documents.toml`).

Numbers are found first, in the plain text, since their suffixes look like bodies ("99/QĐ-UBND"); the documents
themselves are read over the layer in which bodies, persons, dates and sessions are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.recognition.dates import ordinal
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.recognition.territories import CAPITAL
from kg.vi.anchors import DIGITS, Anchored, first_words
from kg.vi.lexicon import alternation, table

_CODE = rf"[{CAPITAL}][{CAPITAL}a-z.]*(?:\d\d)?"
NUMBER = Anchored(
    rf"(?<![\w/])(?:NN|\d{{1,5}}[a-z]?)\s?[-/]\s?(?:(?:19|20)\d\d\s?/\s?)?(?:{_CODE})(?:\s?[-/&]\s?{_CODE})"
    rf"*(?:\s?-\s?\d{{1,2}}(?!\d))?(?![\w/])",
    (DIGITS, "nn"),
)
_SHAPE = re.compile(
    (
        r"(?:CT|NQ|QĐ|QD|KL|QC|QĐi|KH|CTr|CTR|ĐA|NĐ|TT|TTr|CV|TB|HD|BC|CĐ|PL|L|QH|TTLT|SL|UBND|HĐND|"
        r"TU|TW|ĐU|HU|BTC|PA|GM)\b"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as one place names it.

    type      head noun as listed ("Nghị quyết"); number: as printed, or ""
    issuers   the mentions that issued it; dated: the mention of its date
    session   congress term that it belongs to, and `plenum` the session of the Central Committee
    title     what it is about or is called; names: other ways to name it
    """

    type: str
    start: int
    end: int
    number: str = ""
    issuers: tuple[Mention, ...] = ()
    dated: Mention | None = None
    session: int | None = None
    plenum: int | None = None
    title: str = ""
    label: str = ""
    names: tuple[str, ...] = ()


def numbers(text: str, lower: str) -> Iterator[Mention]:
    """The document numbers of a text: "05-CT/TW", "28/2024/NĐ-CP"."""
    for match in NUMBER.finditer(lower, text):
        number = match.group().rstrip(".")  # a full stop ends the sentence, not the number
        if _SHAPE.search(number) and ("/" in number or "-" in number):
            yield Mention("number", match.start(), match.start() + len(number), {"number": number}, "document.number")


@lru_cache(maxsize=1)
def types() -> dict[str, str]:
    """Head noun in lower case -> the type that it stands for."""
    return {phrase.lower(): entry["type"] for entry in table("documents")["type"] for phrase in entry["phrases"]}


@lru_cache(maxsize=1)
def _named_heads() -> frozenset[str]:
    return frozenset(p.lower() for e in table("documents")["type"] if e.get("named") for p in e["phrases"])


@lru_cache(maxsize=1)
def _laws() -> re.Pattern[str]:
    return re.compile(rf"\s+({alternation(law.lower() for law in table('documents')['laws'])})(?![^\W_])")


@lru_cache(maxsize=1)
def _heads() -> Anchored:
    # "kỷ luật", "pháp luật" and "theo quy định" name no document.
    return Anchored(rf"(?<![^\W_])(?<!kỷ )(?<!pháp )({alternation(types())})(?![^\W_])", first_words(types()))


_ANY = "".join(MASK[k] for k in ("body", "office", "person"))
_ISSUER = rf"(?:(?:của|do|từ)\s+)([{_ANY}](?:\s*(?:,|và)\s*[{_ANY}])*)"
_DAY = rf"(?:,?\s*\(?(?:ban hành\s+)?(?:ngày\s+)?({MASK['date']})\)?)"
_SESSION = rf"(?:\s*({MASK['session']}))"
_NUMBERS = re.compile(rf"\s*(?:số)?\s*:?\s*({MASK['number']}(?:\s*(?:,|và|;)\s*(?:số\s+)?{MASK['number']})*)")
_PLAIN_NUMBER = re.compile(
    r"\s+(số\s*:?\s*)?(\d{1,4}(?:\s*(?:,|và)\s*\d{1,4})*)(?![^\Wc]|[%/.,-]|\s*(?:%|năm|tháng|ngày|"
    r"người|tập|cá|đồng|tỷ|triệu|nội|nhiệm|điểm|vụ|trường|cán|đảng|lần))"
)
_PLENUM = re.compile(
    rf"\s+(?:hội nghị\s+)?(?:lần\s+thứ\s+)?(?:ban chấp hành\s+)?(?:{MASK['body']}|trung ương(?:\s+đảng)"
    rf"?)\s+(?:lần\s+thứ\s+)?(\d{{1,2}}|[ivx]+)(?![\w])(?:\s*,?\s*({MASK['session']}))?"
)
_CONGRESS = re.compile(
    rf"\s+((?:đại hội|kỳ họp|hội nghị)(?:[^{STOP}\n,;.()]*?))(?=\s+(?:vào|đã|được|để|với|trong|đi|"
    rf"gắn|của đơn vị|là|và|đến|bằng|theo)\s|[{STOP}\n,;.()]|$)"
)
_TITLE = re.compile(
    rf"\s*,?\s*((?:về(?: việc)?|làm việc|những điều đảng viên|quy định|ban hành|phê duyệt|phê chuẩn|"
    rf"bổ nhiệm|bầu|thi hành|hướng dẫn|đối với|cho phép|xử lý|thực hiện|điều động)\s+[^{STOP}\n;]*)"
    rf""
)
_QUOTED = re.compile(r"\s*:?\s*[\"']([^\"\n]{4,220})[\"']")

@lru_cache(maxsize=1)
def _title_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends a title wherever it stands, and what behind a comma is no more of it."""
    said = table("documents")["title"]
    ends, breaks = alternation(said["ends"]), alternation(said["breaks"])
    return (
        re.compile(rf"\s+(?:{ends})(?![^\W_])|,|\)\s|[.…]\s|[.…]$|\.{{3}}"),
        re.compile(rf"(?:{breaks})(?![^\W_])"),
    )


def _title_end(layer: Layer, start: int, end: int, *, joined: bool = False) -> int:
    """Where a title that begins at `start` ends, at the latest at `end`: its row of verbs or things is read on.

    `joined`: a row only where "và" joins its last.
    """
    ends, breaks = _title_words()
    for cut in ends.finditer(layer.lower, start, end):
        if layer.lower.count('"', start, cut.start()) % 2:  # inside a quotation
            continue
        row = not joined or " và " in layer.lower[cut.end() : end]
        if cut.group() != "," or not row or not _goes_on(layer, cut.end(), end, breaks):
            return _before_bracket(layer.lower, start, cut.start())
    return _before_bracket(layer.lower, start, end)


def _goes_on(layer: Layer, at: int, end: int, breaks: re.Pattern[str]) -> bool:
    """Whether behind a comma a title goes on: in lower case, with no word that begins another clause."""
    more = _MORE.match(layer.text, at, end)
    if not more or breaks.match(layer.lower, more.start(1)):
        return False
    return not _CLAUSE.search(layer.lower, *more.span(1))


def _before_bracket(lower: str, start: int, end: int) -> int:
    """The end of a title without a bracket or a quotation that it does not close or open, and without a last "và"."""
    opened = lower.rfind("(", start, end)
    end = end if opened < 0 or lower.find(")", opened, end) >= 0 else opened
    end -= lower[start:end].endswith('"') and lower.count('"', start, end) % 2
    return end - len(" và") if lower[start:end].endswith(" và") else end


@lru_cache(maxsize=1)
def _no_title() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(table('documents')['title']['no_title'])})(?![^\W_])")


_MORE = re.compile(rf"\s+([^\W\dA-ZĐ][^,;{STOP}\n]*)")
_CLAUSE = re.compile(
    rf"[{MASK['person']}{MASK['date']}]"
    r"|(?<![^\W_])(?:đã|sẽ|đang|nhấn mạnh|cho biết|khẳng định|yêu cầu|phải)(?![^\W_])"
)
_HORIZON = re.compile(rf"đến (?:{MASK['date']}|năm (?:19|20)\d\d)")
_PROGRAMMES = ("Đề án", "Chiến lược", "Cương lĩnh", "Chương trình")
_PROGRAMME_TITLE = re.compile(
    rf"\s+([^{STOP}\n;:.\"']{{8,200}}?)(?=\s+(?:gồm|có|(?<!chương )trình|với)\s|[{STOP}\n;:.\"']|$)"
)

_AWARDING = re.compile(r"tặng|khen|bổ nhiệm|điều động|phân công|chỉ định|giữ chức|phê chuẩn|kỷ luật|luân chuyển|cán bộ")


class _Reader:
    """Reads what follows one document head in a layer."""

    def __init__(self, layer: Layer, match: re.Match[str]) -> None:
        self.layer, self.head = layer, match
        self.start, self.at = match.start(), match.end()
        phrase = " ".join(match.group(1).split())
        self.type, self.phrase = types()[phrase], phrase
        self.capital = layer.text[match.start()].isupper()
        self.issuers: tuple[Mention, ...] = ()
        self.dated: Mention | None = None
        self.session: list[int] = []
        self.title = ""

    def read(self) -> list[Document]:
        """The documents that the head leads to; several where several numbers or sessions follow it."""
        for way in (
            self._numbered,
            self._plenary,
            self._plain_numbered,
            self._listed,
            self._named,
            self._opened,
            self._congress,
            self._unnumbered,
            self._titled,
        ):
            if found := way():
                return found
        return []

    def _take(self, pattern: str | re.Pattern[str]) -> re.Match[str] | None:
        match = re.compile(pattern).match(self.layer.lower, self.at)
        if match:
            self.at = match.end()
        return match

    def _mentions(self, match: re.Match[str], group: int = 1) -> tuple[Mention, ...]:
        return tuple(self.layer.inside(match.start(group), match.end(group)))

    def _tail(self) -> None:
        """Date, issuer and session in any order, then the title."""
        self._take(r"\s+của đảng(?=\s+về\s)")
        for _ in range(3):
            if not self.dated and (day := self._take(rf"\s*{_DAY}")):
                self.dated = self._mentions(day)[0]
            if (
                not self.issuers
                and (issuer := self._take(rf"\s*,?\s*\(?{_ISSUER}"))
                or not self.issuers
                and (issuer := self._take(rf"\s+({MASK['body']})"))
            ):
                self.issuers = self._mentions(issuer)
            if not self.session and (session := self._take(_SESSION)):
                self.session = self._mentions(session)[0].parts["numbers"]
        self._read_title()
        if not self.issuers and (issuer := self._take(rf"\s+{_ISSUER}")):  # "Quy chế làm việc của Thành ủy"
            self.issuers = self._mentions(issuer)

    def _read_title(self) -> None:
        if quoted := self._take(_QUOTED):
            self.title = self._printed(quoted.start(1), quoted.end(1))
        elif title := _TITLE.match(self.layer.lower, self.at):
            end = _title_end(self.layer, title.start(1) + 3, title.end(1))
            self.title = self._printed(title.start(1), end).rstrip(" .,")
            # What a decision awards or changes is read for its own sake.
            self.at = self.at if _AWARDING.search(self.title) else end

    def _printed(self, start: int, end: int) -> str:
        text = self.layer.writing.text[self.layer.offset(start) : self.layer.offset(end - 1) + 1 if end > start else 0]
        last = self.layer.at.get(end - 1)
        if last:
            text = self.layer.writing.text[self.layer.offset(start) : last.end]
        return " ".join(text.split())

    def _made(self, end: int | None = None, **said: object) -> Document:
        start, stop = self.layer.offset(self.start), self._offset(end or self.at)
        return Document(self.type, start, stop, issuers=self.issuers, dated=self.dated, title=self.title, **said)  # type: ignore[arg-type]

    def _offset(self, position: int) -> int:
        last = self.layer.at.get(position - 1)
        return last.end if last else self.layer.offset(position - 1) + 1

    def _numbered(self) -> list[Document]:
        if not (found := self._take(_NUMBERS)):
            return []
        self._tail()
        session = self.session[0] if len(self.session) == 1 else None
        return [
            self._made(number=m.parts["number"], session=session, label=f"{self.type} {m.parts['number']}")
            for m in self._mentions(found)
        ]

    def _plain_numbered(self) -> list[Document]:
        found = _PLAIN_NUMBER.match(self.layer.lower, self.at)
        if not found or not (found[1] or self.capital):
            return []
        self.at = found.end()
        self._tail()
        return [
            self._made(number=number, label=f"{self.type} số {number}", names=(f"{self.type} {number}",))
            for number in re.findall(r"\d+", found[2])
        ]

    def _plenary(self) -> list[Document]:
        """ "Nghị quyết Trung ương 4 (khóa XI, XII)": one for each term."""
        if self.type not in ("Nghị quyết", "Kết luận"):
            return []
        found = self._take(_PLENUM)
        if not found or not (plenum := ordinal(found[1])):
            return []
        sessions = self._mentions(found, 2)[0].parts["numbers"] if found[2] else [None]
        base = f"{self.type} Trung ương {plenum}"
        made = []
        for session in sessions:
            label = f"{base} khóa {_roman(session)}" if session else base
            made.append(self._made(plenum=plenum, session=session, label=label))
        return made

    def _listed(self) -> list[Document]:
        """ "Luật thi đua, khen thưởng", "Bộ luật hình sự": a law of the list, however its letters are cased."""
        if self.phrase not in _named_heads() or not (found := self._take(_laws())):
            return []
        name = self._printed(found.start(1), found.end(1))
        return [self._made(label=f"{self.type} {name[:1].upper()}{name[1:]}")]

    def _titled(self) -> list[Document]:
        """ "Đề án tổng thể phát triển giáo dục đến năm 2030": a programme with a capital, its title right after."""
        if self.type not in _PROGRAMMES or self._starts_sentence():
            return []
        found = _PROGRAMME_TITLE.match(self.layer.lower, self.at)
        if not found or _no_title().match(found[1]):
            return []
        start, end = found.start(1), _title_end(self.layer, found.start(1) + 3, found.end(1), joined=True)
        title = self.layer.text[start:end]
        if len(title.split()) < 4 or not (self.capital or title[0].isupper() or _HORIZON.search(title)):
            return []
        self.at = end
        self.title = self._printed(start, end)
        return [self._made(label=f"{self.type} {self.title}")]

    def _opened(self) -> list[Document]:
        """ "quy chế làm việc của Thành ủy", "công văn cho phép ...": words that open a title even in lower case."""
        opens = _openings().get(self.type)
        issuer = _OWN_ISSUER.match(self.layer.lower, self.at)
        found = opens.match(self.layer.lower, issuer.end() if issuer else self.at) if opens else None
        if not found:
            return []
        whole = self.type != "Quy chế" or found[1] == "quản lý"
        limit = found.end() if whole else (self.layer.lower + ",").index(",", found.end(1))
        end = _title_end(self.layer, found.end(1), min(limit, found.end()))
        self.title = self._printed(found.start(1), end).rstrip(" .,\"'")
        self.at = end
        if issuer:
            self.issuers = self._mentions(issuer)
        of = f"{self.type} của {self._printed_issuers()}" if issuer else self.type
        names = (of,) if issuer else ()
        return [self._made(label=f"{of} {self.title}", names=names)] if len(self.title.split()) > 3 else []

    def _starts_sentence(self) -> bool:
        before = self.layer.text[max(0, self.start - 3) : self.start].rstrip(" \"'-")
        return not before or before[-1] in f"{STOP}\n:.…;"

    def _named(self) -> list[Document]:
        """ "Luật Đất đai", "Điều lệ Đảng": the name follows with a capital."""
        if self.phrase not in _named_heads():
            return []
        found = re.compile(
            rf"\s+(?:((?:[{CAPITAL}{MASK['body']}][\w]*)(?:\s+(?:[{CAPITAL}][\w]*|[^\W\d_]+(?=\s*,\s*[^\W\d_]+ "
            rf"và|\s+và\s)))*"
            r"(?:\s+(?!(?:của|về|và|đã|được|là|có|cho|năm|để|trong|theo|không|thì|do|tại|này|với|ngày|số|"
            r"sửa|nêu|ghi|cũng|phải|sẽ|khi|mới|nếu|từ|đến|sau|bằng|vào|nhằm|quy định(?! về))\b)[^\W\d_]+){0,4}"
            rf"(?:(?<=[Tt]ổ chức)\s+{MASK['body']})?))"
        ).match(self.layer.text, self.at)
        if not found or not self.capital and not self.layer.text[found.start(1)].isupper():
            return self._made_of_plain_law()
        self.at = found.end()
        name = self._printed(found.start(1), found.end(1))
        return [self._made(label=f"{self.type} {name}")]

    def _made_of_plain_law(self) -> list[Document]:
        return [self._made(label=self.type)] if self.type == "Hiến pháp" and self.capital else []

    def _congress(self) -> list[Document]:
        if self.type not in ("Nghị quyết", "Thông báo", "Kết luận", "Văn kiện"):
            return []
        if not (found := self._take(_CONGRESS)):
            return []
        label = f"{self.type} {self._printed(found.start(1), found.end(1))}"
        self.issuers = tuple(m for m in self._mentions(found) if m.kind == "body")[:1]
        if session := self._take(_SESSION):
            label = f"{label} {self._printed(session.start(1), session.end(1))}"
        if len(label.split()) < 4 or label.lower().endswith(_UNTOLD):
            return []
        return [self._made(label=label)]

    def _unnumbered(self) -> list[Document]:
        """By its issuer and what it is about, or by a title in quotes."""
        head = self.at
        quoted = self._take(_QUOTED) if self.capital or self.type in ("Đề án", "Kế hoạch") else None
        if quoted:
            self.title = self._printed(quoted.start(1), quoted.end(1))
        else:
            self._tail()
        if not self._identified(bool(quoted)):
            return []
        about = self.title if not quoted else f'"{self.title}"'
        issuer = f"của {self._printed_issuers()}" if self.issuers and not quoted else ""
        names = [
            " ".join(f"{self.type} {piece}".split()) for piece in (f"{issuer} {about}", about, issuer) if piece.strip()
        ]
        if quoted:
            names.append(self.title)
        label = names[0]
        self.at = max(self.at, head)
        return [self._made(label=label, names=tuple(dict.fromkeys(names[1:])))]

    def _identified(self, quoted: bool) -> bool:
        if quoted:
            return True
        strong = self.type not in ("Quyết định", "Báo cáo", "Thông báo", "Kết luận", "Chương trình", "Thông cáo")
        if self.issuers:
            return bool(self.title) or self.capital and strong
        return self.capital and bool(self.title) and strong and len(self.title.split()) > 3

    def _printed_issuers(self) -> str:
        first, last = self.issuers[0], self.issuers[-1]
        return " ".join(self.layer.writing.text[first.start : last.end].split())


# "phát biểu kết luận hội nghị": a speech; a document of a meeting says which meeting.
_UNTOLD = ("kết luận hội nghị", "kết luận kỳ họp", "kết luận đại hội", "hội nghị này", "kỳ họp này", "đại hội này")
_OWN_ISSUER = re.compile(rf"\s+của\s+([{MASK['body']}])")


@lru_cache(maxsize=1)
def _openings() -> dict[str, re.Pattern[str]]:
    """Type -> the words that open its title, and the rest of the clause."""
    return {
        entry["type"]: re.compile(rf"\s+[\"']?({alternation(entry['opens'])})(?![^\W_])[^{STOP}\n;]*")
        for entry in table("documents")["type"]
        if "opens" in entry
    }


def _roman(number: int) -> str:
    pairs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, letters in pairs:
        while number >= value:
            text, number = text + letters, number - value
    return text


_NOT_HEAD = re.compile(
    r"(?:đã|được|có|việc|sẽ|phải|tự|quyền|không|chưa|cũng|để|và|đang|vừa|cùng|nhất trí|xem xét|là)\s+$"
)


def documents(layer: Layer) -> Iterator[Mention]:
    """The documents named in a layer with bodies, persons, offices, dates, sessions and numbers masked."""
    reached = 0
    for match in layer.find(_heads()):
        if match.start() < reached:
            continue
        reader = _Reader(layer, match)
        if not reader.capital and _is_verb(layer, match, reader):
            continue
        found = reader.read()
        if found:
            reached = reader.at
            yield Mention("document", found[0].start, max(d.end for d in found), {"documents": found}, "document")


def _is_verb(layer: Layer, match: re.Match[str], reader: _Reader) -> bool:
    """ "X quyết định ...", "X thông báo ...": an act, unless a number follows."""
    if _NUMBERS.match(layer.lower, match.end()):
        return False
    before = layer.lower[max(0, match.start() - 12) : match.start()]
    acts = ("Quyết định", "Thông báo", "Kết luận", "Quy định", "Báo cáo", "Hướng dẫn", "Kế hoạch", "Chương trình")
    return reader.type in acts and bool(
        _NOT_HEAD.search(before)
        or MASK["person"] in before[-2:]
        or MASK["body"] in before[-2:]
        or MASK["office"] in before[-2:]
    )
