"""`kg review`: people judge whether two persons of an archive are one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.judging import complain_of_conflicts, judge_each, list_candidates

if TYPE_CHECKING:
    from kg.archive.candidates import Candidate
    from kg.archive.evidence import Evidence
    from kg.archive.judgements import Judgements, Verdict
    from kg.archive.known import Known

_Pair = tuple[str, str]
_Judged = tuple[str, str, str]


def review(
    place: Annotated[Path, typer.Argument(
        metavar="DIR", show_default=False,
        help="The archive's folder, made by kg build --archive, with or without --engine.")],
    listing: Annotated[bool, typer.Option("--list", help="List the candidates and end.")] = False,
    output: options.Rows = options.Tabular.TABLE,
    page: Annotated[Path | None, typer.Option(
        metavar="FILE", show_default=False,
        help="Write a page on which to judge: it needs nothing else, and gives the file of judgements back.")] = None,
    judge: Annotated[_Judged | None, typer.Option(
        metavar="same|different|unsure IRI IRI", show_default=False, help="Judge one pair, with --why.")] = None,
    take_back: Annotated[_Pair | None, typer.Option(
        metavar="IRI IRI", show_default=False, help="Take back what was judged of a pair; with --by, by one person.")
        ] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why you judge so.", show_default=False)] = "",
    by: Annotated[str | None, typer.Option(
        metavar="NAME", help="Who judges: the name of this computer's user unless given.", show_default=False)] = None,
    on: Annotated[datetime | None, typer.Option(
        metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="The day of the judgement: today unless given.",
        show_default=False)] = None,
    name: Annotated[str, typer.Option(metavar="NAME", help="Only persons of this name.", show_default=False)] = "",
    most: Annotated[int, typer.Option(min=1, metavar="N", help="How many candidates to show.")] = 200,
    judgements: Annotated[Path | None, typer.Option(
        metavar="FILE", help="The file of judgements, else DIR/judgements.tsv.", show_default=False)] = None,
    lang: options.Lang = options.Language.VI,
) -> None:
    """Show persons of one name who may be one, with what their articles say side by side, and take your judgement:
    the same, different, or unsure. Those with less against and more for one person come first.

    Judgements go to a plain text file for git, which kg build --archive applies; what contradicts itself there is told,
    left out by builds, and gives exit code 1. Taking a judgement back restores the graph byte for byte.

    Example: kg review out --list
    """
    from kg.archive import judgements as file

    path = judgements or place / file.NAME
    known = file.read(path) if path.is_file() else file.Judgements()
    day = on.date() if on else date.today()
    if judge:
        new = file.Judgement(_verdict(judge[0]), judge[1], judge[2], by or _user(), day, why)
        known = _write(path, known.added([new]))
    elif take_back:
        known = _write(path, _without(known, take_back, by, path))
    else:
        known = _show(place, known, path, listing, output, page, name, most, lang.value, (by or _user(), day))
    raise typer.Exit(1 if complain_of_conflicts(known) else 0)


def _show(place: Path, known: Judgements, path: Path, listing: bool, output: options.Tabular, page: Path | None,
          name: str, most: int, lang: str, judge: tuple[str, date]) -> Judgements:
    """List the candidates, write their page, or have them judged; what is judged then."""
    from kg.archive.candidates import candidates
    from kg.archive.evidence import Evidence
    from kg.vi.writing import fold

    with _opened(place) as (archive, texts):
        found = [one for one in candidates(archive, known) if not name or fold(one.one.label) == fold(name)]
        shown, evidence = found[:most], Evidence(archive, texts)
        if page:
            _write_page(page, shown, len(found), known, evidence, judge[0])
        elif listing:
            list_candidates(shown, evidence, output, lang)
        else:
            return judge_each(shown, evidence, known, path, judge, lang)
    if len(found) > most:
        typer.echo(f"kg: {len(found) - most:,} more candidates; --most N shows more of them", err=True)
    return known


@contextmanager
def _opened(place: Path) -> Iterator[tuple[Known, Path]]:
    """The archive in a folder, and where its texts are. Raises ArchiveError, ClusterError."""
    from kg.archive.state import State
    from kg.cluster.known import Left, is_run
    from kg.cluster.plan import GRAPH

    if is_run(place):
        yield Left(place), place / GRAPH
    else:
        with State.opened(place) as state:
            yield state, place


def _verdict(word: str) -> Verdict:
    from kg.archive.judgements import JudgementError, Verdict

    if word not in tuple(Verdict):
        raise JudgementError(f"--judge {word}", "is no judgement", f"write {', '.join(Verdict)}")
    return Verdict(word)


def _user() -> str:
    """The name of this computer's user. Raises JudgementError where it has none."""
    import getpass

    from kg.archive.judgements import JudgementError

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise JudgementError("--by", "is not given, and this computer's user has no name", "say who judges") from None


def _write(path: Path, judged: Judgements) -> Judgements:
    from kg.archive.judgements import write

    write(path, judged)
    typer.echo(str(path))
    return judged


def _without(known: Judgements, pair: _Pair, by: str | None, path: Path) -> Judgements:
    from kg.archive.judgements import JudgementError

    left = known.removed(*pair, by or "")
    if left == known:
        raise JudgementError(path, f"has no judgement of {pair[0]} and {pair[1]}", "see the file for those it has")
    return left


def _write_page(path: Path, shown: list[Candidate], total: int, known: Judgements, evidence: Evidence, by: str) -> None:
    from kg import files
    from kg.archive.page import page

    files.write(path, page(shown, total, known, evidence, by).encode("utf-8", "replace"))
    typer.echo(str(path))
