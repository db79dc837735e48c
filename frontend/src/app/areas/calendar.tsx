import { lazy, Suspense } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Job } from "@/api/things";
import { CalendarPage } from "@/features/calendar/pages/CalendarPage";
import { boardKey, readBoard } from "@/features/desk/api/desk";
import { Route, Routes } from "@/lib/router";
import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { area } from "../area";
import { MissingPage } from "../MissingPage";
import { DeskShell } from "../shells/DeskShell";
import type { Over } from "./overCalendar";

const NO_JOBS: Job[] = [];
/** The board's drawers come with the board's chunk, when the first is opened. */
const desk = () => import("./desk");
const Trips = area(async () => ({ default: (await import("./driveLater")).DeskTrips }), "plan", "forms");
const Drives = area(async () => ({ default: (await import("./driveLater")).DayDrives }), "plan");
const OverCalendar = lazy(async () => ({ default: (await desk()).OverCalendar }));

/** The calendar with what the board knows of the vehicles that are here, and with the board's own drawers. */
export default function CalendarArea() {
  const center = useCenterId();
  const board = useLiveDocument(boardKey(center), () => readBoard(center)).document;
  const page = (over?: Over) => (
    <CalendarPage Trips={Trips} Drives={Drives} jobs={board?.jobs ?? NO_JOBS} onPreset={preset} open={over ?? null}>
      {(calendar, address) => board && over && <Suspense><OverCalendar board={board} calendar={calendar} address={address} over={over} /></Suspense>}
    </CalendarPage>
  );
  return (
    <DeskShell>
      <Routes>
        <Route index element={page()} />
        <Route path="visits/:id" element={page()} />
        <Route path="jobs/:id" element={page("job")} />
        <Route path="arrivals/:id" element={page("arrival")} />
        <Route path="new" element={page("new")} />
        <Route path="line" element={page("line")} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </DeskShell>
  );
}

async function preset(center: CalendarDocument["center"], start: number, where: { bay?: string; technician?: string }): Promise<void> {
  (await desk()).beginVisit(center.zone, start, where);
}
