"""Pages of newspapers: the story without its surroundings, found by trafilatura, and what the page says of it.

Trafilatura looks for one block of prose. The press prints more around it that belongs to the story: the lead between
headline and story, captions in figures, whole stories laid out in tables. These are made plain before or added after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kg.errors import ReadingError
from kg.reading.draft import Draft
from kg.reading.encoding import decode
from kg.reading.source import Source
from kg.vi.writing import fold

_MARKUP = re.compile(r"(?s)<(script|style|head)\b.*?</\1\s*>|<[^>]*>")
_ENDLESS = re.compile(r"<[A-Za-z][^<>]{20000,}>?")  # pictures inside the page, or attributes without end
_CAPTION = re.compile(r"caption|image_?desc|chu-?thich|img-?note|photo-?note|PhotoCMS", re.IGNORECASE)
_TABLE = ("table", "tbody", "thead", "tr", "td", "th")
_BLOCKS = ("p", "h2", "h3", "div", "span", "strong", "li")
_MIN_TITLE, _MAX_TITLE = 12, 200
_LEAD = 40  # characters of the shortest lead
_CREDITS = re.compile(r"^(?:(?:Tin|Bài|Ảnh|Clip|Video|Theo|Thực hiện|Tác giả|và)\b|[\s,;:&-])+", re.IGNORECASE)


def page(source: Source) -> Draft:
    """The article of a page: its headline, lead, story and captions, a paragraph a line.

    Raises ReadingError where the page holds no story.
    """
    import trafilatura

    tree = trafilatura.load_html(_ENDLESS.sub("", decode(source.content, source.where, visible)))
    if tree is None:
        raise _storyless(source)
    captions = frozenset(_flattened(tree))
    found: Any = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    story = [line for line in map(_line, (found.text or "").split("\n") if found else ()) if line]
    if not found or not story:
        raise _storyless(source)
    title, lead = _opening(tree, found.title, story)
    return _draft(source, found, title, [*lead, *story], captions)


def visible(text: str) -> str:
    """What a reader sees of a page, roughly: enough to judge its language."""
    return _MARKUP.sub(" ", text)


def _draft(source: Source, found: Any, title: str | None, lines: list[str], captions: frozenset[str]) -> Draft:
    author = _CREDITS.sub("", found.author or "").strip() or None
    dated = date.fromisoformat(found.date[:10]) if found.date else None
    return Draft("\n".join(lines), source.stem, title, dated, author, found.sitename, found.url, captions)


def _flattened(tree: Any) -> Iterator[str]:
    """Make tables that only lay out and figures plain blocks; yield the captions found."""
    for table in [table for table in tree.iter("table") if not _is_data(table)]:
        for part in [table, *table.iter(*_TABLE)]:
            part.tag = "div" if part.tag in _TABLE else part.tag
    for part in list(tree.iter("figure", "figcaption", "div", "p", "td")):
        name = f"{part.get('class', '')} {part.get('id', '')}"
        if part.tag == "figcaption" or (_CAPTION.search(name) and len(part) < 3):
            _plain(part)
            yield _line(part.text_content())
        elif part.tag == "figure" or "pic" in name.split():
            part.attrib.clear()
            part.tag = "div"


def _plain(caption: Any) -> None:
    """A caption as a paragraph of its own, whatever its classes say to trafilatura."""
    words = _line(caption.text_content())
    for child in list(caption):
        caption.remove(child)
    caption.text, caption.tag = words, "p"
    caption.attrib.clear()
    for parent in caption.iterancestors("figure", "div"):
        if len(_line(parent.text_content())) > len(words):
            return
        parent.attrib.clear()
        parent.tag = "div"


def _is_data(table: Any) -> bool:
    """A table of figures: two rows or more of short cells side by side."""
    rows = [[len(_line(cell.text_content())) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    return sum(len(row) > 1 and all(0 < cell < 80 for cell in row) for row in rows) > 1


def _opening(tree: Any, title: str | None, story: list[str]) -> tuple[str | None, list[str]]:
    """The headline as the page prints it, and headline and lead where trafilatura left them out before the story."""
    if _is_title(story[0], title):
        return story[0], []
    blocks = [(block, _line(block.text_content())) for block in tree.iter("h1", *_BLOCKS)]
    begins = next((i for i, (_, words) in enumerate(blocks) if words and story[0].startswith(words[:60])), len(blocks))
    head = next((i for i, (_, words) in enumerate(blocks[:begins]) if _is_title(words, title)), None)
    if head is None:
        head = next((i for i, (block, words) in enumerate(blocks[:begins]) if _is_heading(block, words)), None)
    if head is None:
        return None, []
    return blocks[head][1], [blocks[head][1], *_leads(blocks[head + 1:begins], story)]


def _is_heading(block: Any, words: str) -> bool:
    """Whether a block looks like a headline where the page's own title names only the site."""
    return _MIN_TITLE <= len(words) <= _MAX_TITLE and (block.tag == "h1" or "title" in block.get("class", "").lower())


def _is_title(words: str, title: str | None) -> bool:
    """Whether some words are the page's title, or its title without the outlet's name at the end."""
    return bool(title) and _MIN_TITLE <= len(words) <= len(title or "") and fold(title or "").startswith(fold(words))


def _leads(blocks: Iterable[tuple[Any, str]], story: list[str]) -> list[str]:
    """The first block that is a sentence and neither a link nor around the story."""
    for block, words in blocks:
        linked = sum(len(link.text_content()) for link in block.iter("a"))
        if len(words) >= _LEAD and re.search(r"[.!?…]", words) and not linked and story[0] not in words:
            return [_own(block)]
    return []


def _own(block: Any) -> str:
    """The words of a block, without a place set before them in an element of its own ("Hà Nội" + "Ông ...")."""
    stamp = block[0] if len(block) else None
    if stamp is not None and not (block.text or "").strip() and "stamp" in stamp.get("class", "") and stamp.tail:
        return _line("".join([stamp.tail, *(child.text_content() + (child.tail or "") for child in block[1:])]))
    return _line(block.text_content())


def _line(text: str) -> str:
    return " ".join(text.strip(" |\t\r\n").split())


def _storyless(source: Source) -> ReadingError:
    return ReadingError(source.where, "holds no story that could be found", "save the article's text as a .txt file")
