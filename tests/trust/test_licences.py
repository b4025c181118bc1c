"""What the program needs to run may be used by all: no GPL, no unknown licence."""

import re
from importlib.metadata import PackageNotFoundError, distribution, requires

import pytest
from packaging.requirements import Requirement

FREE = re.compile(r"\b(?:MIT|BSD|Apache|ISC|MPL|PSF|Python Software Foundation|Unlicense|LGPL)\b|Mozilla Public|Lesser General", re.IGNORECASE)
GPL = re.compile(r"(?<![L])GPL|(?<!Lesser )General Public License", re.IGNORECASE)


def needed(name="vnkg", extras=("",)):
    """All distributions that a distribution needs at run time, on this platform."""
    found, waiting = set(), [(name, extras)]
    while waiting:
        at, wanted = waiting.pop()
        for line in requires(at) or ():
            requirement = Requirement(line)
            applies = requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in wanted)
            if applies and requirement.name.lower() not in found:
                found.add(requirement.name.lower())
                waiting.append((requirement.name, ("", *requirement.extras)))
    return sorted(found)


def licence(name):
    """What a distribution says of its licence: expression, classifiers, else the first words of its text."""
    metadata = distribution(name).metadata
    classifiers = [line for line in metadata.get_all("Classifier") or () if line.startswith("License ::")]
    said = metadata.get("License-Expression") or " ".join(classifiers) or (metadata.get("License") or "")[:200]
    return said or _text(name)


def _text(name):
    files = [path for path in distribution(name).files or () if re.search(r"licen[cs]e|copying", path.name, re.IGNORECASE)]
    text = files[0].locate().read_text(encoding="utf-8") if files else ""
    return "BSD (by its text)" if "Redistribution and use in source and binary forms" in text else text[:200]


@pytest.mark.parametrize("name", needed())
def test_every_dependency_at_run_time_is_free_of_the_gpl(name):
    try:
        said = licence(name)
    except PackageNotFoundError:
        pytest.fail(f"{name} is needed and not installed")
    choices = re.split(r"\bOR\b", said)
    assert any(FREE.search(choice) and not GPL.search(choice) for choice in choices), f"{name}: {said!r}"


def test_the_check_itself_refuses_the_gpl():
    assert GPL.search("GPL-3.0-or-later") and GPL.search("License :: OSI Approved :: GNU General Public License v3 (GPLv3)")
    assert not GPL.search("LGPL-3.0") and len(needed()) > 15
