import { Suspense } from "react";
import { AboutPage } from "@/features/centers/pages/AboutPage";
import { BaysPage } from "@/features/centers/pages/BaysPage";
import { HoursPage } from "@/features/centers/pages/HoursPage";
import { NetworkPage } from "@/features/centers/pages/NetworkPage";
import { NewPersonPage } from "@/features/centers/pages/NewPersonPage";
import { PersonPage } from "@/features/centers/pages/PersonPage";
import { RulesPage } from "@/features/centers/pages/RulesPage";
import { StaffPage } from "@/features/centers/pages/StaffPage";
import { Navigate, Route, Routes } from "@/lib/router";
import { useCenterId, useMe } from "@/live/me";
import { Skeleton } from "@/ui/Skeleton";
import { area } from "../area";
import { runsNetwork } from "../home";
import { MissingPage } from "../MissingPage";
import { DeskShell } from "../shells/DeskShell";

const sold = () => import("./services");
const ServicesPage = area(async () => ({ default: (await sold()).ServicesPage }), "services", "vehicles");
const NewServicePage = area(async () => ({ default: (await sold()).NewServicePage }), "services", "vehicles");
const ServicePage = area(async () => ({ default: (await sold()).ServicePage }), "services", "vehicles");

/** The administration of a centre; the network's may be without one, and begins with the centres then. */
export default function CentersArea() {
  const me = useMe();
  const here = useCenterId();
  const network = me !== null && runsNetwork(me);
  return (
    <DeskShell>
      <Suspense fallback={<Skeleton className="p-6" />}>
        <Routes>
          <Route index element={here || !network ? <AboutPage /> : <Navigate to="/admin/centre/network" replace />} />
          <Route path="hours" element={<HoursPage />} />
          <Route path="rules" element={<RulesPage />} />
          <Route path="bays" element={<BaysPage />} />
          <Route path="services" element={<ServicesPage />} />
          <Route path="services/new" element={<NewServicePage />} />
          <Route path="services/:id" element={<ServicePage />} />
          <Route path="staff" element={<StaffPage />} />
          <Route path="staff/new" element={<NewPersonPage />} />
          <Route path="staff/:id" element={<PersonPage />} />
          <Route path="network" element={network ? <NetworkPage /> : <MissingPage />} />
          <Route path="*" element={<MissingPage />} />
        </Routes>
      </Suspense>
    </DeskShell>
  );
}
