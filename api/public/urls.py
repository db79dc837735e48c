"""The addresses under /api/public."""

from django.urls import path

from .links import ExchangeLink
from .visits import Visit

urlpatterns = [
    path("links/exchange", ExchangeLink.as_view()),
    path("visits/<uuid:id>", Visit.as_view()),
]
