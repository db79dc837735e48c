"""Our own system as the bench prepares it: its settings, a workshop to run, and new cards by the hundred.

Importing this sets Django up; the database is made when a target is prepared.
"""

import os

import django
from django.apps import apps

SETTINGS = "bench.ours.settings"

if not apps.ready:
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()
