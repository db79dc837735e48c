"""The addresses under /api/customers."""

from django.urls import path

from .visits import Visit

urlpatterns = [
    path("visits/<uuid:id>", Visit.as_view()),
]
