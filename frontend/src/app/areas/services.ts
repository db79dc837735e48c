/** What a centre sells, as its administration sees it: one chunk together. */
export { NewServicePage } from "@/features/centers/pages/NewServicePage";
export { ServicePage } from "@/features/centers/pages/ServicePage";
export { ServicesPage } from "@/features/centers/pages/ServicesPage";
