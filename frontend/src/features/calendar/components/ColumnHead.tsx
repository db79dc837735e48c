import { useMemo, useState } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { loadOf } from "../model/load";
import type { Day } from "../model/day";
import type { By, Column } from "../model/plan";
import { LoadBar } from "./LoadBar";
import { LoadDialog } from "./LoadDialog";

/** A bay's or technician's name over how much of its time is booked; a press lists the visits counted. */
export function ColumnHead({ column, document, by, visits, day, linkOf }: { column: Column; document: CalendarDocument; by: By; visits: Slot[]; day: Day; linkOf: (id: string) => string }) {
  const [open, setOpen] = useState(false);
  const load = useMemo(() => loadOf(column, by, visits, document, day), [column, by, visits, document, day]);
  return (
    <div className="min-w-0">
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className="flex h-full w-full min-w-0 flex-col justify-center gap-1 px-2 text-start hover:bg-surface">
        <LoadBar load={load} label={column.name} className="w-full [&>span:first-child>span:first-child]:text-sm [&>span:first-child>span:first-child]:font-semibold [&>span:first-child>span:first-child]:text-ink" />
      </button>
      {open && <LoadDialog title={column.name} load={load} day={day.start} linkOf={linkOf} onClose={() => setOpen(false)} />}
    </div>
  );
}
