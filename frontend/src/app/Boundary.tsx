import { Component, type ReactNode } from "react";
import { translate } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";

/** A page that broke says so and offers the one way on; the outbox is safe in the device. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="grid min-h-dvh place-items-center">
        <EmptyState
          page
          kind="offline"
          title={translate("page.broken.title")}
          action={<Button tone="primary" onClick={() => location.reload()}>{translate("page.reload")}</Button>}
        >
          {translate("page.broken.text")}
        </EmptyState>
      </main>
    );
  }
}
