import { session, type RoleName } from "@/api/session";
import { FloorPage } from "@/features/floor/pages/FloorPage";
import { PairedPage } from "@/features/floor/pages/PairedPage";
import { useStore } from "@/lib/store";
import { Guard } from "../Guard";
import { WallShell } from "../shells/WallShell";
import { usePerson } from "../usePerson";

const AT_WORK: RoleName[] = ["staff", "admin", "technician"];

/** A person sees the floor of the own centre; a screen without one, that of the centre it is paired with. */
export default function FloorArea() {
  const { person, asking, silent } = usePerson();
  const ended = useStore(session, (held) => held.ended);
  if (!person && !asking && !silent && !ended) return <WallShell><PairedPage /></WallShell>;
  return <Guard unattended roles={AT_WORK}><WallShell><FloorPage /></WallShell></Guard>;
}
