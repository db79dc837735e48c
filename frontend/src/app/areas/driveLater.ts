/** Collection and return at the desk: in a visit's drawer and over the day. */
export { DayDrives } from "@/features/drive/components/DayDrives";
export { DeskTrips } from "@/features/drive/components/DeskTrips";
