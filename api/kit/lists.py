"""Lists: filtered, searched, in pages."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django_filters import rest_framework as filters
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response


class ListView(GenericAPIView[Any]):
    """A view that answers GET with a page. `queryset` only says which model it is; what is listed goes to `page`."""

    def page(self, rows: QuerySet[Any], see: Callable[[Iterable[Any]], list[Any]]) -> Response:
        """Answer with one page of the rows that the filters leave, as `see` shows them."""
        found = self.paginate_queryset(self.filter_queryset(rows))
        return self.get_paginated_response(see(found or ()))


class Filters(filters.FilterSet):
    """Filters of a list; `named` holds those whose names are words of Python."""

    named: dict[str, filters.Filter] = {}

    @classmethod
    def get_filters(cls) -> dict[str, filters.Filter]:
        """Return every filter by its name in the address."""
        every: dict[str, filters.Filter] = super().get_filters()
        return every | cls.named


def nothing_of(model: type[Model]) -> QuerySet[Any]:
    """Return the empty queryset by which a view says what it lists."""
    return model._default_manager.none()
