"""Mentor Journal's core: values, vault, journals, summaries. No Qt anywhere in it."""

__version__ = "0.1.0"
