import { Route, Routes } from "react-router";
import { BoardPage } from "@/features/desk/pages/BoardPage";
import { MissingPage } from "../MissingPage";
import { DeskShell } from "../shells/DeskShell";

export default function DeskArea() {
  return (
    <DeskShell>
      <Routes>
        {["", "jobs/:id"].map((path) => <Route key="board" path={path} element={<BoardPage />} />)}
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </DeskShell>
  );
}
