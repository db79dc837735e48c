import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { actIn, type User } from "@/api/session";
import { call } from "@/api/typed";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { useCenterId } from "@/live/me";
import { StateIcon } from "@/ui/icons";
import { toast } from "@/ui/toasts";
import { centersOf, homeOf } from "./home";

const readCenters = async () => (await call("get", "/api/public/service-centers")).results;

/** The centres a person may act in, when there are several: the one chosen opens at its first screen. */
export function CenterChoice({ user, className }: { user: User; className: string }) {
  const t = useT();
  const go = useNavigate();
  const here = useCenterId();
  const { data } = useQuery({ queryKey: ["centers"], queryFn: readCenters });
  const centers = centersOf(user, data ?? []);
  if (centers.length < 2) return null;
  const choose = async (id: string) => {
    try {
      await actIn(id);
      void go(homeOf(user));
    } catch (error) {
      toast(asProblem(error).detail ?? t("problem.unknown"), { tone: "blocked" });
    }
  };
  return (
    <div role="group" aria-label={t("nav.center")} className="my-1 max-h-64 overflow-y-auto border-y py-1">
      {centers.map(({ id, name }) => (
        <button key={id} type="button" data-choice aria-pressed={id === here} onClick={() => void choose(id)} className={cx(className, "gap-2")}>
          <span className="min-w-0 flex-1">{name}</span>
          {id === here && <StateIcon state="done" size={14} className="shrink-0 text-done-text" />}
        </button>
      ))}
    </div>
  );
}
