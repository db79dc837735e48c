"""Triggers in migrations."""

from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger as _AddTrigger


class AddTrigger(_AddTrigger):
    """Add a trigger as pgtrigger does, without drawing up every related model anew.

    A trigger changes no field. With a hundred of them, drawing up was half of what an empty database waits for.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the trigger in the model's options."""
        model = state.models[app_label, self.model_name.lower()]
        model.options["triggers"] = [*model.options.get("triggers", []), self.trigger]
