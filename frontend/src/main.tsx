import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";
import { renewAfterDeploy } from "@/app/renew";
import { needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { watchInteraction } from "@/live/interaction";
import { keepToOwner } from "@/live/owner";
import "@/ui/styles.css";

renewAfterDeploy();
watchInteraction();
keepToOwner();
await needMessages("common");

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={cache}>
        <App />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
