"""`lifejourney ask`: the questionnaire in the terminal, ending in the plan."""

from lifejourney.cli.asking.command import ask

__all__ = ["ask"]
