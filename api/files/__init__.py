"""The bytes of files, for whoever has a signed link: /api/files."""
