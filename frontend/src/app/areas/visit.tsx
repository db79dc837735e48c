import { Route, Routes, useParams } from "@/lib/router";
import { LinkPage } from "@/features/visit/pages/LinkPage";
import { VisitPage } from "@/features/visit/pages/VisitPage";
import { area } from "../area";
import { MissingPage } from "../MissingPage";
import { CustomerShell } from "../shells/CustomerShell";

const VisitsPage = area(async () => ({ default: (await import("@/features/visit/pages/VisitsPage")).VisitsPage }), "visits");
const Places = area(() => import("@/features/visit/components/Places"), "waiting");
const later = () => import("./bookLater");
const Planned = area(async () => ({ default: (await later()).Planned }), "plan", "forms");

const Trips = area(async () => ({ default: (await later()).OwnTrips }), "plan", "forms");

export function VisitArea() {
  return (
    <CustomerShell>
      <Routes>
        <Route index element={<VisitsPage Waiting={Places} />} />
        <Route path=":id" element={<OwnVisit />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </CustomerShell>
  );
}

function OwnVisit() {
  const { id = "" } = useParams();
  return <VisitPage key={id} id={id} Planned={Planned} Trips={Trips} />;
}

export function LinkArea() {
  return (
    <CustomerShell>
      <LinkPage Planned={Planned} Trips={Trips} />
    </CustomerShell>
  );
}
