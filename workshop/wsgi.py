"""The WSGI door of the API tier."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from workshop.kernel import heap

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workshop.settings.production")
application = get_wsgi_application()
# The views are loaded by the first request otherwise, and would be all that the collector walks.
_ = get_resolver().url_patterns
heap.settle()
