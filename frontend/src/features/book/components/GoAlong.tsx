import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { useStore } from "@/lib/store";
import { StateIcon } from "@/ui/icons";
import { draft } from "../live/draft";
import { pictures } from "../live/pictures";

/** Before a request is sent: how many pictures go along, which are left out, and the way back to them. */
export function GoAlong() {
  const t = useT();
  const { photos, centerId } = useStore(draft);
  const sending = useStore(pictures);
  const refused = sending.filter((one) => one.problem);
  const under = sending.length - refused.length;
  return (
    <>
      {photos.length > 0 && <span className="block text-sm text-muted">{t("plan.photos_along", { count: photos.length })}</span>}
      {under > 0 && <span role="status" className="block text-sm text-muted">{t("plan.photos_under", { count: under })}</span>}
      {refused.length > 0 && (
        <span className="mt-2 block rounded-sm bg-waiting-soft px-3 py-2 text-sm">
          <span className="flex items-start gap-2">
            <StateIcon state="waiting" className="mt-0.5 shrink-0 text-waiting-text" />
            <span className="min-w-0 break-words">{t("plan.photos_left", { count: refused.length, names: refused.map((one) => one.name).join(", ") })}</span>
          </span>
          <Link to={`/book/${centerId}`} className="inline-flex min-h-12 items-center font-semibold">{t("plan.photos_back")}</Link>
        </span>
      )}
    </>
  );
}
