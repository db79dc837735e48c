import type { InboxDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { useClock } from "@/live/clock";
import { useHeldBack } from "@/live/interaction";
import { Button } from "@/ui/Button";
import { Drawer } from "@/ui/Dialog";
import { EmptyState } from "@/ui/EmptyState";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { LiveState } from "@/ui/LiveState";
import { ProblemNote } from "@/ui/ProblemNote";
import type { InboxInUse } from "../live/useInbox";
import { NewsRow } from "./NewsRow";

/** What the person was told, the newest first. Opening one reads it and goes where it happened. */
export function InboxDrawer({ inbox, onClose }: { inbox: InboxInUse; onClose: () => void }) {
  const t = useT();
  return (
    <Drawer title={t("inbox.title")} onClose={onClose}>
      <LiveState live={inbox.live}>
        {({ notifications }) => <News notifications={notifications} inbox={inbox} onClose={onClose} />}
      </LiveState>
    </Drawer>
  );
}

function News({ notifications, inbox, onClose }: { notifications: InboxDocument["notifications"]; inbox: InboxInUse; onClose: () => void }) {
  const t = useT();
  const now = useClock(60_000);
  const byId = new Map(notifications.map((one) => [one.id, one]));
  // Ids sort by the moment they were made.
  const order = useHeldBack([...byId.keys()].sort().reverse());
  if (notifications.length === 0) return <EmptyState kind="empty" title={t("inbox.none")}>{t("inbox.none_text")}</EmptyState>;
  return (
    <>
      <div className="-mt-2 mb-3 flex min-h-9 flex-wrap items-center justify-between gap-2">
        <HeldUpdates waiting={order.waiting} onRelease={order.release} />
        {inbox.unread > 0 && <Button tone="quiet" className="ms-auto" onClick={() => void inbox.readAll()}>{t("inbox.read_all")}</Button>}
      </div>
      {inbox.problem && <ProblemNote problem={inbox.problem} />}
      <ul className="-mx-5 divide-y border-y">
        {order.shown.map((id) => {
          const one = byId.get(id);
          return one && <NewsRow key={id} one={one} now={now} intents={inbox.of(id)} onRead={() => inbox.read(one)} onLeave={onClose} />;
        })}
      </ul>
    </>
  );
}
