import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { Bar } from "@/ui/Bar";
import { Sign } from "@/ui/icons";
import { ProblemNote } from "@/ui/ProblemNote";
import { forgetPicture, type Picture } from "@/api/upload";
import { draft, write } from "../live/draft";
import { drop, dropRefused, pictures, sendPicture } from "../live/pictures";

/** As many as a request takes. */
const MOST = 6;

/** Pictures of what is wrong: uploaded at once, each with how far it is, and taken back with a tap. */
export function Photos() {
  const t = useT();
  const { photos } = useStore(draft);
  const sending = useStore(pictures);
  const under = sending.filter((one) => !one.problem);
  const room = MOST - photos.length - under.length;

  const takeBack = (picture: Picture) => {
    write({ photos: photos.filter((one) => one.id !== picture.id) });
    // What nobody sends is forgotten by the server after a day, so a failure here loses nothing.
    forgetPicture(picture.id).catch(() => undefined);
  };

  return (
    <div className="flex flex-col gap-3">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
        {photos.map((one, at) => (
          <li key={one.id} className="relative aspect-square overflow-hidden rounded-sm border bg-surface">
            <img src={one.thumbnail_url} alt={t("book.photo", { number: at + 1 })} className="size-full object-cover" />
            <button type="button" aria-label={t("book.photo_remove", { number: at + 1 })} onClick={() => takeBack(one)} className="absolute end-0 top-0 grid size-11 place-items-center">
              <span className="grid size-7 place-items-center rounded-full bg-raised text-ink"><Sign name="close" size={12} /></span>
            </button>
          </li>
        ))}
        {under.map((one) => (
          <li key={one.key} className="flex aspect-square flex-col justify-end rounded-sm border bg-surface p-2">
            <Bar share={one.share} label={t("book.photo_sending", { name: one.name })} />
          </li>
        ))}
        {room > 0 && (
          <li className="aspect-square">
            <label className="relative flex size-full cursor-pointer flex-col items-center justify-center gap-1 rounded-sm border border-dashed border-control! text-center text-sm text-muted has-focus-visible:outline-2 has-focus-visible:outline-accent">
              <Sign name="plus" size={20} />
              {t("book.photo_add")}
              <input
                type="file"
                accept="image/jpeg,image/png,image/webp"
                multiple
                className="absolute inset-0 cursor-pointer opacity-0"
                onChange={(event) => {
                  dropRefused();
                  for (const file of Array.from(event.target.files ?? []).slice(0, room)) void sendPicture(file);
                  event.target.value = "";
                }}
              />
            </label>
          </li>
        )}
      </ul>
      {sending.map((one) => one.problem && (
        <ProblemNote key={one.key} problem={one.problem} fields>
          <button type="button" className="min-h-12 font-semibold underline" onClick={() => drop(one.key)}>{t("book.photo_dismiss", { name: one.name })}</button>
        </ProblemNote>
      ))}
    </div>
  );
}
