import { lazy, Suspense, type ComponentType } from "react";
import { needMessages } from "@/lib/i18n";

/** It comes after the page, and a page without it is better than none. */
const Late = lazy<ComponentType>(() =>
  Promise.all([import("@/features/notifications/components/Bell"), needMessages("notifications")]).then(
    ([{ Bell }]) => ({ default: Bell }),
    () => ({ default: () => null }),
  ),
);

/** What the person was told, with how much of it is unread. */
export function Bell() {
  return <Suspense><Late /></Suspense>;
}
