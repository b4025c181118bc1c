"""Entities and rules -> facts, a module for each family; every fact keeps the passage and the rule that state it."""
