"""Many articles, one graph: what is the same across them, and what people judged about it."""
