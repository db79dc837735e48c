import { Route, Routes } from "@/lib/router";
import { DayPage } from "@/features/bay/pages/DayPage";
import { JobPage } from "@/features/bay/pages/JobPage";
import { startOutbox } from "@/live/outbox";
import { MissingPage } from "../MissingPage";
import { BayShell } from "../shells/BayShell";

startOutbox();

export default function BayArea() {
  return (
    <BayShell>
      <Routes>
        <Route index element={<DayPage />} />
        <Route path="jobs/:id" element={<JobPage />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </BayShell>
  );
}
