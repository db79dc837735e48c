import { useT } from "@/lib/i18n";
import { useLiveDocument } from "@/live/document";
import { IconButton } from "@/ui/Button";
import { SidePanel } from "@/ui/Dialog";
import { LiveState } from "@/ui/LiveState";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { Sign } from "@/ui/icons";
import { jobKey, readJob } from "../api/desk";

export function JobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const live = useLiveDocument(jobKey(id), () => readJob(id));
  return (
    <SidePanel label={t("desk.job")} onClose={onClose}>
      <LiveState live={live}>
        {({ job }) => (
          <header className="border-b px-4.5 pt-4 pb-3">
            <div className="flex items-center gap-2">
              <Plate>{job.vehicle.plate}</Plate>
              <Pill state={job.state} />
              <IconButton label={t("close")} className="ms-auto" onClick={onClose}><Sign name="close" /></IconButton>
            </div>
            <h2 className="mt-2.5 text-lg">{job.title}</h2>
            <p className="text-muted">{job.customer.name}</p>
          </header>
        )}
      </LiveState>
    </SidePanel>
  );
}
