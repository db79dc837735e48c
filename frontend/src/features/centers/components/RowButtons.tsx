import { useT } from "@/lib/i18n";
import { IconButton } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import type { useRows } from "../live/useRows";

/** Up, down and away, for one of several rows; `about` says which. */
export function RowButtons({ held, rowKey, about, spare }: { held: ReturnType<typeof useRows>; rowKey: number; about: string; /** It may be taken away. */ spare: boolean }) {
  const t = useT();
  const place = held.rows.findIndex((one) => one.key === rowKey);
  return (
    <span className="flex shrink-0">
      {held.rows.length > 1 && (
        <>
          <IconButton ref={held.button(rowKey, -1)} label={t("services.up", { about })} disabled={place === 0} onClick={() => held.move(rowKey, -1)}><Sign name="down" size={14} className="rotate-180" /></IconButton>
          <IconButton ref={held.button(rowKey, 1)} label={t("services.down", { about })} disabled={place === held.rows.length - 1} onClick={() => held.move(rowKey, 1)}><Sign name="down" size={14} /></IconButton>
        </>
      )}
      {spare && <IconButton label={t("services.remove", { about })} onClick={() => held.remove(rowKey)}><Sign name="close" size={14} /></IconButton>}
    </span>
  );
}
