import { useMemo, useState } from "react";
import { useT } from "@/lib/i18n";
import { IconButton } from "@/ui/Button";
import { useDeeds } from "@/ui/deeds";
import { useInbox } from "../live/useInbox";
import { InboxDrawer } from "./InboxDrawer";

const MOST = 99;

/** The bell of a shell: how much is unread, and the way to it. */
export function Bell() {
  const t = useT();
  const inbox = useInbox();
  const [open, setOpen] = useState(false);
  useDeeds(
    "inbox",
    useMemo(() => [{ id: "inbox", label: t("inbox.title"), keys: "i", run: () => setOpen(true) }], [t]),
  );
  const { unread } = inbox;
  return (
    <>
      <IconButton label={t("inbox.bell", { count: unread })} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <svg viewBox="0 0 16 16" width={18} height={18} fill="none" aria-hidden="true" focusable="false">
          <path
            d="M8 2a4 4 0 0 1 4 4v2.6l1.2 2.4H2.8L4 8.6V6a4 4 0 0 1 4-4zM6.5 13.2a1.6 1.6 0 0 0 3 0"
            stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round"
          />
        </svg>
        {unread > 0 && (
          <span aria-hidden="true" className="num absolute end-0 top-0 min-w-4.5 rounded-full bg-accent px-1 text-xs/4.5 font-semibold text-accent-ink">
            {unread > MOST ? `${MOST}+` : unread}
          </span>
        )}
      </IconButton>
      <span role="status" className="sr-only">{unread > 0 && t("inbox.unread", { count: unread })}</span>
      {open && <InboxDrawer inbox={inbox} onClose={() => setOpen(false)} />}
    </>
  );
}
