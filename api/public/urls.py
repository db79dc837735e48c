"""The addresses under /api/public."""

from django.urls import path

from .links import ExchangeLink

urlpatterns = [
    path("links/exchange", ExchangeLink.as_view()),
]
