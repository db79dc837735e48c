"""The real application with the tests' sample noun; a twin names the mechanism it runs without in WITHOUT."""

import os

from realtime.asgi import application

from . import sample, twins

for name in filter(None, os.environ.get("WITHOUT", "").split(",")):
    getattr(twins, name)()

__all__ = ["application", "sample"]
