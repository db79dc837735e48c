/** The steps of booking after the first, and what a visit that is booked offers: one chunk together. */
export { CenterNews } from "@/features/book/components/CenterNews";
export { CheckPage } from "@/features/book/pages/CheckPage";
export { Planned } from "@/features/book/components/Planned";
export { Done } from "./done";
export { Times } from "./times";
export { Fetched } from "@/features/drive/components/Fetched";
export { OwnTrips } from "@/features/drive/components/OwnTrips";
export { YouPage } from "@/features/book/pages/YouPage";
