import { AboutPage } from "@/features/centers/pages/AboutPage";
import { BaysPage } from "@/features/centers/pages/BaysPage";
import { HoursPage } from "@/features/centers/pages/HoursPage";
import { NetworkPage } from "@/features/centers/pages/NetworkPage";
import { NewServicePage } from "@/features/centers/pages/NewServicePage";
import { NewPersonPage } from "@/features/centers/pages/NewPersonPage";
import { PersonPage } from "@/features/centers/pages/PersonPage";
import { RulesPage } from "@/features/centers/pages/RulesPage";
import { ServicePage } from "@/features/centers/pages/ServicePage";
import { ServicesPage } from "@/features/centers/pages/ServicesPage";
import { StaffPage } from "@/features/centers/pages/StaffPage";
import { Navigate, Route, Routes } from "@/lib/router";
import { useCenterId, useMe } from "@/live/me";
import { runsNetwork } from "../home";
import { MissingPage } from "../MissingPage";
import { DeskShell } from "../shells/DeskShell";

/** The administration of a centre; the network's may be without one, and begins with the centres then. */
export default function CentersArea() {
  const me = useMe();
  const here = useCenterId();
  const network = me !== null && runsNetwork(me);
  return (
    <DeskShell>
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
    </DeskShell>
  );
}
