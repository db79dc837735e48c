"""Models on Indian roads, with the battery and charging figures of the variant named with each.

The figures are the makers' for India unless a comment says otherwise. The WMIs of the car makers are theirs;
those of the scooter makers, and every vehicle description (VDS), are plausible and no more.
"""

from typing import Final

from workshop.demo.data.cars.large_electric import LARGE_ELECTRIC
from workshop.demo.data.cars.others import OTHERS
from workshop.demo.data.cars.small_electric import SMALL_ELECTRIC
from workshop.demo.data.cars.spec import ModelSpec

MODELS: Final[tuple[ModelSpec, ...]] = (*SMALL_ELECTRIC, *LARGE_ELECTRIC, *OTHERS)
MODEL_BY_CODE: Final = {model.code: model for model in MODELS}
