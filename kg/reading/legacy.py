"""Vietnamese text from before Unicode, whose letters look like "§¶ng ñy" (TCVN3) or "Ñaûng uûy" (VNI).

Each function takes text in which every byte stands as the Latin-1 (Windows-1252) character of the same number, as
it comes out of old word processors and web pages, and returns Unicode in its composed form. Sources of the tables:
TCVN 5712:1993 (VN1, of which VN3 is a part), and VNI's two-byte scheme, a base letter followed by its mark.
"""

from __future__ import annotations

import re
import unicodedata

_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ"
)
_TCVN3_TABLE = dict(enumerate(_TCVN3, start=0xA1))

_GRAVE, _ACUTE, _CIRCUMFLEX, _TILDE, _BREVE, _HOOK, _DOT = "\u0300\u0301\u0302\u0303\u0306\u0309\u0323"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + _GRAVE, "á": _CIRCUMFLEX + _ACUTE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE, "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_LETTERS |= {old.upper(): new.upper() for old, new in _VNI_LETTERS.items()}
_VNI = re.compile(f"([aeiouyôö])([{''.join(_VNI_MARKS)}])|[{''.join(_VNI_LETTERS)}]", re.IGNORECASE)


def tcvn3(text: str) -> str:
    """Decode TCVN3 (ABC). Its capitals with tone marks share their codes with small letters and come out small."""
    return text.translate(_TCVN3_TABLE)


def vni(text: str) -> str:
    """Decode VNI (Windows, two bytes a letter)."""
    return _VNI.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    base, mark = match[1], match[2]
    if base is None:
        return _VNI_LETTERS[match[0]]
    letter = _VNI_LETTERS.get(base, base)
    return unicodedata.normalize("NFC", letter + _VNI_MARKS[mark.lower()])
