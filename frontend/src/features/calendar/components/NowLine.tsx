/** Where the workshop's clock stands: plain behind the cards, and so faint over them that their words are read. */
export function NowLine({ top }: { top: number }) {
  return (["-z-1", "z-5 opacity-25"] as const).map((depth) => <i key={depth} aria-hidden="true" className={`pointer-events-none absolute inset-x-0 border-t-[1.5px] border-blocked! ${depth}`} style={{ top }} />);
}
