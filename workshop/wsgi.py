"""The WSGI door of the API tier."""

import os

from django.core.wsgi import get_wsgi_application

from workshop.kernel import heap

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workshop.settings.production")
application = get_wsgi_application()
heap.settle()
