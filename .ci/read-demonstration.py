"""Reads what `vigilia demo --json` told: its last JSON object must say `verified: true`. Prints its figures."""

import json
import sys
from pathlib import Path


def documents(text):
    """Every JSON document of a text that holds one after another, on one line each or on several."""
    decoder = json.JSONDecoder()
    at = 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        document, at = decoder.raw_decode(text, at)
        yield document


def figures(value, name=""):
    """Every number, word and truth inside, with the path that leads to it."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from figures(inside, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from figures(inside, f"{name}[{number}]")
    else:
        yield name, value


def main():
    told = Path(sys.argv[1]).read_text(encoding="utf-8")
    try:
        objects = [document for document in documents(told) if isinstance(document, dict)]
    except json.JSONDecodeError as why:
        return f"the demonstration told something that is not JSON: {why}"
    if not objects:
        return "the demonstration told no JSON object"
    for name, figure in figures(objects[-1]):
        print(f"{name}: {json.dumps(figure, ensure_ascii=False)}")
    if objects[-1].get("verified") is not True:
        return "the demonstration did not verify"
    return None


if __name__ == "__main__":
    sys.exit(main())
