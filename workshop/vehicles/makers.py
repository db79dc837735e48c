"""Who made a vehicle, by the first three characters of its VIN: the makers that workshops here meet most.

A table of facts, not of every maker there is: a number whose maker is not here is as good as any other.
"""

from typing import Final

_BY_MAKER: Final = {
    "Alfa Romeo": "ZAR",
    "Ashok Leyland": "MB1",
    "Audi": "WAU WA1",
    "Bajaj": "MD2",
    "BMW": "WBA WBS WBX WBY",
    "BYD": "LC0 LGX",
    "Chevrolet": "1G1 1GC",
    "Citroën": "VF7",
    "Fiat": "ZFA",
    "Ford": "1FA 1FM 1FT MAJ WF0",
    "Hero": "MBL",
    "Honda": "1HG 2HG JHM MAK ME4 RLH",
    "Hyundai": "KMH MAL TMA",
    "Isuzu": "RLE",
    "Jaguar": "SAJ",
    "Jeep": "1C4 1J4",
    "Kia": "KNA KND KNE MZB U5Y",
    "Land Rover": "SAL",
    "Mahindra": "MA1",
    "Mazda": "JM1 JMZ",
    "Mercedes-Benz": "W1K W1N WDB WDC WDD",
    "MG": "LSJ MZ7",
    "Mitsubishi": "JA3 JMB",
    "Nissan": "1N4 JN1 MDH SJN",
    "Peugeot": "VF3",
    "Porsche": "WP0 WP1",
    "Renault": "MEE VF1",
    "Royal Enfield": "ME3",
    "Škoda": "TMB",
    "Subaru": "JF1 JF2",
    "Suzuki": "JS2 JSA MA3 TSM",
    "Tata": "MAT",
    "Tesla": "5YJ 7SA LRW XP7",
    "Toyota": "2T1 4T1 5TD JTD JTE JTM JTN MBJ RL4",
    "TVS": "MD6",
    "VinFast": "RLL RLN",
    "Volkswagen": "3VW MEX WV1 WV2 WVG WVW",
    "Volvo": "YV1 YV4",
    "Yamaha": "ME1 RLC",
}
_MAKER_OF: Final = {code: maker for maker, codes in _BY_MAKER.items() for code in codes.split()}


def maker_of(vin: str) -> str:
    """Return the maker of a normalised number, empty when it is not known."""
    return _MAKER_OF.get(vin[:3], "")
