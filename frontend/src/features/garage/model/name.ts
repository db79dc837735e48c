import type { OwnVehicle } from "@/api/things";

/** What a vehicle is called by: its plate, or what it has in place of one. */
export const nameOf = ({ license_plate, serial_number, vin }: OwnVehicle): string => license_plate || serial_number || vin;
