"""Columns of people: one mask of truth values, whatever it is made of.

The same code runs over Python integers (one bit a person), NumPy arrays (64 people a word) and
decision diagrams (all completions of what is unknown at once): each is a Boolean algebra.
"""

from lifejourney.lanes.columns import Column, Mask, bits, words
from lifejourney.lanes.completions import Completions, Node
from lifejourney.lanes.diagram import Diagram
from lifejourney.lanes.stars import Stars

__all__ = ["Column", "Completions", "Diagram", "Mask", "Node", "Stars", "bits", "words"]
