import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Avatar } from "@/ui/Avatar";
import { Plate } from "@/ui/Plate";
import type { Listed } from "../api/customers";

const MOST_PLATES = 3;

/** One customer of the list: who, how they are reached, what they drive. */
export function CustomerRow({ customer, chosen, onOpen }: { customer: Listed; chosen: boolean; onOpen: () => void }) {
  const t = useT();
  const name = customer.name || t("customers.no_name");
  const more = customer.vehicles.length - MOST_PLATES;
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the search field's
    <li
      id={`customer-${customer.id}`}
      role="option"
      aria-selected={chosen}
      onClick={onOpen}
      className={cx("flex min-h-13 cursor-pointer items-center gap-3 px-3.5 py-2 hover:bg-surface", chosen && "bg-accent-soft")}
    >
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{name}</span>
        <span className="num block truncate text-xs text-muted">
          {customer.phone && <span dir="ltr">{customer.phone}</span>}
          {customer.phone && customer.email && " · "}
          {customer.email}
        </span>
      </span>
      <span className="flex flex-wrap justify-end gap-1.5 max-sm:hidden">
        {customer.vehicles.slice(0, MOST_PLATES).map((one) => one.plate && <Plate key={one.id} size="xs">{one.plate}</Plate>)}
        {more > 0 && <span className="num self-center text-xs text-muted">+{more}</span>}
      </span>
    </li>
  );
}
