import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import { useT } from "@/lib/i18n";
import type { Found } from "../api/centers";
import { placesOf, type MapSetting } from "../model/map";
import "./map.css";

const CLOSEST = 14;
const EDGE_PX: [number, number] = [36, 36];

/** Where the centres of a list are. The one that is chosen stands out, here as in the list; the list says all of it in words. */
export default function CentersMap({ setting, centers, chosen, onChoose }: { setting: MapSetting; centers: Found[]; chosen: string | null; onChoose: (id: string) => void }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ map: L.Map; layer: L.LayerGroup; marks: Map<string, L.Marker> }>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });

  useEffect(() => {
    if (!box.current) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(box.current, { zoomControl: false, attributionControl: false, fadeAnimation: !still, zoomAnimation: !still, markerZoomAnimation: !still });
    L.control.zoom({ zoomInTitle: t("map.closer"), zoomOutTitle: t("map.farther") }).addTo(map);
    // The owner of the tiles is named as plain text: a setting is not to write into the page.
    const attribution = document.createElement("span");
    attribution.textContent = setting.attribution;
    L.control.attribution({ prefix: false }).addAttribution(attribution.innerHTML).addTo(map);
    // The owner may want to know which site asks; it is told the site and not the page.
    L.tileLayer(setting.tiles, { maxZoom: 19, referrerPolicy: "origin" }).addTo(map);
    drawn.current = { map, layer: L.layerGroup().addTo(map), marks: new Map() };
    const resized = new ResizeObserver(() => map.invalidateSize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      map.remove();
      drawn.current = null;
    };
  }, [setting, t]);

  const key = centers.map((one) => one.id).join();
  useEffect(() => {
    if (!drawn.current) return;
    const { map, layer, marks } = drawn.current;
    layer.clearLayers();
    marks.clear();
    const places = placesOf(centers);
    // A map draws no mark before it knows what it shows.
    if (places.length > 0) map.fitBounds(L.latLngBounds(places.map(({ at }) => at)), { padding: EDGE_PX, maxZoom: CLOSEST, animate: false });
    else map.setView([0, 0], 1);
    for (const { id, name, at } of places) {
      const icon = L.divIcon({ className: "center-mark", iconSize: [32, 32], iconAnchor: [16, 30] });
      const mark = L.marker(at, { icon, title: name, riseOnHover: true }).on("click", () => choose.current(id)).addTo(layer);
      const element = mark.getElement();
      element?.setAttribute("aria-label", name);
      element?.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose.current(id);
      });
      marks.set(id, mark);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the ids stand for the list: what else changes of a centre moves nothing
  }, [key, setting, t]);

  useEffect(() => {
    if (!drawn.current) return;
    for (const [id, mark] of drawn.current.marks) {
      const here = id === chosen;
      const element = mark.getElement();
      element?.classList.toggle("chosen", here);
      element?.setAttribute("aria-pressed", String(here));
      mark.setZIndexOffset(here ? 1_000 : 0);
      if (here) drawn.current.map.panInside(mark.getLatLng(), { padding: EDGE_PX });
    }
  }, [chosen, key, setting, t]);

  return <section ref={box} aria-label={t("map.title")} className="centers-map size-full min-h-64 rounded-md border" />;
}
