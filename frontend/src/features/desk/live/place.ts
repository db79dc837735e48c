/** Where what opens over a desk's screen has its address: the board's, unless another screen shows the drawers. */
import { createContext, useContext } from "react";

export type Place = (path: string) => string;

export const PlaceContext = createContext<Place>((path) => `/board${path}`);
export const usePlace = (): Place => useContext(PlaceContext);
