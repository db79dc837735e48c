import { DonePage } from "@/features/book/pages/DonePage";
import { OwnTrips } from "@/features/drive/components/OwnTrips";
import { titleOf } from "@/features/visit/model/headline";
import { phaseOf } from "@/features/visit/model/stage";

/** What became of a booking, in the words of the page that follows it, with how the vehicle comes and goes. */
export function Done() {
  return <DonePage Trips={OwnTrips} titleOf={titleOf} phaseOf={phaseOf} />;
}
