import { Route, Routes, useParams } from "@/lib/router";
import { LinkPage } from "@/features/visit/pages/LinkPage";
import { VisitPage } from "@/features/visit/pages/VisitPage";
import { VisitsPage } from "@/features/visit/pages/VisitsPage";
import { MissingPage } from "../MissingPage";
import { CustomerShell } from "../shells/CustomerShell";

export function VisitArea() {
  return (
    <CustomerShell>
      <Routes>
        <Route index element={<VisitsPage />} />
        <Route path=":id" element={<OwnVisit />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </CustomerShell>
  );
}

function OwnVisit() {
  const { id = "" } = useParams();
  return <VisitPage key={id} id={id} />;
}

export function LinkArea() {
  return (
    <CustomerShell>
      <LinkPage />
    </CustomerShell>
  );
}
