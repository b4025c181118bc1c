"""The noun that opens a document's name ("Nghị quyết"), and what may follow it in any form: day, issuer, title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.recognition.document_titles import title_end
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.vi.lexicon import table

_ANY = "".join(MASK[k] for k in ("body", "office", "person"))
# Behind a comma only a further body issues too, where no more is said of it: else it begins what is said next.
_NO_MORE = rf"(?=\s*(?:,\s*{MASK['body']}|(?:về|và|đối với)\s|{MASK['session']}|[.;:)\n{STOP}]|$))"
_BY = (
    rf"(?:(?:của|do|từ)\s+)(?:hội nghị\s+)?([{_ANY}](?:\s*,\s*(?:{MASK['body']}{_NO_MORE}|{MASK['office']}(?=\s+về\s))"
    rf"|\s*và\s*[{_ANY}])*)(?!\s+(?:vừa\s+|đã\s+)?ký(?!\s+ban hành))"
)
_ISSUER, _LATE_ISSUER = re.compile(rf"\s*,?\s*\(?{_BY}"), re.compile(rf"\s+{_BY}")
_CENTRAL = re.compile(
    rf"\s+của\s+(?:hội nghị (?:lần thứ [\w ]{{1,12}},? )?(?:ban chấp hành )?)?trung ương(?:\s+đảng)?"
    rf"(?=\s*(?:về\s|\d|{MASK['session']}|[.,;)\n{STOP}]|$))(?:\s+\d{{1,2}}(?!\w))?"
)
_DAY = re.compile(rf"\s*(?:,?\s*\(?(?:ban hành\s+)?(?:ngày\s+)?({MASK['date']})\)?)")
SESSION = re.compile(rf"(?:\s*({MASK['session']}))")
_OF_PARTY = re.compile(r"\s+của đảng(?=\s+về\s)")
_BODY = re.compile(rf"\s+({MASK['body']})")
_TITLE = re.compile(
    rf"\s*,?\s*(?:chuyên đề\s+)?(?!(?<=,\s)(?:hướng dẫn|quy định|thực hiện|xử lý|làm việc)\s)"
    rf"((?:về(?: việc)?|làm việc|những điều đảng viên|quy định|ban hành|phê duyệt|phê chuẩn|"
    rf"bổ nhiệm|bầu|thi hành|hướng dẫn|đối với|cho phép|xử lý|thực hiện|điều động|chuẩn y|chỉ định|phân công|"
    rf"luân chuyển|thành lập|giải thể|công nhận)\s+[^{STOP}\n;]*)"
)
_NO_NAME = re.compile(r"(?<![^\W_])(?:này|ấy|đó)(?![^\W_])")
QUOTED = re.compile(r"(?:\s*:\s*|\s+)[\"'](?![\s,.;])([^\"\n]{4,220})[\"']")
AWARDING = re.compile(
    r"^(?:về )?(?:kỳ họp|phiên họp)|tặng|khen|bổ nhiệm|điều động|phân công|chỉ định|giữ chức|phê chuẩn|kỷ luật|"
    r"luân chuyển|cán bộ"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as one place names it.

    type      head noun as listed ("Nghị quyết"); number: as printed, or ""
    issuers   the mentions that issued it; dated: the mention of its date
    session   congress term that it belongs to, and `plenum` the session of the Central Committee
    central   of "Trung ương", or of such a session, though its name is another: "Nghị quyết số 12 của Trung ương"
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
    central: bool = False
    title: str = ""
    label: str = ""
    names: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def types() -> dict[str, str]:
    """Head noun in lower case -> the type that it stands for."""
    return {phrase.lower(): entry["type"] for entry in table("documents")["type"] for phrase in entry["phrases"]}


class Head:
    """The noun that opens a document's name, and what has been read behind it.

    at     masked position that is reached; phrase: the noun as printed; capital: whether with a capital
    """

    def __init__(self, layer: Layer, match: re.Match[str]) -> None:
        self.layer = layer
        self.start, self.at = match.start(), match.end()
        phrase = " ".join(match.group(1).split())
        self.type, self.phrase = types()[phrase], phrase
        self.capital = layer.text[match.start()].isupper()
        self.issuers: tuple[Mention, ...] = ()
        self.dated: Mention | None = None
        self.session: list[int] = []
        self.central = False
        self.title = ""

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern matches here, passed over."""
        match = pattern.match(self.layer.lower, self.at)
        if match:
            self.at = match.end()
        return match

    def mentions(self, match: re.Match[str], group: int = 1) -> tuple[Mention, ...]:
        """The mentions in a group of a match."""
        return tuple(self.layer.inside(match.start(group), match.end(group)))

    def tail(self) -> None:
        """Date, issuer and session in any order, then the title."""
        self.take(_OF_PARTY)
        for _ in range(3):
            if not self.dated and (day := self.take(_DAY)):
                self.dated = self.mentions(day)[0]
            if (
                not self.issuers
                and (issuer := self.take(_ISSUER))
                or not self.issuers
                and self.type != "Tờ trình"  # "Tờ trình Chính phủ" is addressed to it
                and (issuer := self.take(_BODY))
            ):
                self.issuers = self.mentions(issuer)
            self.central = self.central or not self.issuers and bool(self.take(_CENTRAL))
            if not self.session and (session := self.take(SESSION)):
                self.session = self.mentions(session)[0].parts["numbers"]
        self._read_title()
        if not self.issuers and (issuer := self.take(_LATE_ISSUER)):  # "Quy chế làm việc của Thành ủy"
            self.issuers = self.mentions(issuer)

    def _read_title(self) -> None:
        if quoted := self.take(QUOTED):
            self.title = self.printed(quoted.start(1), quoted.end(1))
        elif title := _TITLE.match(self.layer.lower, self.at):
            end = title_end(self.layer, title.start(1) + 3, title.end(1))
            self.title = self.printed(title.start(1), end).rstrip(" .,")
            if _NO_NAME.search(self.title) or len(self.title.split()) < 3 and not self.title.startswith("về "):
                self.title = ""  # "Nghị định 139 xử lý là khó", "nghị quyết về việc miễn nhiệm này": said of it
                return
            # What a decision awards or changes, and the session that a notice tells of, is read for its own sake.
            self.at = self.at if AWARDING.search(self.title) else end

    def printed(self, start: int, end: int) -> str:
        """What the text prints between two masked positions."""
        text = self.layer.writing.text[self.layer.offset(start) : self.layer.offset(end - 1) + 1 if end > start else 0]
        last = self.layer.at.get(end - 1)
        if last:
            text = self.layer.writing.text[self.layer.offset(start) : last.end]
        return " ".join(text.split())

    def made(self, end: int | None = None, **said: object) -> Document:
        """The document that has been read, with what else is `said` of it."""
        start, stop = self.layer.offset(self.start), self._offset(end or self.at)
        read = {"issuers": self.issuers, "dated": self.dated, "central": self.central, "title": self.title}
        return Document(self.type, start, stop, **read, **said)  # type: ignore[arg-type]

    def _offset(self, position: int) -> int:
        last = self.layer.at.get(position - 1)
        return last.end if last else self.layer.offset(position - 1) + 1

    def starts_sentence(self) -> bool:
        """Whether the noun is the first word of its sentence."""
        before = self.layer.text[max(0, self.start - 3) : self.start].rstrip(" \"'-")
        return not before or before[-1] in f"{STOP}\n:.…;"

    def printed_issuers(self) -> str:
        """The issuers as the text prints them."""
        first, last = self.issuers[0], self.issuers[-1]
        return " ".join(self.layer.writing.text[first.start : last.end].split())
