"""Graphs into triplestores and out again: load, query, serve.

    syntax      an RDF file            -> quads, strictly checked
    staging     quads                  -> sorted by graph, counted, on disk
    embedded    quads                  -> a store in a folder
    upload      staged quads           -> a server that speaks the SPARQL 1.1 Graph Store Protocol
    load        an RDF file            -> either of the two: checked whole, then added, replaced or taken out
    question    examples/queries/*.rq  -> SPARQL with the asker's values
    source      SPARQL                 -> Answer, from a file, a folder or a server
    endpoint    a store                -> a SPARQL endpoint and a page for each thing
"""
