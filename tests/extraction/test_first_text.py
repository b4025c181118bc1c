"""The first text of a process is read as any later one: rules and lists are loaded before what they read."""

import subprocess
import sys

TEXT = "Tại buổi gặp mặt, Chủ tịch Quốc hội Lê Văn Nam đã trao tặng Huân chương Sao vàng cho bà Ksor Hương."
CODE = f"""
from kg.article import Article
from kg.extraction import extract
first, second = (extract(Article("a", {TEXT!r})) for _ in range(2))
assert first == second, (len(first.facts), len(second.facts))
assert any(fact.term == "Participation" for fact in first.facts)
"""


def test_the_first_text_of_a_process_is_read_as_the_second():
    subprocess.run([sys.executable, "-c", CODE], check=True)
