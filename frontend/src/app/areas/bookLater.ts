/** The steps of booking after the first, one chunk together. */
export { CheckPage } from "@/features/book/pages/CheckPage";
export { Planned } from "@/features/book/components/Planned";
export { DonePage } from "@/features/book/pages/DonePage";
export { TimePage } from "@/features/book/pages/TimePage";
export { YouPage } from "@/features/book/pages/YouPage";
