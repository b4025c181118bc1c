"""Triples -> a picture -> one HTML page that works from disk, with no network at all."""

from kg.view.render import render

__all__ = ["render"]
