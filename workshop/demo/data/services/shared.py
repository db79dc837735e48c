"""Steps that many services have in common, with the time each service allows for them."""

from decimal import Decimal

from workshop.demo.data.services.spec import ReadingSpec, StepSpec


def isolate_high_voltage(minutes: int = 15) -> StepSpec:
    """Return the step that makes a high-voltage vehicle safe to open."""
    return StepSpec(
        "Isolate high voltage",
        "High-voltage system off",
        "Ignition off, key in the lock box, 12 V negative off, pull the service disconnect and lock it out. "
        "After the maker's waiting time (10 minutes at least) prove zero volts with a two-pole tester, "
        "checked before and after.",
        minutes,
        safety=True,
        reading=ReadingSpec("Voltage between the poles", "V", max=Decimal("5")),
        second_person=True,
    )


def restore_high_voltage(minutes: int = 10) -> StepSpec:
    """Return the step that puts an isolated vehicle back into service."""
    return StepSpec(
        "Restore high voltage",
        "High-voltage system on again",
        "Count the tools, refit covers and interlocks, fit the service disconnect, reconnect 12 V and "
        "remove the lock in person. Switch to ready and check that no high-voltage warning stays on.",
        minutes,
        safety=True,
    )


def torque_wheel_nuts(minutes: int = 5) -> StepSpec:
    """Return the step that fastens the wheels with a torque wrench."""
    return StepSpec(
        "Torque the wheel nuts",
        "Wheels on, at the maker's torque",
        "Seat the wheels by hand, lower the vehicle and tighten crosswise with a calibrated torque wrench "
        "to the figure in the maker's table. Mark each nut with paint.",
        minutes,
        safety=True,
        reading=ReadingSpec("Wheel nut torque", "Nm", Decimal("85"), Decimal("140")),
    )


def lift_vehicle(minutes: int = 5) -> StepSpec:
    """Return the step that puts a car on the lift."""
    return StepSpec(
        "Set on the lift",
        "Vehicle onto the lift",
        "Set the pads on the sill points only, never on the battery tray. Raise 10 cm, rock the vehicle, "
        "then lift to working height and drop onto the locks.",
        minutes,
        safety=True,
    )


def road_test(minutes: int = 15, listen_for: str = "noises, pulling and warning lamps") -> StepSpec:
    """Return the step that drives the vehicle and compares with what the customer said."""
    return StepSpec(
        "Road test",
        "Test drive",
        "Drive the standard loop of 6 km with two full stops and one stretch at 60 km/h. Note "
        f"{listen_for}, and write down mileage out and in.",
        minutes,
    )


def record_codes(minutes: int = 5) -> StepSpec:
    """Return the step that saves and clears fault codes at the end."""
    return StepSpec(
        "Clear and record codes",
        "Last look at the vehicle's own checks",
        "Save the complete fault report to the job, clear stored codes, switch off for 2 minutes and read "
        "again. A code that comes back is a finding.",
        minutes,
        second_person=True,
    )
