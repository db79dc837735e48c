import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { asProblem } from "@/api/problem";
import { DeskBar } from "@/app/shells/DeskShell";
import { useT } from "@/lib/i18n";
import { useNavigate, useSearchParams } from "@/lib/router";
import { useCenterId } from "@/live/me";
import { Button } from "@/ui/Button";
import { useDeeds } from "@/ui/deeds";
import { EmptyState } from "@/ui/EmptyState";
import { controlClass } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { CustomerRow } from "../components/CustomerRow";
import { NewCustomer } from "../components/NewCustomer";
import { useCustomerList } from "../live/useCustomerList";

const SETTLED_MS = 180;
const PAGE = 50;
const MOST = 200;

/** Every customer of the centre, found as one types; arrow keys and Enter open one. */
export function CustomersPage() {
  const t = useT();
  const go = useNavigate();
  const center = useCenterId();
  const [query, setQuery] = useSearchParams();
  const [text, setText] = useState(query.get("q") ?? "");
  const [asked, setAsked] = useState(text.trim());
  const [limit, setLimit] = useState(PAGE);
  const [at, setAt] = useState(0);
  const [opens, setOpens] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isNew = query.has("new");
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(text.trim());
      setLimit(PAGE);
      setAt(0);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error, isPlaceholderData } = useCustomerList(center, asked, limit);
  const rows = data?.results ?? [];
  const chosen = Math.min(at, rows.length - 1);
  const write = useMemo(() => () => setQuery({ ...(asked ? { q: asked } : {}), new: "" }, { replace: true }), [asked, setQuery]);
  useDeeds(
    "customers",
    useMemo(
      () => [
        { id: "find", label: t("customers.keys.search"), keys: "/", group: t("nav.customers"), run: () => field.current?.focus() },
        { id: "new", label: t("customers.new"), keys: "n", group: t("nav.customers"), run: write },
      ],
      [t, write],
    ),
  );
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && rows.length > 0) {
      const next = (chosen + step + rows.length) % rows.length;
      setAt(next);
      document.getElementById(`customer-${rows[next]!.id}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      setOpens(true);
    } else return;
    event.preventDefault();
  };
  const settled = data && asked === text.trim() && !isPlaceholderData;
  const found = rows[chosen]?.id;
  // Enter may come before the answer: then it opens who is found, and nobody by chance meanwhile.
  useEffect(() => {
    if (!opens || !settled) return;
    setOpens(false);
    if (found) void go(`/desk/customers/${found}`);
  }, [opens, settled, found, go]);
  return (
    <>
      <DeskBar title={t("nav.customers")} note={asked ? (settled ? t("customers.found", { count: rows.length }) : "") : t("customers.newest")}>
        <Button tone="primary" onClick={write}>{t("customers.new")}</Button>
      </DeskBar>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4.5">
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={t("customers.search")}
          aria-expanded={rows.length > 0}
          aria-controls="customer-list"
          aria-activedescendant={rows[chosen] ? `customer-${rows[chosen].id}` : undefined}
          placeholder={t("customers.search")}
          autoComplete="off"
          maxLength={100}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- searching is what one comes for
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpens(false);
          }}
          onKeyDown={press}
          className={`${controlClass} min-h-10 w-full max-w-xl flex-none px-3`}
        />
        {!data && !error && <Skeleton rows={6} />}
        {!data && error && <Trouble passing={asProblem(error).passing} />}
        {settled && rows.length === 0 && (asked ? (
          <EmptyState kind="no-results" title={t("customers.no_match", { text: asked })} action={<Button onClick={write}>{t("customers.new")}</Button>}>{t("customers.no_match_text")}</EmptyState>
        ) : (
          <EmptyState kind="empty" title={t("customers.none")} action={<Button tone="primary" onClick={write}>{t("customers.new")}</Button>}>{t("customers.none_text")}</EmptyState>
        ))}
        {rows.length > 0 && (
          <ul id="customer-list" role="listbox" aria-label={t("nav.customers")} className="flex-none divide-y overflow-hidden rounded-md border bg-raised">
            {rows.map((row, index) => <CustomerRow key={row.id} customer={row} chosen={index === chosen} onOpen={() => void go(`/desk/customers/${row.id}`)} />)}
          </ul>
        )}
        {data?.next && limit < MOST && <Button className="self-center" onClick={() => setLimit(limit + PAGE)}>{t("customers.more")}</Button>}
        <p role="status" className="sr-only">{settled && asked ? t("customers.found", { count: rows.length }) : ""}</p>
      </div>
      {isNew && <NewCustomer center={center} begun={asked} onClose={() => setQuery(asked ? { q: asked } : {}, { replace: true })} />}
    </>
  );
}

function Trouble({ passing }: { passing: boolean }) {
  const t = useT();
  return passing ? (
    <EmptyState kind="offline" title={t("customers.offline")}>{t("customers.offline_text")}</EmptyState>
  ) : (
    <EmptyState kind="no-permission" title={t("customers.denied")}>{t("customers.denied_text")}</EmptyState>
  );
}
