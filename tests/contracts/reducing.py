"""The one reducer, in Python: what a browser does with a document and a frame's data."""

from typing import Any


def applied(document: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Return the document after a frame: lists upsert by id, objects replace, lower versions are ignored."""
    after = dict(document)
    for name, value in data.items():
        # What a document does not hold is not its business.
        if name == "removed" or name not in document:
            continue
        held = after.get(name)
        if isinstance(value, list):
            after[name] = _upserted(held or [], value)
        elif held is None or value["version"] >= held["version"]:
            after[name] = value
    for name, ids in data.get("removed", {}).items():
        if name in document:
            after[name] = [thing for thing in after[name] if thing["id"] not in ids]
    return after


def comparable(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document without what moves by itself (clock and seq), its lists as things by id."""
    return {
        name: {thing["id"]: thing for thing in value} if _is_of_things(value) else value
        for name, value in document.items()
        if name not in ("clock", "seq", "topic")
    }


def _is_of_things(value: Any) -> bool:
    return isinstance(value, list) and all("id" in thing for thing in value)


def _upserted(held: list[dict[str, Any]], changed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    things = {thing["id"]: thing for thing in held}
    for thing in changed:
        if thing["id"] not in things or thing["version"] >= things[thing["id"]]["version"]:
            things[thing["id"]] = thing
    return list(things.values())
