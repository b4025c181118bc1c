"""Documents of one article: the same number, or the same type with the same name, is one document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from kg.article import Span
from kg.recognition.document_heads import Document
from kg.recognition.layer import Mention
from kg.recognition.recognition import Recognition
from kg.vi.writing import fold


@dataclass(slots=True)
class Text:
    """A document of the article, gathered from all its mentions."""

    type: str
    label: str
    number: str = ""
    title: str = ""
    session: int | None = None
    plenum: int | None = None
    central: bool = False
    issuers: tuple[Mention, ...] = ()
    dated: Mention | None = None
    forms: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


class Documents:
    """Which documents each mention names."""

    def __init__(self, recognition: Recognition) -> None:
        self.recognition = recognition
        self.all: list[Text] = []
        self._of: dict[int, list[Text]] = {}
        for mention in recognition.of("document"):
            self._of[id(mention)] = [self._place(document, mention) for document in mention.parts["documents"]]
        self._share_issuers()

    def of(self, mention: Mention) -> list[Text]:
        return self._of[id(mention)]

    def _share_issuers(self) -> None:
        """ "Chỉ thị số 05 và Quy định số 08 của Bộ Chính trị": both are of the Bộ Chính trị."""
        mentions = self.recognition.of("document")
        for left, right in reversed(list(pairwise(mentions))):
            between = self.recognition.writing.lower[left.end : right.start]
            for text in self._of[id(left)] if _AND.fullmatch(between) else ():
                if not text.number or text.central:  # a name tells its own issuer: "Nghị quyết Đại hội Đảng"
                    continue
                text.issuers = text.issuers or self._of[id(right)][0].issuers

    def _place(self, document: Document, mention: Mention) -> Text:
        found = next((text for text in self.all if _same(text, document)), None)
        if found is None:
            found = Text(document.type, document.label, document.number)
            self.all.append(found)
        found.title = found.title or document.title
        found.session, found.plenum = found.session or document.session, found.plenum or document.plenum
        found.issuers, found.central = found.issuers or document.issuers, found.central or document.central
        found.dated = found.dated or document.dated
        for name in (document.label, *document.names):
            found.forms.setdefault(name)
        printed = " ".join(self.recognition.writing.text[mention.start : mention.end].split())
        if len(mention.parts["documents"]) == 1 and fold(printed) != fold(document.type):
            found.forms.setdefault(printed)
        found.spans.append(self.recognition.span(mention.start, mention.end))
        found.mentions.append(mention)
        return found


_AND = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:các\s+)?")


_CENTRE = re.compile(r"t\.?ư", re.IGNORECASE)


def compact(number: str) -> str:
    """A number without spaces, and with one spelling of "Trung ương": "18 - QĐ/TƯ" is "18-QĐ/TW"."""
    return _CENTRE.sub("TW", "".join(number.split()))


def _number(text: str) -> str:
    return compact(text).lower().replace("/ct-", "-ct/")


def _same(text: Text, document: Document) -> bool:
    if text.type != document.type:
        return False
    if text.number and document.number:
        years = {one.parts["date"].year for one in (text.dated, document.dated) if one}
        return _number(text.number) == _number(document.number) and len(years - {None}) < 2
    if _told_apart(text.title, document.title):
        return False
    names, others = set(map(fold, text.forms)), {fold(document.label), *map(fold, document.names)}
    return bool(names & others) or not (text.number or document.number) and _begins(text.label, document.label)


# What many decisions of one day are about says nothing of which one is meant.
_GENERAL = re.compile(r"(?:công tác )?(?:cán bộ|nhân sự)|(?:các )?(?:vấn đề|nội dung|việc) (?:này|trên)")


# "phân công bà A, Ủy viên Ban Thường vụ, giữ chức ...", "phân công bà A giữ chức ...": one decision.
_OPENING = re.compile(r"(?:(?!,| giữ | - | \().)*")


def _told_apart(one: str, other: str) -> bool:
    """Whether two titles name different documents: "điều động ông A", "điều động ông B"."""
    first, second = (re.sub(r"\bvề (?:việc )?", "", fold(title)) for title in (one, other))
    if not first or not second or _GENERAL.match(first) or _GENERAL.match(second):
        return False
    if len({fold(_OPENING.match(title)[0]) for title in (one, other)}) == 1:  # type: ignore[index]
        return False
    return not (first.startswith(second) or second.startswith(first))


def _begins(one: str, other: str) -> bool:
    """Whether one unnumbered name is the other with more behind it: "... lần thứ XII", "... khóa XI"."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return len(short.split()) > 5 and long.startswith(f"{short} ")
