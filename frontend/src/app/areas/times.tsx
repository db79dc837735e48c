import type { ComponentProps } from "react";
import { TimePage } from "@/features/book/pages/TimePage";
import { area } from "../area";

const Places = area(() => import("@/features/visit/components/Places"), "waiting");

/** The choice of a time, with what one waits for beside it. */
export function Times(props: Omit<ComponentProps<typeof TimePage>, "Waiting">) {
  return <TimePage {...props} Waiting={Places} />;
}
