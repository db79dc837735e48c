/** Draw a piece of the application as the application would: with its messages, cache and zone. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { ZoneContext } from "@/lib/zone";
import { cache } from "@/live/cache";

export function draw(children: ReactNode, zone = "Asia/Kolkata") {
  const around = (inner: ReactNode) => (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={cache}>
        <ZoneContext.Provider value={zone}>{inner}</ZoneContext.Provider>
      </QueryClientProvider>
    </I18nProvider>
  );
  const drawn = render(around(children));
  return { ...drawn, again: (next: ReactNode) => drawn.rerender(around(next)) };
}
