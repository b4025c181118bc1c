"""Hostile texts: reading takes time in proportion to their length."""

from time import process_time

import pytest

from kg.article import Article
from kg.extraction import extract


def _seconds(text: str) -> float:
    """The least of three times: what else the process does, such as collecting garbage, comes on top at times."""
    def once() -> float:
        start = process_time()
        extract(Article("a", text))
        return process_time() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize("phrase", [
    "hội nghị của ông Lê Văn Nam ", "Lễ ký kết ", "ngày 3/4 ", 'hội nghị "', "kỷ niệm 30 năm 1989 ", "kỳ họp thứ 3 và thứ 4 ",
])
def test_four_times_the_text_takes_no_more_than_eight_times_as_long(phrase):
    extract(Article("warm", phrase))
    short, long = phrase * 250, phrase * 1000
    assert _seconds(long) < 8 * max(_seconds(short), 0.02)
