import { homeOf } from "@/app/home";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { useLiveDocument } from "@/live/document";
import { useCenterId, useMe } from "@/live/me";
import { Sign } from "@/ui/icons";
import { LiveState } from "@/ui/LiveState";
import { floorKey, readFloor } from "../api/floor";
import { Floor } from "../components/Floor";

/** The wall board: every bay at a glance, from 5 m, without a touch. */
export function FloorPage() {
  const center = useCenterId();
  const live = useLiveDocument(floorKey(center), () => readFloor(center));
  return <LiveState live={live}>{(floor) => <Floor floor={floor} back={<Back />} />}</LiveState>;
}

/** The way back for a person; a screen that hangs on a wall is paired and has none. */
function Back() {
  const t = useT();
  const me = useMe();
  if (!me) return null;
  const home = homeOf(me);
  return (
    <Link to={home} className="-ms-3 flex min-h-16 items-center gap-2 rounded-md px-3 text-[1.75rem] font-medium text-muted no-underline hover:text-ink">
      <Sign name="back" className="size-7 flex-none" />
      {t(home === "/board" ? "nav.board" : "nav.day")}
    </Link>
  );
}
