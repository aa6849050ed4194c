"""Columns of people: one mask of truth values, whatever it is made of.

The same code runs over Python integers (one bit a person), NumPy arrays (64 people a word) and
decision diagrams (all completions of what is unknown at once): each is a Boolean algebra.
"""

from lifejourney.lanes.columns import Column, Mask, bits, words
from lifejourney.lanes.diagram import Diagram, Node

__all__ = ["Column", "Diagram", "Mask", "Node", "bits", "words"]
