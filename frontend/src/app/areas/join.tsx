import { Suspense } from "react";
import { session } from "@/api/session";
import { WelcomePage } from "@/features/join/pages/WelcomePage";
import { useStore } from "@/lib/store";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { area } from "../area";
import { Guard } from "../Guard";
import { BookShell } from "../shells/BookShell";
import { usePerson } from "../usePerson";

const JoinPage = area(async () => ({ default: (await import("@/features/join/pages/JoinPage")).JoinPage }), "join", "forms");

/** Joining the network with a workshop: what it is for anybody, the application for who is signed in. */
export default function JoinArea() {
  const { person, asking, silent } = usePerson();
  const ended = useStore(session, (held) => held.ended);
  return (
    <BookShell>
      {asking ? <Skeleton className="p-6" /> : silent ? <EmptyState page kind="offline" className="my-auto" /> : person || ended ? <Guard><Suspense fallback={<Skeleton className="p-6" />}><JoinPage /></Suspense></Guard> : <WelcomePage here="/join" />}
    </BookShell>
  );
}
