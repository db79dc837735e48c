import { useCallback, useMemo } from "react";
import type { BoardDocument } from "@/api/documents";
import { DeskBar } from "@/app/shells/DeskShell";
import { useT } from "@/lib/i18n";
import { useLocation, useNavigate, useParams } from "@/lib/router";
import { ZoneContext } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useLiveDocument } from "@/live/document";
import { useHeldBack } from "@/live/interaction";
import { useCenterId } from "@/live/me";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { Sign } from "@/ui/icons";
import { LiveState } from "@/ui/LiveState";
import { Time } from "@/ui/moments";
import { boardKey, readBoard } from "../api/desk";
import { ArrivalDrawer } from "../components/ArrivalDrawer";
import { BoardSkeleton } from "../components/BoardSkeleton";
import { Columns } from "../components/Columns";
import { JobDrawer } from "../components/JobDrawer";
import { LateStrip } from "../components/LateStrip";
import { NewVisit } from "../components/NewVisit";
import { useBoardDeeds } from "../live/useBoardDeeds";
import { useFocusBack } from "../live/useFocusBack";
import { useHandsOn } from "../live/useHandsOn";
import { boardOf } from "../model/board";

export type BoardView = "board" | "job" | "arrival" | "new";

/** The day at the desk; what is open over it is part of the address. */
export function BoardPage({ view = "board" }: { view?: BoardView }) {
  const center = useCenterId();
  const live = useLiveDocument(boardKey(center), () => readBoard(center));
  return (
    <LiveState live={live} skeleton={<BoardSkeleton />}>
      {(board) => (
        <ZoneContext.Provider value={board.center.zone}>
          <Day document={board} view={view} />
        </ZoneContext.Provider>
      )}
    </LiveState>
  );
}

function Day({ document, view }: { document: BoardDocument; view: BoardView }) {
  const t = useT();
  const go = useNavigate();
  const { id } = useParams();
  const { pathname } = useLocation();
  const now = useClock();
  const board = useMemo(() => boardOf(document, now), [document, now]);
  const hands = useHandsOn();
  const held = useHeldBack(board.order, hands.on);
  useBoardDeeds(document);
  useFocusBack(pathname);
  const close = useCallback(() => void go("/board"), [go]);
  const nothing = board.cards.size === 0 && board.gone.length === 0;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <DeskBar
          title={t("nav.board")}
          note={
            <>
              <span className="min-w-0 truncate">{document.center.name}</span>
              <span className="shrink-0">
                · <Time at={now} show="day" /> · <Time at={now} className="font-semibold text-ink" />
              </span>
            </>
          }
        >
          <ButtonLink to="/board/new" tone="primary" size="desk"><Sign name="plus" size={14} />{t("desk.new_visit")}</ButtonLink>
        </DeskBar>
        <LateStrip late={board.late} />
        <div className="@container relative min-h-0 flex-1 overflow-auto px-4.5 py-3.5" {...hands.watch}>
          {held.waiting > 0 && (
            <div className="pointer-events-none sticky top-0 z-10 flex h-0 justify-center overflow-visible">
              <span className="pointer-events-auto"><HeldUpdates waiting={held.waiting} onRelease={held.release} /></span>
            </div>
          )}
          {nothing ? (
            <EmptyState kind="empty" title={t("desk.nothing")} action={<ButtonLink to="/board/new" tone="primary">{t("desk.new_visit")}</ButtonLink>}>
              {t("desk.nothing_text")}
            </EmptyState>
          ) : (
            <Columns board={board} order={held.shown} now={now} at={pathname} />
          )}
        </div>
      </div>
      {view === "job" && id && <JobDrawer key={id} id={id} board={document} onClose={close} />}
      {view === "arrival" && id && <ArrivalDrawer key={id} id={id} board={document} onClose={close} />}
      {view === "new" && <NewVisit board={document} onClose={close} />}
    </div>
  );
}
