/** Where the workshop's clock stands. */
export function NowLine({ top }: { top: number }) {
  return <i aria-hidden="true" data-now className="pointer-events-none absolute inset-x-0 z-5 border-t-[1.5px] border-blocked!" style={{ top }} />;
}
