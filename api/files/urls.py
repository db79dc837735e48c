"""The addresses under /api/files."""

from django.urls import path

from .variants import Variant

urlpatterns = [path("<uuid:id>/<variant>", Variant.as_view())]
