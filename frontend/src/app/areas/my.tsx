import type { Appointment, OwnVehicle } from "@/api/things";
import { GaragePage } from "@/features/garage/pages/GaragePage";
import { LiveVisitRow, VisitRow } from "@/features/visit/components/VisitRow";
import { useNavigate } from "@/lib/router";
import { area } from "../area";
import { CustomerShell } from "../shells/CustomerShell";

const Places = area(() => import("@/features/visit/components/Places"), "waiting");

const row = (visit: Appointment) => (visit.job_id && visit.status === "checked_in" ? <LiveVisitRow visit={visit} /> : <VisitRow visit={visit} />);

/** One's vehicles and visits; booking for one of them begins with it chosen. */
export default function MyArea() {
  const go = useNavigate();
  const book = (vehicle: OwnVehicle) => {
    void import("./beginBooking").then(({ beginWith }) => {
      beginWith(vehicle);
      go("/book");
    });
  };
  return (
    <CustomerShell>
      <GaragePage row={row} onBook={book} Waiting={Places} />
    </CustomerShell>
  );
}
