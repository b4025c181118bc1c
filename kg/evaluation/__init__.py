"""How right the builder is on annotated articles.

    gold        annotated articles (JSON beside the text)
    alignment   names that are one, and pairs of the closest
    things      persons, bodies, meetings, documents: which stated one is which annotated one
    relations   facts that join them, as tuples that compare
    comparison  what is right, false and missed of one article
    tally       the counts, by family and by rule

An annotation is one JSON file beside its text, `STEM.json` beside `STEM.txt`:

    {"persons": [{"name": "...", "aliases": ["..."]}],
     "organizations": [{"id": "o1", "names": ["full name", "other name"]}],
     "posts": [{"person": "...", "role": "Bí thư", "organization": "o1", "former": false}],
     "meetings": [{"id": "m1", "kind": "Hội nghị", "label": "...", "date": "2021-07-09", "organizers": ["o1"]}],
     "participation": [{"meeting": "m1", "participant": "...", "role": "chair" | "speaker" | "attendee"}],
     "documents": [{"id": "d1", "type": "Chỉ thị", "number": "05-CT/TW", "names": ["..."], "issuers": ["o1"]}],
     "awards": [{"awarders": ["o1"], "type": "Bằng khen",
                 "recipients": [{"count": 3, "kind": "tập thể"}, {"name": "..."}, {"organization": "o2"}]}]}

Any item may carry "optional": true: stating it is neither rewarded nor punished.
"""
