"""`kg build --archive --engine NAME`: an archive built on the machines of a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.archive import judgements_of, say
from kg.cli.group import Problems
from kg.cli.judging import complain_of_conflicts
from kg.cli.progress import shown

if TYPE_CHECKING:
    from kg.batch import Recipe


def spread(inputs: Sequence[str], place: Path, recipe: Recipe, judgements: Path | None, engine: str, address: str, *,
           keep_text: bool, strict: bool, as_json: bool, quiet: bool) -> int:
    """Build the archive of all inputs with the machines of a cluster, say what was done. The exit code."""
    from kg.archive.method import method
    from kg.cluster.build import Build, kept
    from kg.cluster.engine import reached
    from kg.cluster.plan import GRAPH, Plan
    from kg.reading.source import files

    judged, problems = judgements_of(place, judgements), Problems(strict)
    complain_of_conflicts(judged)
    with reached(engine, address) as machines, kept(place):
        build = Build(machines, Plan(place.absolute(), recipe, method(recipe), keep_text))
        done_in_turn = build.extract(files(inputs, problems.report))
        for done in shown(done_in_turn, hidden=quiet or as_json, things="shares of the articles"):
            for error in done.errors:
                problems.report(error)
            for note in done.notes:
                problems.tell(note)
        build.publish(judged, problems.report)
    said = {"articles": build.articles, "persons": build.persons, "unchanged": build.unchanged,
            "added": max(build.articles - build.unchanged, 0), "withdrawn": 0, "outdated": 0}
    say(said, place / GRAPH, problems, as_json=as_json, quiet=quiet)
    return problems.exit_code
