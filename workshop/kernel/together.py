"""Several operations of a migration as one."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Together(Operation):
    """Run operations in order, drawing up the models once for all of them instead of once for each.

    Every model that is related to a changed one is drawn up anew, which is nearly all of ours: two thirds of what an
    empty database waited for. No operation may change what another one in here has made: a model made in here comes
    with all its fields, indexes and constraints.
    """

    reduces_to_sql = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note all changes; the models are drawn up when the first of them is asked for."""
        state.__dict__.pop("apps", None)
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make all changes, in order."""
        for one in self.operations:
            one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take all changes back, the last first, each between the states it was made between."""
        states = [to_state]
        for one in self.operations:
            states.append(states[-1].clone())
            one.state_forwards(app_label, states[-1])
        for one, before, after in reversed(list(zip(self.operations, states, states[1:], strict=False))):
            one.database_backwards(app_label, schema_editor, after, before)

    def references_model(self, name: str, app_label: str) -> bool:
        """Say whether any of them has to do with a model."""
        return any(one.references_model(name, app_label) for one in self.operations)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Return how it is written in a migration."""
        return self.__class__.__qualname__, [], {"operations": self.operations}

    def describe(self) -> str:
        """Say what they do."""
        return "; ".join(one.describe() for one in self.operations)
