"""The forms in which a document is named: by number, plenum, name, congress, issuer and title, or title alone.

Each function reads one form behind a head and returns the documents found, or none and the head where it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.recognition.dates import ordinal
from kg.recognition.document_heads import AWARDING, QUOTED, SESSION, Document, Head
from kg.recognition.document_titles import no_title, title_end
from kg.recognition.layer import MASK, STOP, Mention
from kg.recognition.territories import CAPITAL
from kg.vi.lexicon import alternation, table

NUMBERS = re.compile(rf"\s*(?:số)?\s*:?\s*({MASK['number']}(?:\s*(?:,|và|;)\s*(?:số\s+)?{MASK['number']})*)")
_PLAIN_NUMBER = re.compile(
    r"\s+(số\s*:?\s*)?(\d{1,4}(?:\s*(?:,|và)\s*\d{1,4})*)(?![^\Wc]|[%/-]|[.,]\d|\s*(?:%|năm|tháng|"
    rf"ngày(?!\s*{MASK['date']})|"
    r"người|tập|cá|đồng|tỷ|triệu|nội|nhiệm|điểm|vụ|trường|cán|đảng|lần"
    rf"|{MASK['office']}))"
)
_PLENUM = re.compile(
    rf"\s+(?:hội nghị\s+)?(?:lần\s+thứ\s+)?(?:ban chấp hành\s+)?(?:{MASK['body']}|trung ương(?:\s+đảng)"
    rf"?)\s+(?:lần\s+thứ\s+)?(\d{{1,2}}|[ivx]+)(?![\w])(?:\s*,?\s*({MASK['session']}))?"
)
_NAMED_PLENUM = re.compile(
    rf"\s+hội nghị\s+lần\s+thứ\s+(\d{{1,2}}|[^\W\d_]+(?:\s+[^\W\d_]+)?)\s*,?\s*({MASK['body']})"
    rf"(?:\s*,?\s*({MASK['session']}))?"
)
_CENTRAL = "Ban Chấp hành Trung ương Đảng"
_CONGRESS = re.compile(
    rf"\s+((?:đại hội|kỳ họp|hội nghị)(?:[^{STOP}\n,;.()]*?))(?=\s+(?:vào|đã|được|để|với|trong|đi|"
    rf"gắn|của đơn vị|là|và|đến|bằng|theo|sau|trên|từ|qua|phát|trực tuyến|ngày)\s"
    rf"|\s+đề ra|\s*{MASK['date']}|[{STOP}\n,;.()]|$)"
)
_HORIZON = re.compile(rf"đến (?:{MASK['date']}|năm (?:19|20)\d\d)")
_PROGRAMMES = ("Đề án", "Chiến lược", "Cương lĩnh", "Chương trình")
_PROGRAMME_TITLE = re.compile(
    rf"\s+([^{STOP}\n;:.\"']{{8,200}}?)(?=\s+(?:gồm|có|(?<!chương )trình|(?<!đối )với)\s|[{STOP}\n;:.\"']|$)"
)
# "phát biểu kết luận hội nghị": a speech; a document of a meeting says which meeting.
_UNTOLD = ("kết luận hội nghị", "kết luận kỳ họp", "kết luận đại hội", "hội nghị này", "kỳ họp này", "đại hội này")
# "ban hành quy định về ...": a document, though in lower case; not "ban hành các quy định", nor one of many wrong acts,
# nor the word that goes out of a meeting: "ra thông báo kỳ họp thứ 20".
_AMENDS = re.compile(
    rf"\s+(sửa đổi,? (?:và )?bổ sung (?:một số )?(?:điều|nội dung) (?:của )?(?:các )?(?:bộ )?"
    rf"(?:luật|nghị định|pháp lệnh|hiến pháp))[^{STOP}\n;]*"
)
_MANY = re.compile(r"(?<![^\W_])(?:các|những|nhiều|mọi)\s+$")
_PUT_OUT = re.compile(r"(?<![^\W_])(?:ra|ban hành)\s+$")
_OF_MEETING = re.compile(r"(?:về\s+)?(?:kết quả\s+)?(?:kỳ họp|hội nghị|phiên họp|cuộc họp|đại hội)(?![^\W_])")
_FAULT = re.compile(r"(?<![^\W_])(?:vi phạm các|không đúng|trái (?:với|quy)|sai thẩm quyền)")
_ANOTHER = re.compile(rf"\s*(?:,|và)\s*{MASK['body']}")
_SAID_OF_ONE = re.compile(r"(?:này$|phối hợp chặt chẽ)")  # "giữa các cơ quan này": no title
_OWN_ISSUER = re.compile(rf"\s+của\s+([{MASK['body']}])")


@lru_cache(maxsize=1)
def _named_heads() -> frozenset[str]:
    return frozenset(p.lower() for e in table("documents")["type"] if e.get("named") for p in e["phrases"])


@lru_cache(maxsize=1)
def _laws() -> re.Pattern[str]:
    return re.compile(rf"\s+({alternation(law.lower() for law in table('documents')['laws'])})(?![^\W_])")


@lru_cache(maxsize=1)
def _openings() -> dict[str, re.Pattern[str]]:
    """Type -> the words that open its title, and the rest of the clause."""
    return {
        entry["type"]: re.compile(rf"\s+[\"']?((?:về\s+)?{alternation(entry['opens'])})(?![^\W_])[^{STOP}\n;]*")
        for entry in table("documents")["type"]
        if "opens" in entry
    }


def _numbered(head: Head) -> list[Document]:
    if not (found := head.take(NUMBERS)):
        return []
    head.tail()
    session = head.session[0] if len(head.session) == 1 else None
    return [
        head.made(number=m.parts["number"], session=session, label=f"{head.type} {m.parts['number']}")
        for m in head.mentions(found)
    ]


def _plain_numbered(head: Head) -> list[Document]:
    found = _PLAIN_NUMBER.match(head.layer.lower, head.at)
    if not found or not (found[1] or head.capital and head.phrase not in _named_heads()):  # "Hiến pháp 2013": a year
        return []
    head.at = found.end()
    head.tail()
    return [
        head.made(number=number, label=f"{head.type} số {number}", names=(f"{head.type} {number}",))
        for number in re.findall(r"\d+", found[2])
    ]


def _plenary(head: Head) -> list[Document]:
    """ "Nghị quyết Trung ương 4 (khóa XI, XII)": one for each term."""
    if head.type not in ("Nghị quyết", "Kết luận"):
        return []
    found, last = head.take(_PLENUM), 2
    if not found and (found := _NAMED_PLENUM.match(head.layer.lower, head.at)) and _is_central(head.mentions(found, 2)):
        head.at, last = found.end(), 3
    if not found or not (plenum := ordinal(found[1])):
        return []
    sessions = head.mentions(found, last)[0].parts["numbers"] if found[last] else [None]
    base = f"{head.type} Trung ương {plenum}"
    made = []
    for session in sessions:
        label = f"{base} khóa {_roman(session)}" if session else base
        made.append(head.made(plenum=plenum, session=session, label=label))
    return made


def _is_central(bodies: tuple[Mention, ...]) -> bool:
    return all(body.parts["body"].head.name == _CENTRAL for body in bodies)


def _listed(head: Head) -> list[Document]:
    """ "Luật thi đua, khen thưởng", "Bộ luật hình sự": a law of the list, however its letters are cased."""
    if head.phrase not in _named_heads() or not (found := head.take(_laws())):
        return []
    name = head.printed(found.start(1), found.end(1))
    return [head.made(label=f"{head.type} {name[:1].upper()}{name[1:]}")]


def _titled(head: Head) -> list[Document]:
    """ "Đề án tổng thể phát triển giáo dục đến năm 2030": a programme with a capital, its title right after."""
    if head.type not in _PROGRAMMES or head.starts_sentence():
        return []
    found = _PROGRAMME_TITLE.match(head.layer.lower, head.at)
    if not found or no_title().match(found[1]):
        return []
    start, end = found.start(1), title_end(head.layer, found.start(1) + 3, found.end(1), joined=True)
    title = head.layer.text[start:end]
    if len(title.split()) < 4 or not (head.capital or title[0].isupper() or _HORIZON.search(title)):
        return []
    head.at = end
    head.title = head.printed(start, end)
    return [head.made(label=f"{head.type} {head.title}")]


def _opened(head: Head) -> list[Document]:
    """ "quy chế làm việc của Thành ủy", "công văn cho phép ...": words that open a title even in lower case."""
    opens = _openings().get(head.type)
    issuer = _OWN_ISSUER.match(head.layer.lower, head.at)
    found = opens.match(head.layer.lower, issuer.end() if issuer else head.at) if opens else None
    if not found:
        return []
    whole = head.type != "Quy chế" or found[1] == "quản lý"
    limit = found.end() if whole else (head.layer.lower + ",").index(",", found.end(1))
    end = title_end(head.layer, found.end(1), min(limit, found.end()))
    head.title = head.printed(found.start(1), end).rstrip(" .,\"'")
    head.at = end
    if issuer:
        head.issuers = head.mentions(issuer)
    of = f"{head.type} của {head.printed_issuers()}" if issuer else head.type
    names = (of,) if issuer else ()
    if head.type == "Quy chế" and found[1] == "làm việc":
        head.issuers = head.issuers or _worker(head, found.end(1))
    told = len(head.title.split()) > 3 and not _SAID_OF_ONE.search(head.title)
    return [head.made(label=f"{of} {head.title}", names=names)] if told else []


def _worker(head: Head, at: int) -> tuple[Mention, ...]:
    """The body whose way of working a document rules: it makes these rules itself, but for an inspection committee."""
    own = _OWN_ISSUER.match(head.layer.lower, at)
    if not own or _ANOTHER.match(head.layer.lower, own.end()):
        return ()
    return tuple(m for m in head.mentions(own) if not m.parts["body"].head.name.startswith("Ủy ban Kiểm tra"))


def _named(head: Head) -> list[Document]:
    """ "Luật Đất đai", "Điều lệ Đảng": the name follows with a capital."""
    if head.phrase not in _named_heads():
        return []
    found = re.compile(
        rf"\s+(?:((?:[{CAPITAL}{MASK['body']}][\w]*)(?:\s+(?:[{CAPITAL}][\w]*|[^\W\d_]+(?=\s*,\s*[^\W\d_]+ "
        rf"và|\s+và\s)))*"
        r"(?:\s+(?!(?:của|về|và|đã|được|là|có|cho|năm|để|trong|theo|không|thì|do|tại|này|với|ngày|số|"
        r"sửa|nêu|ghi|cũng|vẫn|phải|sẽ|khi|mới|nếu|từ|đến|sau|bằng|vào|nhằm|quy định(?! về))\b)[^\W\d_]+){0,4}"
        rf"(?:(?<=[Tt]ổ chức)\s+{MASK['body']})?))"
    ).match(head.layer.text, head.at)
    if found and found[1].lower().startswith("quốc tế"):
        return []
    if not found or not head.capital and not head.layer.text[found.start(1)].isupper():
        return _made_of_plain_law(head)
    head.at = found.end()
    name = head.printed(found.start(1), found.end(1))
    return [head.made(label=f"{head.type} {name}")]


def _made_of_plain_law(head: Head) -> list[Document]:
    return [head.made(label=head.type)] if head.type == "Hiến pháp" and head.capital else []


def _amending(head: Head) -> list[Document]:
    """ "Luật sửa đổi, bổ sung một số điều của Luật Đất đai": a law that changes another."""
    if not (found := _AMENDS.match(head.layer.lower, head.at)):
        return []
    head.at = title_end(head.layer, found.end(1), found.end())
    head.title = head.printed(found.start(1), head.at).rstrip(" .,")
    return [head.made(label=f"{head.type} {head.title}")]


def _congress(head: Head) -> list[Document]:
    if head.type not in ("Nghị quyết", "Thông báo", "Kết luận", "Văn kiện"):
        return []
    if head.type == "Kết luận" and head.starts_sentence() or not (found := head.take(_CONGRESS)):
        return []  # "Kết luận hội nghị, ông Nam nói": a speech
    label = f"{head.type} {head.printed(found.start(1), found.end(1))}"
    head.issuers = tuple(m for m in head.mentions(found) if m.kind == "body")[:1]
    if session := head.take(SESSION):
        label = f"{label} {head.printed(session.start(1), session.end(1))}"
    if len(label.split()) < 4 or label.lower().endswith(_UNTOLD):
        return []
    return [head.made(label=label)]


def _unnumbered(head: Head) -> list[Document]:
    """By its issuer and what it is about, or by a title in quotes."""
    before = head.at
    quoted = head.take(QUOTED) if head.capital or head.type in ("Đề án", "Kế hoạch") else None
    if quoted:
        head.title = head.printed(quoted.start(1), quoted.end(1))
    else:
        head.tail()
    if not _identified(head, bool(quoted)):
        return []
    about = head.title if not quoted else f'"{head.title}"'
    issuer = f"của {head.printed_issuers()}" if head.issuers and not quoted else ""
    names = [
        " ".join(f"{head.type} {piece}".split()) for piece in (f"{issuer} {about}", about, issuer) if piece.strip()
    ]
    if quoted:
        names.append(head.title)
    label = names[0]
    head.at = max(head.at, before)
    return [head.made(label=label, names=tuple(dict.fromkeys(names[1:])))]


def _identified(head: Head, quoted: bool) -> bool:
    if quoted:
        return True
    strong = head.type not in ("Quyết định", "Báo cáo", "Thông báo", "Kết luận", "Chương trình", "Thông cáo")
    if head.issuers:
        return bool(head.title) or head.capital and strong and not _MANY.search(head.layer.lower, 0, head.start)
    put_out = _PUT_OUT.search(head.layer.lower, max(0, head.start - 20), head.start)
    if put_out and len(head.title.split()) > 3 and not (_FAULT.search(head.title) or _OF_MEETING.match(head.title)):
        return True
    told = strong or head.type == "Quyết định" and not (head.starts_sentence() or AWARDING.search(head.title))
    return head.capital and bool(head.title) and told and len(head.title.split()) > 3


def _roman(number: int) -> str:
    pairs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, letters in pairs:
        while number >= value:
            text, number = text + letters, number - value
    return text


FORMS: tuple[Callable[[Head], list[Document]], ...] = (
    _numbered, _plenary, _plain_numbered, _amending, _listed, _named, _opened, _congress, _unnumbered, _titled,
)  # fmt: skip


def read(head: Head) -> list[Document]:
    """The documents that a head leads to; several where several numbers or sessions follow it."""
    for form in FORMS:
        if found := form(head):
            return found
    return []
