import { useT } from "@/lib/i18n";
import { Sign } from "@/ui/icons";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const key = "num grid min-h-18 place-items-center rounded-md border bg-raised text-2xl font-semibold active:bg-accent-soft";

/** Digits large enough for a glove; `sign` offers minus where a reading can be below zero. */
export function NumberPad({ sign, onPress }: { sign: boolean; onPress: (key: string) => void }) {
  const t = useT();
  const button = (name: string, label = name) => (
    <button key={name} type="button" className={key} aria-label={label} onClick={() => onPress(name)}>
      {name === "back" ? <Sign name="erase" size={26} /> : name === "sign" ? "±" : name}
    </button>
  );
  return (
    <div role="group" aria-label={t("bay.pad")} className="grid grid-cols-3 gap-2" dir="ltr">
      {KEYS.map((name) => button(name))}
      {button(".", t("bay.pad_point"))}
      {button("0")}
      <span className="grid gap-2 has-[:nth-child(2)]:grid-cols-2">
        {sign && button("sign", t("bay.pad_sign"))}
        {button("back", t("bay.pad_back"))}
      </span>
    </div>
  );
}
