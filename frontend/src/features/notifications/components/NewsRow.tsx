import type { Notification } from "@/api/things";
import { ago } from "@/lib/ago";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import type { Intent } from "@/live/intents";
import { IntentNote } from "@/ui/IntentNote";

const row = "flex w-full gap-3 px-5 py-3.5 text-start text-ink no-underline hover:bg-surface";

/** One of the things the person was told: a link to where it happened, or a button where there is no such page. */
export function NewsRow({ one, now, intents, onRead, onLeave }: { one: Notification; now: number; intents: Intent[]; onRead: () => void; onLeave: () => void }) {
  const leave = () => {
    onRead();
    onLeave();
  };
  return (
    <li>
      {one.path ? (
        <Link to={one.path} className={row} onClick={leave}><Said one={one} now={now} /></Link>
      ) : (
        <button type="button" className={row} onClick={onRead}><Said one={one} now={now} /></button>
      )}
      <IntentNote intents={intents} />
    </li>
  );
}

function Said({ one, now }: { one: Notification; now: number }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <span className={cx("mt-1.5 size-2 shrink-0 rounded-full", !one.is_read && "bg-accent")}>
        {!one.is_read && <span className="sr-only">{t("inbox.mark")}</span>}
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className={one.is_read ? "font-medium" : "font-semibold"}>{one.title}</span>
        <span className="text-sm text-pretty text-muted">{one.message}</span>
        <time dateTime={one.at} className="text-xs text-muted">{ago(one.at, now, locale)}</time>
      </span>
    </>
  );
}
