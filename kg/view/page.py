"""The page itself: pyvis' network in a template, style and script of our own, nothing loaded from anywhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis.network
from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.view.choice import SMALL
from kg.view.errors import ViewError
from kg.view.island import Json
from kg.view.picture import Fact, Picture, Thing
from kg.view.sealing import embedded, in_one, policy

SCRIPTS = ("graph language symbols search feed state visible layout pen paint vis canvas panel article filters table "
           "export keys main").split()
VIS = Path(pyvis.network.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
ROWS = 2000  # facts that the page also holds as plain HTML, for readers without script


class Explorer(pyvis.network.Network):  # type: ignore[misc]
    """A pyvis network that brings its page with it.

    pyvis' own template calls a content network and lets names run as script: it is never used.
    """

    def __init__(self, data: Json) -> None:
        super().__init__(directed=True, notebook=False)
        self.nodes = data["things"]
        self.edges = [line for fact in data["facts"] for line in fact.get("lines", ())]
        self.data = data

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False, **words: Any) -> str:
        """The page. Up to `SMALL` things are drawn by vis-network, more, or a growing number, by a plain canvas."""
        small = len(self.nodes) <= SMALL and "feed" not in self.data
        scripts = [*([_library()] if small else []), _script()]
        style = _file("colours.css") + _file("style.css")
        return _template().render(name=name, graph=embedded(self.data), scripts=list(map(Markup, scripts)),
                                  style=Markup(style), policy=policy(scripts, style, fed="feed" in self.data), **words)


def page(data: Json, statements: Json, picture: Picture, *, title: str | None, theme: str) -> str:
    """The page of a picture, given as the script reads it (`data`), with the graph's own triples.

    Raises ViewError if there is nothing to show.
    """
    if not picture.things:
        raise ViewError("the graph", "holds no person, body, meeting or other thing to show")
    facts = [(_plain(picture, fact), fact.relation.label.vi, fact.date, _quote(picture, fact))
             for fact in picture.facts[:ROWS]]
    network = Explorer({**data, "title": title or ""})
    return network.generate_html(title or _title(picture), theme=theme, statements=embedded(statements), facts=facts,
                                 more=len(picture.facts) - len(facts))


def _title(picture: Picture) -> str:
    if len(picture.sources) == 1 and picture.sources[0].headline:
        return picture.sources[0].headline
    return f"Mạng tri thức từ {len(picture.sources)} bài báo"


def _plain(picture: Picture, fact: Fact) -> str:
    """A fact's sentence. An award is named by its kinds: the sentence itself says who gave it to whom."""
    return "".join(_name(picture.things[part]) if isinstance(part, int) else part for part in fact.sentence.vi)


def _name(thing: Thing) -> str:
    return thing.caption if thing.group == "award" else thing.label


def _quote(picture: Picture, fact: Fact) -> str:
    return picture.passages[fact.passages[0]].exact if fact.passages else ""


@cache
def _library() -> str:
    return VIS.read_text(encoding="utf-8").rstrip().removesuffix("//# sourceMappingURL=vis-network.min.js.map")


@cache
def _script() -> str:
    return in_one(_file(f"{name}.js") for name in SCRIPTS)


@cache
def _template() -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        _file("template.html"))


@cache
def _file(name: str) -> str:
    return files("kg.view").joinpath("page", name).read_text(encoding="utf-8")
