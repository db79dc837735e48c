import { FloorPage } from "@/features/floor/pages/FloorPage";
import { WallShell } from "../shells/WallShell";

export default function FloorArea() {
  return (
    <WallShell>
      <FloorPage />
    </WallShell>
  );
}
