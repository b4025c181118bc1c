"""How right the builder is on annotated articles.

    gold        annotated articles (JSON beside the text)
    alignment   which stated thing is which annotated one
    comparison  right, false and missed facts, by family and by rule

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
