/** How large things to press are: 36 px at the desk, 48 on a phone, 72 in the bay, 96 for the bay's main action. */
import { createContext, useContext } from "react";

export type Density = "desk" | "phone" | "bay" | "main";

export const DensityContext = createContext<Density>("desk");

export function useDensity(own?: Density): Density {
  const around = useContext(DensityContext);
  return own ?? around;
}
