/** Patterns of addresses. Pure. */

export type PathMatch = { params: Record<string, string>; /** What a relative address inside starts from. */ base: string };

const parts = (path: string): string[] => path.split("/").filter(Boolean);

/** Match an address against a pattern below `base`: ":name" takes one part, a last "*" takes the rest. */
export function matchPath(base: string, pattern: string, pathname: string): PathMatch | null {
  const fixed = parts(base);
  const wanted = [...(pattern.startsWith("/") ? [] : fixed), ...parts(pattern)];
  const given = parts(pathname);
  const open = wanted.at(-1) === "*";
  if (open) wanted.pop();
  if (open ? given.length < wanted.length : given.length !== wanted.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at]!;
    if (part.startsWith(":") && at >= (pattern.startsWith("/") ? 0 : fixed.length)) params[part.slice(1)] = decode(value);
    else if (part !== value) return null;
  }
  if (open) params["*"] = given.slice(wanted.length).map(decode).join("/");
  // Where routes go on inside, addresses are relative to the part matched here; elsewhere to the routes around.
  return { params, base: open ? `/${given.slice(0, wanted.length).join("/")}` : base };
}

/** An address from where it is said: "/absolute", "?query", or relative to `base` ("..", "." and names). */
export function resolvePath(base: string, to: string): string {
  if (to.startsWith("/")) return to;
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(to) ?? [];
  const at = parts(base);
  for (const part of parts(path)) {
    if (part === "..") at.pop();
    else if (part !== ".") at.push(part);
  }
  return `/${at.join("/")}${rest}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
