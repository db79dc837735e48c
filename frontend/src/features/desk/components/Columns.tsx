import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useT } from "@/lib/i18n";
import { COLUMNS, neighbour, type Board, type Order } from "../model/board";
import { addressOf, BoardCard } from "./BoardCard";
import { Gone } from "./Gone";

/** The columns, side by side where there is room, below each other where not; arrow keys go from card to card. */
export function Columns({ board, order, now, at }: { board: Board; order: Order; now: number; at: string }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const had = useRef(false);
  const first = chosen !== null && COLUMNS.some((column) => order[column].includes(chosen)) ? chosen : neighbour(order, null, "");

  // A card that changed its column took the focus away with it: it gets it back where it is now.
  const mark = JSON.stringify(order);
  useEffect(() => {
    if (had.current && document.activeElement === document.body && chosen) document.getElementById(`card-${chosen}`)?.focus();
  }, [mark, chosen]);

  // What is open in the drawer is in sight on the board.
  useEffect(() => {
    box.current?.querySelector("[aria-current]")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [at]);

  const press = (event: KeyboardEvent) => {
    if (!event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
    const rtl = box.current !== null && getComputedStyle(box.current).direction === "rtl";
    const arrow = rtl ? (({ ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" })[event.key] ?? event.key) : event.key;
    const next = neighbour(order, chosen, arrow);
    if (!next) return;
    event.preventDefault();
    document.getElementById(`card-${next}`)?.focus();
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys go from link to link
    <div
      ref={box}
      onKeyDown={press}
      onFocus={() => (had.current = true)}
      onBlur={(event) => (had.current = event.relatedTarget === null)}
      className="grid gap-x-2 gap-y-5 min-[88rem]:gap-x-2.5 @min-[47.75rem]:auto-cols-[minmax(9.125rem,1fr)] @min-[47.75rem]:grid-flow-col"
    >
      {COLUMNS.map((column) => (
        <section key={column} aria-labelledby={`column-${column}`} className="min-w-0">
          <h2 id={`column-${column}`} className="sticky -top-3.5 z-1 mb-1 flex items-baseline gap-2 bg-bg px-1 py-1 text-xs font-semibold text-muted">
            <span className="truncate">{t(`desk.column.${column}`)}</span>
            <span className="num ms-auto">{order[column].length}</span>
          </h2>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] items-start gap-2.5 @min-[47.75rem]:grid-cols-1">
            {order[column].map((key) => {
              const card = board.cards.get(key);
              // A card that has left keeps its place while the board is held, so that nothing moves up.
              if (!card) return <div key={key} aria-hidden="true" className="min-h-28 rounded-md border border-dashed" />;
              return <BoardCard key={key} card={card} now={now} open={at === addressOf(card)} tabbable={key === first} onFocus={() => setChosen(key)} />;
            })}
            {order[column].length === 0 && <p className="px-1 py-1 text-xs text-muted">{t(`desk.none.${column}`)}</p>}
          </div>
          {column === "ready" && <Gone jobs={board.gone} />}
        </section>
      ))}
    </div>
  );
}
