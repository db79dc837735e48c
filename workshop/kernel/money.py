"""Money: a decimal amount with its currency, rounded to the currency's minor unit."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MINOR_UNITS = {"JPY": 0, "KRW": 0, "VND": 0, "BHD": 3, "KWD": 3, "OMR": 3, "TND": 3}
"""Digits after the point where they are not two (ISO 4217)."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency (ISO 4217 code)."""

    amount: Decimal
    currency: str

    def rounded(self) -> "Money":
        """Return the amount rounded half up to the currency's minor unit."""
        unit = Decimal(1).scaleb(-MINOR_UNITS.get(self.currency, 2))
        return Money(self.amount.quantize(unit, ROUND_HALF_UP), self.currency)

    def as_json(self) -> dict[str, str]:
        """Return `{"amount": "1499.00", "currency": "INR"}`."""
        return {"amount": str(self.rounded().amount), "currency": self.currency}
