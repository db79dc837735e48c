import { ZoneContext } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { LiveDot } from "@/ui/LiveDot";
import { LiveState } from "@/ui/LiveState";
import { Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { floorKey, readFloor } from "../api/floor";

export function FloorPage() {
  const center = useCenterId();
  const now = useClock();
  const live = useLiveDocument(floorKey(center), () => readFloor(center));
  return (
    <LiveState live={live}>
      {(floor) => (
        <ZoneContext.Provider value={floor.center.zone}>
          <header className="flex h-28 items-center gap-7 px-10 text-4xl">
            <h1 className="text-[2.875rem]">{floor.center.name}</h1>
            <LiveDot size="wall" />
            <span className="flex-1" />
            <Time at={now} show="long-day" className="text-muted" />
            <Time at={now} className="text-[4rem] font-bold" />
          </header>
          <div className="grid flex-1 auto-rows-fr grid-cols-3 gap-6 px-10 pb-10">
            {[...floor.bays].sort((a, b) => a.position - b.position).map((bay) => {
              const job = floor.jobs.find((one) => one.bay?.id === bay.id);
              return (
                <section key={bay.id} className="flex flex-col gap-4 rounded-[18px] border bg-surface p-6 text-4xl">
                  <h2 className="text-[3.5rem]">{bay.name}</h2>
                  {job && <Plate size="wall" className="self-start">{job.vehicle.plate}</Plate>}
                  {job && <p className="font-semibold">{job.title}</p>}
                </section>
              );
            })}
          </div>
        </ZoneContext.Provider>
      )}
    </LiveState>
  );
}
