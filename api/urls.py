"""The API's addresses: one folder an audience, the path of a file is the path of its URL."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
