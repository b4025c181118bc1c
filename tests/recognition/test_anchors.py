"""Patterns that are tried at their words alone find what a search of the whole text finds."""

import random
import re
import time

import pytest

from kg.article import Article
from kg.extraction import extract
from kg.recognition.layer import Layer, Mention
from kg.rules import _fits as fit
from kg.rules import all_shipped, matches
from kg.statement.scene import Scene
from kg.vi.anchors import DIGITS, YEAR, Anchored, first_words, starts
from kg.vi.lexicon import Phrases, alternation, anchored
from kg.vi.writing import normalize

PHRASES = ["Ban Tổ chức", "ban", "Đảng ủy", "tổ chức", "138", "U23", "tp. hồ chí minh"]
WHOLE = re.compile(rf"(?<![^\W_])(?:{alternation(phrase.lower() for phrase in PHRASES)})(?![^\W_])")
TEXT = "Sáng 9/7, Đảng uỷ Khối tổ chức họp ở TP. Hồ Chí Minh; Ban tổ chức và Ban 138 khen U23, bantổ chức không có gì."


def test_words_and_numbers_are_found_where_they_start():
    assert starts("ban 138 của ban5, uban", first_words(["ban", "138"])) == [0, 4, 12, 15]
    assert starts("12-2024, 20245, năm 1999", first_words([YEAR])) == [3, 20]
    assert first_words(["Ban Tổ chức", "138 ban", "TP. Huế"]) == {"ban", DIGITS, "tp"}
    with pytest.raises(ValueError, match="starts with no letter and no digit"):
        first_words(["(ban)"])


def test_an_anchored_list_finds_what_its_pattern_finds():
    lower = normalize(TEXT).lower
    searched = [match.span() for match in WHOLE.finditer(lower)]
    assert [match.span() for match in anchored(PHRASES).finditer(lower)] == searched
    assert len(searched) == 7


def test_phrases_are_matched_at_a_place_and_as_a_whole():
    phrases = Phrases(["Ban", "Ban Tổ chức", "Ban-lan", "138"])
    assert phrases.match("của ban  tổ\nchức", 4).group() == "ban  tổ\nchức"
    assert [phrases.match(text).group() for text in ("ban tổ", "ban - lan", "138 ban", "ban_")] == ["ban", "ban - lan", "138", "ban"]
    assert not any(map(phrases.match, ("bang", "", "(ban", "1389", "Ban"))) and not phrases.match("uban", 1)
    assert phrases.fullmatch("ban tổ chức") and not phrases.fullmatch("ban tổ") and phrases.fullmatch("ban")
    assert Phrases(["Ban"], cased=True).match("Ban") and not Phrases(["Ban"], cased=True).match("ban")
    with pytest.raises(ValueError):
        Phrases(["(ban)"])


def test_random_texts_give_what_a_search_gives():
    dice, pieces = random.Random(7), ["ban", "Ban", " ", ", ", "tổ", "chức", "138", "u23", "đảng", "ủy", "_", "-", "\n"]
    for _ in range(300):
        lower = "".join(dice.choices(pieces, k=40)).lower()
        searched = [match.span() for match in WHOLE.finditer(lower)]
        assert [match.span() for match in anchored(PHRASES).finditer(lower)] == searched, lower


def test_a_layer_hides_the_words_inside_its_mentions():
    writing = normalize("Ban họp với Ban Tổ chức và ban khác.")
    layer = Layer(writing, [Mention("body", 12, 23)])  # "Ban Tổ chức"
    pattern = Anchored(r"(?<![^\W_])ban(?![^\W_])", ["ban"])
    assert [match.span() for match in layer.find(pattern)] == [m.span() for m in re.finditer(r"\bban\b", layer.lower)]
    assert layer.capitalized(first_words(["ban"])) == [0]
    assert [at for at, _ in layer.standing("ban")] == [0, 17]


@pytest.mark.parametrize("rule", all_shipped(), ids=lambda rule: rule.name)
def test_rules_match_where_a_search_of_the_whole_text_matches(rule):
    for text in (*(example.text for example in rule.examples), *rule.counter):
        layer = Scene(Article("a", text)).recognition.layer
        assert [(match.start, match.end) for match in matches(rule, layer)] == list(searched(rule, layer.lower))


def searched(rule, lower):
    position = 0
    while found := rule.pattern.compiled.search(lower, position):
        fits = fit(rule, found, lower)
        if fits:
            yield found.span()
        position = max(found.end(), found.start() + 1) if fits else found.start() + 1


@pytest.mark.parametrize("unit", ["Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy Gia Lai; ", "12-NQ/TW-", "Đảng ủy, "])
def test_time_grows_with_the_text_and_no_faster(unit):
    def seconds(size):
        start = time.process_time()
        extract(Article("a", unit * (size // len(unit))))
        return time.process_time() - start

    seconds(2_000)
    assert seconds(64_000) < 9 * max(seconds(16_000), 0.02)
