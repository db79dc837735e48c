"""The Celery application: late acknowledgement, one task at a time, no task with a due time in the broker."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workshop.settings.embedded")

app = Celery("pitlane")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
