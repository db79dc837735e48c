import { Route, Routes } from "@/lib/router";
import { DrivePage } from "@/features/drive/pages/DrivePage";
import { MissingPage } from "../MissingPage";
import { CustomerShell } from "../shells/CustomerShell";

/** The driver's own page, on a phone in the street. */
export default function DriveArea() {
  return (
    <CustomerShell>
      <Routes>
        <Route index element={<DrivePage />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </CustomerShell>
  );
}
