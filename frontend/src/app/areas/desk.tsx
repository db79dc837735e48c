import { Route, Routes } from "@/lib/router";
import { BoardPage } from "@/features/desk/pages/BoardPage";
import { ScreensPage } from "@/features/desk/pages/ScreensPage";
import { MissingPage } from "../MissingPage";
import { DeskShell } from "../shells/DeskShell";

export { beginVisit, beginVisitOf, OverCalendar } from "./overCalendar";

export function DeskArea() {
  return (
    <DeskShell>
      <Routes>
        <Route index element={<BoardPage />} />
        <Route path="jobs/:id" element={<BoardPage view="job" />} />
        <Route path="arrivals/:id" element={<BoardPage view="arrival" />} />
        <Route path="new" element={<BoardPage view="new" />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </DeskShell>
  );
}

export function ScreensArea() {
  return (
    <DeskShell>
      <ScreensPage />
    </DeskShell>
  );
}
