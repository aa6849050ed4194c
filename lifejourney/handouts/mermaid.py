"""The plan as a Mermaid flowchart: a stage in a frame, a line to each step that waits."""

from typing import Final

from lifejourney.exports.texts import mermaid_text
from lifejourney.graph import reduced
from lifejourney.handouts import words
from lifejourney.handouts.reading import Json, Reading, whose

STYLES: Final = (
    "  classDef certain fill:#fff,stroke:#111,stroke-width:2px,color:#111",
    "  classDef possible fill:#fff,stroke:#111,stroke-dasharray:6 4,color:#111",
    "  classDef done fill:#ddd,stroke:#111,color:#111",
    "  classDef blocked fill:#fff,stroke:#111,stroke-dasharray:1 3,color:#111",
)


def as_mermaid(reading: Reading) -> str:
    """Return the flowchart; the words in a node say its standing, too."""
    names = {id_: f"s{number}" for id_, number in reading.numbers.items()}
    lines = ["flowchart TB"]
    for wave, steps in reading.stages:
        title = mermaid_text(reading.say(words.WAVE, wave=wave))
        lines.append(f'  subgraph w{wave}["{title}"]')
        lines += [f"    {names[step['id']]}{_node(reading, step)}" for step in steps]
        lines.append("  end")
    lines += [
        f"  b{number}{_node(reading, goal)}" for number, goal in enumerate(reading.blocked, start=1)
    ]
    lines += [f"  {names[before]} --> {names[id_]}" for before, id_ in edges_of(reading)]
    return "\n".join([*lines, *STYLES]) + "\n"


def edges_of(reading: Reading) -> list[tuple[str, str]]:
    """Return which step leads to which, without what follows from the others."""
    rows = reading.rows
    pairs = [(b, step["id"]) for step in reading.steps for b in step["after"] if b in rows]
    return sorted(reduced(rows, pairs), key=lambda pair: (rows[pair[0]], rows[pair[1]]))


def _node(reading: Reading, step: Json) -> str:
    """Return the text and class of a node."""
    number = reading.numbers.get(step["id"])
    standing = reading.standing(step)
    text = f"{number}. {whose(step)}" if number is not None else whose(step)
    if standing:
        text += f" ({standing})"
    return f'["{mermaid_text(text)}"]:::{step["status"]}'
