import type { BoardDocument, JobDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { useClock } from "@/live/clock";
import { useLiveDocument } from "@/live/document";
import { promised } from "@/live/promised";
import { SidePanel } from "@/ui/Dialog";
import { LiveState } from "@/ui/LiveState";
import { NearTime } from "@/ui/moments";
import { Tint } from "@/ui/tint";
import { jobKey, readJob } from "../api/desk";
import { useCardVerbs } from "../live/useCardVerbs";
import { jobMark } from "../model/mark";
import { isOpen } from "../model/guesses";
import { About } from "./About";
import { Actions } from "./Actions";
import { Driven } from "./Driven";
import { DrawerHead } from "@/ui/DrawerHead";
import { Holds } from "./Holds";
import { Items } from "./Items";
import { MarkPill } from "./MarkPill";
import { Money } from "./JobMoney";
import { Now } from "./Now";
import { PromiseHistory } from "./PromiseHistory";

/** Where there is no room beside the board, the drawer lies over it: the board never rearranges itself for a drawer. */
export const OVER = "max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-20 max-xl:w-[min(28rem,100vw)]";

/** A card beside the board, with what the desk does to it. */
export function JobDrawer({ id, board, onClose }: { id: string; board: BoardDocument; onClose: () => void }) {
  const t = useT();
  const live = useLiveDocument(jobKey(id), () => readJob(id));
  return (
    <SidePanel label={t("desk.job")} onClose={onClose} className={OVER}>
      <LiveState live={live}>{(sheet) => <Sheet sheet={sheet} board={board} onClose={onClose} />}</LiveState>
    </SidePanel>
  );
}

function Sheet({ sheet, board, onClose }: { sheet: JobDocument; board: BoardDocument; onClose: () => void }) {
  const t = useT();
  const now = useClock();
  const { job } = sheet;
  const verbs = useCardVerbs(sheet);
  const standing = promised(job, now);
  return (
    <>
      <Tint by={job.version} className="flex-none">
        <DrawerHead
          vehicle={job.vehicle}
          customer={job.customer}
          title={job.title}
          pill={<MarkPill mark={jobMark(job, standing, now)} />}
          mileage={job.mileage_out ?? job.mileage_in ?? job.vehicle.mileage}
          due={job.window && standing.kind !== "none" && <>{t("desk.promise")} <NearTime at={job.window.to} className="font-semibold text-ink" /></>}
          onClose={onClose}
        />
      </Tint>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Driven visit={sheet.appointment} here />
        <Actions sheet={sheet} verbs={verbs} />
        <Now sheet={sheet} board={board} verbs={verbs} />
        <Holds sheet={sheet} verbs={verbs} />
        <Items sheet={sheet} technicians={isOpen(job) ? board.technicians : null} verbs={verbs} />
        <PromiseHistory promises={sheet.promises} window={job.window} />
        <About job={job} number={job.number} />
        <Money sheet={sheet} />
      </div>
    </>
  );
}
