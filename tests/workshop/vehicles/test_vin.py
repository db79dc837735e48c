"""Vehicle identification numbers against published examples and against every kind of mistake."""

import pytest

from workshop.vehicles import vin


@pytest.mark.parametrize("number", ["1M8GDM9AXKP042788", "11111111111111111", "1HGCM82633A004352"])
def test_published_numbers_are_valid(number: str) -> None:
    assert vin.problem(number) is None
    assert vin.check_digit(number) == number[8]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "vin_length"),
        ("1M8GDM9AXKP04278", "vin_length"),
        ("1M8GDM9AXKP0427888", "vin_length"),
        ("1M8GDM9AXKPO42788", "vin_characters"),
        ("IM8GDM9AXKP042788", "vin_characters"),
        ("1M8GDM9AXKP04278Q", "vin_characters"),
        ("1M8GDM9AXKP04278é", "vin_characters"),
        ("1m8gdm9axkp042788", "vin_characters"),
        ("1M8GDM9A1KP042788", "vin_check_digit"),
        ("1M8GDM9AXKP042798", "vin_check_digit"),
    ],
)
def test_a_wrong_number_says_why(number: str, code: str) -> None:
    wrong = vin.problem(number)
    assert wrong is not None
    assert wrong.code == code
    assert wrong.message.endswith(".")


def test_letters_that_look_like_figures_are_pointed_out() -> None:
    wrong = vin.problem("1M8GDM9AXKPO42788")
    assert wrong is not None
    assert "O" in wrong.message
    assert "look for 1 and 0" in wrong.message


def test_the_check_digit_can_be_left_to_the_maker() -> None:
    assert vin.problem("1M8GDM9A1KP042788", require_check_digit=False) is None


def test_every_single_wrong_figure_in_the_serial_is_caught() -> None:
    number = vin.build("MAT", "62714", 2023, "P", 41220)
    for position in range(11, 17):
        for figure in "0123456789":
            changed = number[:position] + figure + number[position + 1 :]
            assert (vin.problem(changed) is None) == (changed == number)


def test_typed_numbers_are_normalised() -> None:
    assert vin.normalise(" 1m8-gdm9 axkp042788 ") == "1M8GDM9AXKP042788"


@pytest.mark.parametrize(("year", "code"), [(1980, "A"), (2009, "9"), (2010, "A"), (2018, "J"), (2023, "P")])
def test_year_codes(year: int, code: str) -> None:
    assert vin.year_code(year) == code


def test_model_year_takes_the_newest_possible_cycle() -> None:
    number = vin.build("MAT", "62714", 2023, "P", 1)
    assert vin.model_year(number, latest=2026) == 2023
    assert vin.model_year(number, latest=2022) == 1993
    assert vin.model_year(number, latest=2053) == 2053
    assert vin.model_year(number, latest=1990) is None


@pytest.mark.parametrize("year", range(1980, 2040))
def test_model_year_returns_what_was_built(year: int) -> None:
    assert vin.model_year(vin.build("MA3", "EXMD1", year, "A", 77), latest=year) == year


@pytest.mark.parametrize("character", "0UZ")
def test_a_character_that_is_no_year_decodes_to_none(character: str) -> None:
    assert vin.model_year(f"MAT62714X{character}P041220", latest=2026) is None


def test_a_short_number_has_no_model_year() -> None:
    assert vin.model_year("MAT", latest=2026) is None


@pytest.mark.parametrize(
    ("wmi", "vds", "year", "plant", "serial"),
    [
        ("MA", "62714", 2023, "P", 1),
        ("MAT", "6271", 2023, "P", 1),
        ("MAT", "62714", 2023, "", 1),
        ("MAT", "62714", 2023, "P", 0),
        ("MAT", "62714", 2023, "P", 1_000_000),
        ("MAT", "6271O", 2023, "P", 1),
        ("MAT", "62714", 1979, "P", 1),
    ],
)
def test_build_refuses_parts_that_do_not_fit(wmi: str, vds: str, year: int, plant: str, serial: int) -> None:
    with pytest.raises(ValueError, match=r"must|hold|coded"):
        vin.build(wmi, vds, year, plant, serial)
