/** Collection and return on the pages of others: on the visit's, in the calendar's drawer, and while booking. */
export { DeskTrips } from "@/features/drive/components/DeskTrips";
export { Fetched } from "@/features/drive/components/Fetched";
export { OwnTrips } from "@/features/drive/components/OwnTrips";
