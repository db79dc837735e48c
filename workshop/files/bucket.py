"""A bucket that speaks S3, for more than one machine: private, and given up on before a person does."""

from typing import Any

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from storages.backends.s3 import S3Storage

CONNECT, READ, ATTEMPTS = 3, 10, 2
"""Seconds, and how often at most; the library's own would hold a request for minutes."""


class Bucket(S3Storage):
    """Keeps uploads in a bucket. Whoever names an endpoint has seldom a host name for each bucket of it."""

    def __init__(self, **options: Any) -> None:
        style = "path" if options.get("endpoint_url") else "auto"
        super().__init__(
            client_config=Config(
                connect_timeout=CONNECT,
                read_timeout=READ,
                retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
                s3={"addressing_style": style},
            ),
            transfer_config=TransferConfig(use_threads=False),
            **options,
        )
