"""The terminal: look into a catalog, plan, check it, and serve it."""

from lifejourney.cli.program import app, main

__all__ = ["app", "main"]
