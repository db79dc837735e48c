"""Show where the workshop is and who can sign in, and keep it in `var/demo.json`."""

import json
from pathlib import Path

from workshop.embedded import say


def publish(demo_file: Path, url: str) -> list[dict[str, str]]:
    """Add the address to the demo's file and return its people, none when there is no such file."""
    if not demo_file.exists():
        return []
    facts = json.loads(demo_file.read_text())
    people: list[dict[str, str]] = facts.get("people", [])
    half = demo_file.with_name("demo.json.new")
    half.write_text(
        json.dumps({"url": url, **{name: value for name, value in facts.items() if name != "url"}}, indent=2)
    )
    half.replace(demo_file)
    return people


def withdraw(demo_file: Path) -> None:
    """Take the demo's file away: nobody in it can sign in where the demo does not run."""
    demo_file.unlink(missing_ok=True)


def show(url: str, people: list[dict[str, str]]) -> None:
    """Print the address and a line for each person of the demo."""
    say.line(f"\nPitlane runs at {url}")
    if people:
        wide = [max(len(person[field]) for person in people) for field in ("role", "name", "email")]
        say.line("\nSign in as")
        for person in people:
            cells = (person["role"], person["name"], person["email"])
            row = "  ".join(cell.ljust(width) for cell, width in zip(cells, wide, strict=True))
            say.line(f"  {row}  {person['password']}")
    for link in [person["visit_link"] for person in people if "visit_link" in person][:1]:
        say.line(f"\nFollow a visit without an account: {link}")


def show_way_on(url: str) -> None:
    """Print where the administrator of a workshop of one's own signs in, and what comes next."""
    say.line(f"Sign in at {url}/sign-in as the administrator you named, then add a technician under")
    say.line(f"{url}/admin/centre/staff: until one works there, nothing is free to book at {url}/book.")
    say.line("All other steps are in docs/set-up-a-centre.md.")
