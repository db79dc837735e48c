"""`manage.py generate_docs`: writes the pages of docs/generated/ from the code; `--check` fails when they drifted."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Field, ForeignKey, Model, OneToOneField

from realtime.projections import registry as projections
from workshop.centers.workflow import CENTER
from workshop.events import reactions
from workshop.jobs.workflow import JOB, STEP
from workshop.notifications.workflow import NOTIFICATION
from workshop.scheduling.workflow import APPOINTMENT, TRANSPORT, WAITING
from workshop.settings.env import ROOT

FOLDER = ROOT / "docs" / "generated"
NOTE = "Written by `make generate`; `make check` fails when it drifts from the code.\n"
SKIPPED = {"created_at", "updated_at", "version"}


class Command(BaseCommand):
    """Writes or checks the generated pages."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take `--check`."""
        parser.add_argument("--check", action="store_true", help="write nothing; fail when a page drifted")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Write the pages, or name those that drifted."""
        drifted = []
        for name, text in pages().items():
            path: Path = FOLDER / name
            if check:
                if not path.exists() or path.read_text() != text:
                    drifted.append(name)
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text)
        if drifted:
            raise CommandError(
                f"docs/generated/ drifted: {', '.join(drifted)}. Run `make generate` and commit."
            )


def pages() -> dict[str, str]:
    """Return the generated pages by file name."""
    return {"entities.md": entities(), "workflows.md": workflows(), "reactions.md": reactions_map()}


def entities() -> str:
    """Return the ER diagrams, one an app."""
    parts = ["# Entities\n", NOTE]
    for config in apps.get_app_configs():
        if not config.name.startswith("workshop."):
            continue
        models = [model for model in config.get_models() if not model.__name__.endswith("History")]
        if models:
            parts += [f"## {config.label}\n", "```mermaid", "erDiagram", *_diagram(models), "```\n"]
    return "\n".join(parts)


def _diagram(models: list[type[Model]]) -> list[str]:
    lines = []
    for model in models:
        fields = [field for field in model._meta.concrete_fields if field.name not in SKIPPED]
        lines.append(f"    {model.__name__} {{")
        lines += [f"        {_type(field)} {field.name}{_key(field)}" for field in fields]
        lines.append("    }")
        for field in fields:
            if isinstance(field, ForeignKey):
                target = field.related_model
                many = "||" if isinstance(field, OneToOneField) else "}o"
                one = "o|" if field.null else "||"
                lines.append(f"    {model.__name__} {many}--{one} {target.__name__} : {field.name}")
    return lines


def _type(field: Field[Any, Any]) -> str:
    return field.get_internal_type().removesuffix("Field").lower() or "value"


def _key(field: Field[Any, Any]) -> str:
    if field.primary_key:
        return " PK"
    if isinstance(field, ForeignKey):
        return " FK"
    return " UK" if field.unique else ""


def workflows() -> str:
    """Return the workflow diagrams, from the tables that the services enforce."""
    parts = ["# Workflows\n", NOTE]
    for workflow in (CENTER, APPOINTMENT, TRANSPORT, WAITING, JOB, STEP, NOTIFICATION):
        parts += [f"## {workflow.noun.capitalize()}\n", "```mermaid", workflow.diagram(), "```\n"]
    return "\n".join(parts)


def reactions_map() -> str:
    """Return which event is told on which topics, and which app reacts to it."""
    told, done = projections.table(), reactions.table()
    lines = ["# Who hears and who reacts\n", NOTE, "| event | told on | reactions |", "|---|---|---|"]
    for name in sorted(told.keys() | done.keys()):
        lines.append(f"| {name} | {', '.join(told.get(name, []))} | {', '.join(done.get(name, []))} |")
    return "\n".join(lines) + "\n"
