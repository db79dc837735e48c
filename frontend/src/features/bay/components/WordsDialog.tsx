import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { NoteText, type Phrase } from "./NoteText";

/** A dialog that asks for words: a note, or the reason of a skip or of doing a step again. */
export function WordsDialog({ title, label, send, phrases, danger = false, onClose, onSend }: {
  title: string;
  label: string;
  send: string;
  phrases?: readonly Phrase[];
  danger?: boolean;
  onClose: () => void;
  onSend: (words: string) => void;
}) {
  const t = useT();
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!words.trim()) return setMissing(true);
          onSend(words.trim());
          onClose();
        }}
      >
        <NoteText value={words} onChange={(next) => { setWords(next); setMissing(false); }} label={label} missing={missing} phrases={phrases} />
        <div className="flex gap-3">
          <Button tone="quiet" onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone={danger ? "danger" : "primary"} className="flex-1">{send}</Button>
        </div>
      </form>
    </Dialog>
  );
}
