/** An area of the catalogue is there for whoever asked for it, and not only for who asked first. */
import { expect, it } from "vitest";
import { needMessages, translate } from "@/lib/i18n";

it("lets who asks for an area that is on its way wait for it as well", async () => {
  const first = needMessages("join");
  await needMessages("join");
  expect(translate("join.title")).toBe("Bring your workshop into the network");
  await first;
});
