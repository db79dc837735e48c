"""A file as audiences see it."""

from rest_framework import serializers

from workshop.files.pictures import JPEG, WEBP

from .parts import Shape


class FileShape(Shape):
    """A file with links that end."""

    id = serializers.UUIDField()
    url = serializers.CharField(help_text="A path, good for 12 hours or more.")
    thumbnail_url = serializers.CharField(help_text="A path to at most 480 pixels, good for as long.")
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    content_type = serializers.ChoiceField(choices=[JPEG, WEBP])
