"""The demo's clock, kept where every process reads it."""

from uuid import UUID

from django.db import models
from django.db.models import Q

from workshop.events.rows import Row, tracked

from .setting import Setting

ONLY = UUID(int=0)
"""The key of the one row there is."""


@tracked()
class DemoClock(Row):
    """How the demo's domain time runs, as `setting.Setting` says; one row, none before the demo is loaded."""

    real = models.DateTimeField()
    shown = models.DateTimeField()
    rate = models.FloatField(default=1.0)
    rate_before = models.FloatField(default=1.0)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=ONLY), name="democlock_only_one")]

    @property
    def setting(self) -> Setting:
        """Return what the row says."""
        return Setting(self.real, self.shown, self.rate, self.rate_before, self.until)
