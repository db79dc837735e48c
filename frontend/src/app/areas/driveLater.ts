/** Collection and return on the pages of others: on the visit's, in the calendar's drawer, and while booking. */
export { DayDrives } from "@/features/drive/components/DayDrives";
export { DeskTrips } from "@/features/drive/components/DeskTrips";
export { Fetched } from "@/features/drive/components/Fetched";
export { OwnTrips } from "@/features/drive/components/OwnTrips";
