"""Reads the contract in `schemas/` with a reader that is not ours.

Each `NAME.schema.json` must be valid JSON Schema 2020-12, say what it is, and carry examples that validate; an example
with a field nobody knows must not. Each JSON file under `tests/contracts/golden/` whose name begins with a schema's
NAME must validate too. Formats (times, identifiers) count. Every fault is printed; any fault fails.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ENDING = ".schema.json"
MUST_SAY = ("$id", "title", "description")
UNKNOWN_FIELD = "no_such_field"


def load(path):
    """The JSON of a file. A key that stands twice is a fault: readers differ on which one counts."""

    def once(pairs):
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"keys stand twice: {', '.join(twice)}")
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)


def faults_of_head(schema):
    """What the schema fails to say about itself."""
    if schema.get("$schema") != DIALECT:
        yield f"`$schema` is not {DIALECT}"
    for word in MUST_SAY:
        if not schema.get(word):
            yield f"`{word}` is missing or empty"
    if not schema.get("examples"):
        yield "`examples` is missing or empty"
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as why:
        yield f"is not valid: {why.message} at {why.json_path}"


def faults_of_instance(validator, instance):
    """Why an instance does not validate."""
    try:
        for why in sorted(validator.iter_errors(instance), key=lambda why: why.json_path):
            yield f"{why.json_path}: {why.message}"
    except Unresolvable as why:
        yield f"refers to what is not there: {why}"


def faults_of_examples(validator, schema):
    """Examples that do not validate, and examples that still validate with a field nobody knows."""
    for number, example in enumerate(schema.get("examples", []), start=1):
        in_example = list(faults_of_instance(validator, example))
        for why in in_example:
            yield f"example {number}: {why}"
        if in_example or not isinstance(example, dict):
            continue
        if not list(faults_of_instance(validator, {**example, UNKNOWN_FIELD: 1})):
            yield f"example {number}: validates with an unknown field, which a reader of this version refuses"


def check(root):
    """Every fault below `root`, and how much was read."""
    faults = []
    schemas = {}
    for path in sorted((root / "schemas").glob(f"*{ENDING}")):
        try:
            schemas[path.name.removesuffix(ENDING)] = (path, load(path))
        except ValueError as why:
            faults.append((path, f"is not JSON: {why}"))
    identified = [schema for _, schema in schemas.values() if isinstance(schema, dict) and schema.get("$id")]
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in identified)
    if len({schema["$id"] for schema in identified}) != len(identified):
        faults.append((root / "schemas", "two schemas bear the same `$id`"))

    validators = {}
    examples = 0
    for name, (path, schema) in schemas.items():
        in_head = list(faults_of_head(schema))
        faults += [(path, fault) for fault in in_head]
        if any(fault.startswith("is not valid") for fault in in_head):
            continue
        formats = Draft202012Validator.FORMAT_CHECKER
        validators[name] = Draft202012Validator(schema, registry=registry, format_checker=formats)
        faults += [(path, fault) for fault in faults_of_examples(validators[name], schema)]
        examples += len(schema.get("examples", []))

    frozen, unnamed = 0, []
    for path in sorted((root / "tests" / "contracts" / "golden").rglob("*.json")):
        name = next((name for name in validators if path.name.startswith(f"{name}.")), None)
        if name is None:
            unnamed.append(path)
            continue
        frozen += 1
        try:
            faults += [(path, fault) for fault in faults_of_instance(validators[name], load(path))]
        except ValueError as why:
            faults.append((path, f"is not JSON: {why}"))

    if not schemas:
        faults.append((root / "schemas", "holds no schema: nothing was checked"))
    return faults, f"{len(schemas)} schemas, {examples} examples, {frozen} frozen documents", unnamed


def main():
    root = Path(__file__).resolve().parents[2]
    faults, read, unnamed = check(root)
    for path, fault in faults:
        print(f"{path.relative_to(root)}: {fault}", file=sys.stderr)
    for path in unnamed:
        print(f"{path.relative_to(root)}: bears no schema's name and was not read")
    print(f"read {read}; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
