"""kg: a knowledge graph of Vietnamese Party and State news, each triple with the words it comes from."""

__version__ = "0.1.0"
