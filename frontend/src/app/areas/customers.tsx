import { useCallback } from "react";
import { CustomerPage, type Booking } from "@/features/customers/pages/CustomerPage";
import { CustomersPage } from "@/features/customers/pages/CustomersPage";
import { Route, Routes, useNavigate, useParams } from "@/lib/router";
import { MissingPage } from "../MissingPage";
import { DeskShell } from "../shells/DeskShell";

/** The board's window for a new visit comes with the board's chunk, when the first is begun. */
const desk = () => import("./desk");

export default function CustomersArea() {
  return (
    <DeskShell>
      <Routes>
        <Route index element={<CustomersPage />} />
        <Route path=":id" element={<OneCustomer />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </DeskShell>
  );
}

function OneCustomer() {
  const { id = "" } = useParams();
  const go = useNavigate();
  const book = useCallback<Booking>(
    (file, vehicle) => {
      void desk().then(({ beginVisitOf }) => {
        beginVisitOf(file.customer, file.vehicles, vehicle?.id ?? null);
        go("/board/new");
      });
    },
    [go],
  );
  return <CustomerPage key={id} id={id} onBook={book} />;
}
