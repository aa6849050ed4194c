"""Run the terminal: `python -m lifejourney`."""

from lifejourney.cli import main

main()
