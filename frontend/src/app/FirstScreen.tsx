import { Navigate } from "@/lib/router";
import { session } from "@/api/session";
import { Guard } from "./Guard";
import { homeOf } from "./home";

/** "/": on to the person's own first screen. */
export function FirstScreen() {
  return (
    <Guard>
      <Onward />
    </Guard>
  );
}

function Onward() {
  const { user } = session.get();
  return user && <Navigate to={homeOf(user)} replace />;
}
