"""The ASGI door: requests go to Django, sockets to the gateway."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workshop.settings.embedded")
http = get_asgi_application()

from .gateway import Gateway  # noqa: E402  the models must be loaded first
from .lifespan import lifespan  # noqa: E402
from .origins import OwnOrigin  # noqa: E402

application = ProtocolTypeRouter(
    {"http": http, "websocket": OwnOrigin(Gateway.as_asgi()), "lifespan": lifespan},
)
