"""Run the terminal: `python -m lifejourney`."""

from lifejourney.cli import main

if __name__ == "__main__":
    main()
