"""`kg build --archive`: an archive that articles are added to, replaced in and withdrawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli.group import Problems
from kg.cli.judging import complain_of_conflicts
from kg.cli.progress import shown

if TYPE_CHECKING:
    from kg.archive.archive import Archive
    from kg.archive.judgements import Judgements
    from kg.batch import Recipe


def keep(inputs: Sequence[str], place: Path, recipe: Recipe, withdraw: Sequence[str], judgements: Path | None, *,
         keep_text: bool, strict: bool, as_json: bool, quiet: bool) -> int:
    """Bring the archive in a folder up to date, publish it, say what was done. The exit code."""
    from kg.archive.archive import Archive
    from kg.archive.state import State
    from kg.reading import number, sources

    judged, problems = judgements_of(place, judgements), Problems(strict)
    complain_of_conflicts(judged)
    with State.opened(place, change=True) as state:
        archive = Archive(state, place, recipe, keep_text)
        archive.withdraw(withdraw)
        for made in shown(archive.add(sources(inputs, problems.report)), hidden=quiet or as_json,
                          number=lambda: number(inputs)):
            if made.error:
                problems.report(made.error)
            problems.note(made.where, made.article)
        graph = archive.publish(judged)
        say(_said(archive), graph, problems, as_json=as_json, quiet=quiet)
    return problems.exit_code


def judgements_of(place: Path, given: Path | None) -> Judgements:
    """Those of the file that is given, or of the one in the archive's folder if there is one. Raises ArchiveError."""
    from kg.archive.judgements import NAME, Judgements, read

    path = given or place / NAME
    return read(path) if given or path.is_file() else Judgements()


def _said(archive: Archive) -> dict[str, int]:
    state = archive.state
    return {"articles": state.count("articles"), "persons": state.count("persons"), "added": archive.added,
            "unchanged": archive.unchanged, "withdrawn": archive.withdrawn, "outdated": state.outdated(archive.method)}


def say(said: Mapping[str, int], graph: Path, problems: Problems, *, as_json: bool, quiet: bool) -> None:
    """What was done, for people or as one JSON object on one line."""
    if as_json:
        import json

        typer.echo(json.dumps({**said, "files": [str(graph)], **problems.listed}, ensure_ascii=False))
    elif not quiet:
        _print(said, graph)
        problems.summarize()


def _print(said: Mapping[str, int], graph: Path) -> None:
    done = ", ".join(f"{said[name]:,} {name}" for name in ("added", "unchanged", "withdrawn") if said[name])
    typer.echo(f"archive: articles {said['articles']:,}, persons {said['persons']:,} ({done or 'nothing new'})")
    typer.echo(f"  {graph}")
    if said["outdated"]:
        typer.echo(f"  {said['outdated']:,} articles were built by another version or with other options: "
                   "give them again to bring them up to date")
