"""The dependencies as a Mermaid chart and as a Graphviz graph."""

from lifejourney.exports.network import Edge, Network, Node


def as_mermaid(network: Network) -> str:
    """Return a Mermaid flowchart; papers that can replace one another bear one number."""
    names = {node.id: f"n{number}" for number, node in enumerate(network.nodes)}
    shapes = {"event": ("([", "])"), "service": ("[", "]"), "document": ("[/", "/]")}
    lines = ["flowchart LR"]
    for node in network.nodes:
        opening, closing = shapes[node.kind]
        lines.append(f'  {names[node.id]}{opening}"{mermaid_text(_label(node))}"{closing}')
    for edge in network.edges:
        label = _edge_label(edge)
        text = f'|"{label}"|' if label else ""
        arrow = "-.->" if edge.optional or edge.substitute else "-->"
        lines.append(f"  {names[edge.start]} {arrow}{text} {names[edge.end]}")
    return "\n".join(lines) + "\n"


def as_dot(network: Network) -> str:
    """Return a Graphviz graph."""
    shapes = {"event": "oval", "service": "box", "document": "note"}
    lines = [
        "digraph lifejourney {",
        f"  label={_dot_text(network.title)};",
        "  rankdir=LR;",
        '  node [fontname="sans-serif"];',
    ]
    lines += [
        f"  {_dot_text(node.id)} [label={_dot_text(_label(node))}, shape={shapes[node.kind]}];"
        for node in network.nodes
    ]
    for edge in network.edges:
        style = "dashed" if edge.optional or edge.substitute else "solid"
        label = _dot_text(_edge_label(edge))
        ends = f"{_dot_text(edge.start)} -> {_dot_text(edge.end)}"
        lines.append(f"  {ends} [label={label}, style={style}];")
    return "\n".join([*lines, "}"]) + "\n"


def _label(node: Node) -> str:
    return f"{node.code} {node.title}" if node.code else node.title


def _edge_label(edge: Edge) -> str:
    """Return the number that alternatives share, with a mark on a substitute."""
    number = "" if edge.alternative is None else f"{edge.alternative}"
    return f"{number}*" if edge.substitute else number


def mermaid_text(text: str) -> str:
    """Return a text as it stands between quotation marks in a Mermaid chart."""
    for char, code in (
        ("\n", " "),
        ("#", "#35;"),
        ("&", "&amp;"),
        ('"', "&quot;"),
        ("<", "&lt;"),
        (">", "&gt;"),
    ):
        text = text.replace(char, code)
    return text


def _dot_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
