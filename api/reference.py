"""The reference of the calls as a plain page: no script, and nothing from another host."""

from collections.abc import Iterable, Iterator
from html import escape
from json import dumps
from pathlib import Path
from typing import Any, Final

from .problems import KINDS

BEGINNING: Final = (
    Path(__file__).with_name("templates").joinpath("beginning.html").read_text(encoding="utf-8")
)
STYLE: Final = Path(__file__).with_name("static").joinpath("reference.css").read_bytes()
Schema = dict[str, Any]


def render(described: Schema) -> str:
    """Return the page for an OpenAPI document."""
    calls = [
        (path, method.upper(), call)
        for path, methods in described["paths"].items()
        for method, call in methods.items()
    ]
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="id">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(described['info']['title'])}: acuan API</title>",
            '<link rel="stylesheet" href="/docs/reference.css">',
            "</head>",
            "<body>",
            '<a class="skip" href="#calls">Langsung ke panggilan</a>',
            f"<header><h1>{escape(described['info']['title'])}: acuan API</h1>",
            f"<p>{escape(described['info']['summary'])}</p>",
            '<p>Uraian untuk mesin: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>',
            '<p><a href="#beginning">Mulai di sini / <span lang="en">Start here</span></a></p>',
            "</header>",
            *_contents(calls),
            "<main>",
            BEGINNING,
            '<h2 id="calls">Panggilan</h2>',
            *(line for path, method, call in calls for line in _call(path, method, call)),
            "<h2>Kesalahan</h2>",
            *_problems(),
            "<h2>Bentuk data</h2>",
            *(
                line
                for name, schema in described["components"]["schemas"].items()
                for line in _schema(name, schema)
            ),
            "</main></body></html>",
        )
    )


def _anchor(path: str, method: str) -> str:
    return f"{method}-{path}".lower().translate(str.maketrans("/{}.", "----"))


def _contents(calls: Iterable[tuple[str, str, Schema]]) -> Iterator[str]:
    """Yield the list of all calls."""
    yield '<nav aria-label="Daftar panggilan"><ul>'
    for path, method, call in calls:
        link = f'<a href="#{_anchor(path, method)}"><code>{method} {escape(path)}</code></a>'
        yield f"<li>{link} {escape(call['summary'])}</li>"
    yield "</ul></nav>"


def _call(path: str, method: str, call: Schema) -> Iterator[str]:
    """Yield what is said of one call."""
    yield f'<section id="{_anchor(path, method)}">'
    yield f"<h3><code>{method} {escape(path)}</code></h3>"
    yield f"<p>{escape(call['description'])}</p>"
    parameters = call.get("parameters", [])
    if parameters:
        yield from _table("Parameter", ("Nama", "Di", "Jenis", "Arti"), map(_parameter, parameters))
    if "requestBody" in call:
        [(media, body)] = call["requestBody"]["content"].items()
        yield f"<p>Isi: <code>{media}</code>, {_type(body['schema'])}</p>"
    answers = (_answer(code, answer) for code, answer in call["responses"].items())
    yield from _table("Jawaban", ("Status", "Arti", "Bentuk"), answers)
    yield "</section>"


def _parameter(parameter: Schema) -> tuple[str, ...]:
    schema = parameter["schema"]
    meaning = parameter.get("description", "")
    place = {"query": "alamat, setelah ?", "path": "alamat"}[parameter["in"]]
    return f"<code>{parameter['name']}</code>", place, _type(schema), escape(meaning)


def _answer(code: str, answer: Schema) -> tuple[str, ...]:
    shapes = [_type(content["schema"]) for content in answer.get("content", {}).values()]
    return code, escape(answer["description"]), ", ".join(shapes)


def _problems() -> Iterator[str]:
    """Yield the kinds of errors; their anchors are the `type` of a problem."""
    yield "<p>Setiap kesalahan berupa <code>application/problem+json</code> (RFC 9457).</p>"
    rows = (
        (f'<code id="{kind.name}">{kind.name}</code>', str(kind.status), escape(kind.title.id))
        for kind in KINDS
    )
    yield from _table("Jenis kesalahan", ("Jenis", "Status", "Judul"), rows)


def _schema(name: str, schema: Schema) -> Iterator[str]:
    """Yield one shape with its fields and example."""
    yield f'<section id="schema-{escape(name)}"><h3>{escape(name)}</h3>'
    yield f"<p>{escape(schema['description'])}</p>"
    required = schema.get("required", ())
    rows = (
        (
            f"<code>{escape(field)}</code>",
            _type(shape),
            "ya" if field in required else "tidak",
            escape(shape.get("description", "")),
        )
        for field, shape in schema["properties"].items()
    )
    yield from _table("Bidang", ("Bidang", "Jenis", "Selalu ada", "Arti"), rows)
    for example in schema.get("examples", ()):
        text = escape(dumps(example, ensure_ascii=False, indent=2))
        yield f'<p>Contoh:</p><pre tabindex="0"><code>{text}</code></pre>'
    yield "</section>"


def _table(title: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a table; its cells are HTML already."""
    yield f"<table><caption>{title}</caption><thead><tr>"
    yield "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
    yield "</tbody></table>"


def _type(schema: Schema) -> str:
    """Return the type of a value as HTML."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#schema-{name}">{name}</a>'
    if "anyOf" in schema:
        return " atau ".join(_type(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"<code>{escape(str(one))}</code>" for one in schema["enum"])
    if schema.get("type") == "array":
        return f"daftar dari {_type(schema['items'])}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"objek dari {_type(schema['additionalProperties'])}"
    return _TYPES.get(schema.get("type", ""), "apa saja")


_TYPES: Final = {
    "string": "teks",
    "integer": "bilangan bulat",
    "boolean": "true atau false",
    "null": "kosong",
    "object": "objek",
}
