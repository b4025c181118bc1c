"""Questions: SPARQL with a comment header that says, in two languages, what is asked and with which values.

    # vi: Ai đã chủ trì hội nghị nào?
    # en: Who chaired which meetings?
    # $person text = "" e.g. "tuấn" | Tên người hoặc một phần tên | A person's name, or part of it
    # ?meeting | Hội nghị | Meeting

A parameter stands in the SPARQL as `$person`; what the asker gives is put there as one literal or one IRI, never
as SPARQL. `$lang` ("vi" or "en") is always there: the language of the concepts' names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg.errors import QueryError
from kg.graph.iri import is_iri
from kg.graph.terms import PREFIXES
from kg.graph.triple import quoted
from kg.resources import queries
from kg.vi.writing import normalize

LANGUAGES = ("vi", "en")
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_TITLE = re.compile(r"# (vi|en): (.+)")
_PARAMETER = re.compile(r"# \$(\w+) (\w+)(?: = (\S+|\".*?\"))? e\.g\. (\S+|\".*?\") \| (.+?) \| (.+)")
_COLUMN = re.compile(r"# \?(\w+) \| (.+?) \| (.+)")
# What a `$name` is not looked for in: strings, IRIs, comments.
_TOKEN = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|\#[^\n]*|\$(\w+)''',
    re.DOTALL,
)
_SPARQL = re.compile(r"[\s{}]")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that a question takes.

    kind     "text" (part of a name, in any case), "date", "year", "integer", "iri"
    default  what it is when the asker gives nothing; None where the asker must give it
    titles   what it is, by language
    """

    name: str
    kind: str
    default: str | None
    example: str
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """`titles` and `columns` (by variable) are by language. `sparql` is the whole file."""

    name: str
    titles: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, Mapping[str, str]]
    sparql: str

    def asked(self, values: Mapping[str, str], lang: str = "vi") -> str:
        """SPARQL with the values in place. Raises QueryError for one that is unknown, missing or of the wrong kind."""
        for name in values:
            if name not in {parameter.name for parameter in self.parameters}:
                raise QueryError(self.name, f"takes no parameter {name!r}", self._usage())
        tokens = {"lang": quoted(lang), **{one.name: self._token(one, values) for one in self.parameters}}
        return _TOKEN.sub(lambda match: tokens.get(match[1] or "", match[0]), self.sparql)

    def _token(self, parameter: Parameter, values: Mapping[str, str]) -> str:
        value = values.get(parameter.name, parameter.default)
        if value is None:
            raise QueryError(self.name, f"needs the parameter {parameter.name!r}", self._usage())
        try:
            return TOKENS[parameter.kind](value)
        except ValueError:
            raise QueryError(self.name, f"the parameter {parameter.name!r} is no {parameter.kind}: {value!r}",
                             f"write it like {parameter.example}") from None

    def _usage(self) -> str:
        known = ", ".join(f"{parameter.name}={parameter.example}" for parameter in self.parameters)
        return f"give --param with {known}" if known else "it takes none"


def words(sparql: str) -> str:
    """SPARQL without its strings, IRIs and comments, in capitals."""
    return _TOKEN.sub(lambda match: match[0] if match[1] else " ", sparql).upper()


def form(sparql: str) -> str:
    """The form of a query: one of FORMS, or "" where it is none."""
    return next((word for word in re.findall(r"(?<![:?$\w])\w+(?!:)", words(sparql)) if word in FORMS), "")


def _text(value: str) -> str:
    """As labels are compared: NFC, lower case, tone marks in their place."""
    return quoted(" ".join(normalize(value).lower.split()))


def _date(value: str) -> str:
    return f'"{date.fromisoformat(value).isoformat()}"^^<http://www.w3.org/2001/XMLSchema#date>'


def _year(value: str) -> str:
    if not re.fullmatch(r"\d{4}", value, re.ASCII):
        raise ValueError
    return str(int(value))


def _iri(value: str) -> str:
    if not is_iri(value):
        raise ValueError
    return f"<{value}>"


TOKENS: Mapping[str, Callable[[str], str]] = {
    "text": _text, "date": _date, "year": _year, "integer": lambda value: str(int(value)), "iri": _iri,
}


def read(name: str, text: str) -> Question:
    """A question from the text of its file. Raises QueryError where the header is not as it should be."""
    lines = [line for line in text.splitlines() if line.startswith("# ")]
    titles = {match[1]: match[2] for line in lines if (match := _TITLE.fullmatch(line))}
    parameters = tuple(_parameter(match) for line in lines if (match := _PARAMETER.fullmatch(line)))
    columns = {match[1]: {"vi": match[2], "en": match[3]} for line in lines if (match := _COLUMN.fullmatch(line))}
    if len(titles) + len(parameters) + len(columns) != len(lines):
        bad = next(line for line in lines if not any(form.fullmatch(line) for form in (_TITLE, _PARAMETER, _COLUMN)))
        raise QueryError(name, f"a line of its header is not understood: {bad}", "see the other questions for the form")
    if unknown := next((parameter for parameter in parameters if parameter.kind not in TOKENS), None):
        raise QueryError(name, f"a parameter is of no known kind: {unknown.kind}", f"choose from {', '.join(TOKENS)}")
    return Question(name, {lang: titles.get(lang, name) for lang in LANGUAGES}, parameters, columns, text)


def _parameter(match: re.Match[str]) -> Parameter:
    name, kind, default, example, vi, en = match.groups()
    plain = None if default is None else default.strip('"')
    return Parameter(name, kind, plain, example.strip('"'), {"vi": vi, "en": en})


@cache
def shipped() -> Mapping[str, Question]:
    """The questions that come with the program, by name."""
    return {path.stem: read(path.stem, path.read_text("utf-8")) for path in sorted(queries().glob("*.rq"))}


def question(text: str) -> Question:
    """The question that `text` names or is: SPARQL, a .rq file, or the name of a shipped one. Raises QueryError."""
    if text.endswith(".rq"):
        return _from_file(Path(text))
    if _SPARQL.search(text):
        return Question("the query", {}, (), {}, _prefixed(text))
    if text not in shipped():
        near = get_close_matches(text, shipped(), 1)
        remedy = f"did you mean {near[0]}?" if near else "kg query --list shows them"
        raise QueryError(text, "is no shipped question, no .rq file and no SPARQL", remedy)
    return shipped()[text]


def _prefixed(sparql: str) -> str:
    """SPARQL with the vocabulary's prefixes that it uses and does not declare itself."""
    declared = {name.lower() for name in re.findall(r"prefix\s+(\w*)\s*:", sparql, re.IGNORECASE)}
    used = (name for name in PREFIXES if name not in declared and re.search(rf"(?<![\w:<]){name}:", sparql))
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in used) + sparql


def _from_file(path: Path) -> Question:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise QueryError(path, f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise QueryError(path, "is not in UTF-8") from None
    return _lenient(path.stem, text)


def _lenient(name: str, text: str) -> Question:
    """A file of the user's own may have comments that are no header."""
    header = [line for line in text.splitlines() if any(f.fullmatch(line) for f in (_TITLE, _PARAMETER, _COLUMN))]
    found = read(name, "\n".join(header))
    return Question(name, found.titles, found.parameters, found.columns, text)
