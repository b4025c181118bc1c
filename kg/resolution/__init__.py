"""Mentions -> entities: one thing in an article for all that it is called there.

    territory   where the article is at home, and what "tỉnh" or "huyện" alone means at a place in it
    calendar    the year that a printed date leaves out
    bodies      full names for elliptic and abbreviated bodies
    persons     "ông Lềnh" is Hầu A Lềnh; an office alone is its holder
    meetings    "hội nghị" is the one that was named
    documents   the same number is the same document
"""
