/**
 * Addresses to components: the declarative part of react-router that we use, under the same names, in a tenth of its
 * weight (the public pages' budget has no room for the rest).
 */
import { Children, createContext, isValidElement, useContext, useEffect, useMemo, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { matchPath, resolvePath, type PathMatch } from "./paths";

type Params = Record<string, string>;
export type RouteProps = { path?: string; index?: boolean; element: ReactNode };
export type NavigateOptions = { replace?: boolean };
export type Navigate = (to: string | number, options?: NavigateOptions) => void;

const moved = new EventTarget();
const Place = createContext<{ base: string; params: Params }>({ base: "/", params: {} });

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  moved.addEventListener("moved", listener);
  return () => {
    window.removeEventListener("popstate", listener);
    moved.removeEventListener("moved", listener);
  };
}

function go(to: string, { replace = false }: NavigateOptions = {}): void {
  const before = location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", to);
  moved.dispatchEvent(new Event("moved"));
  if (!replace && location.pathname !== before && !location.hash) window.scrollTo(0, 0);
}

export function useLocation(): { pathname: string; search: string; hash: string } {
  const href = useSyncExternalStore(subscribe, () => location.pathname + location.search + location.hash);
  return useMemo(() => {
    const { pathname, search, hash } = new URL(href, location.origin);
    return { pathname, search, hash };
  }, [href]);
}

/** A function that goes to an address (relative ones start at the routes around the caller), or back by a number. */
export function useNavigate(): Navigate {
  const { base } = useContext(Place);
  return useMemo<Navigate>(() => (to, options) => (typeof to === "number" ? history.go(to) : go(resolvePath(base, to), options)), [base]);
}

export function useParams(): Partial<Params> {
  return useContext(Place).params;
}

export function useSearchParams(): [URLSearchParams, (next: URLSearchParams | Params, options?: NavigateOptions) => void] {
  const { pathname, search } = useLocation();
  return useMemo(() => {
    const set = (next: URLSearchParams | Params, options?: NavigateOptions) => {
      const text = new URLSearchParams(next).toString();
      go(pathname + (text && `?${text}`), options);
    };
    return [new URLSearchParams(search), set];
  }, [pathname, search]);
}

/** One address within `Routes`; a path may end in "/*" for routes further inside. Never drawn by itself. */
export function Route(_props: RouteProps): null {
  return null;
}

/** Draws the first of its routes that matches. */
export function Routes({ children }: { children: ReactNode }) {
  const { base, params } = useContext(Place);
  const { pathname } = useLocation();
  const routes = Children.toArray(children).filter((child): child is ReactElement<RouteProps> => isValidElement(child) && child.type === Route);
  let found: { route: ReactElement<RouteProps>; match: PathMatch } | undefined;
  for (const route of routes) {
    const match = matchPath(base, route.props.index ? "" : (route.props.path ?? ""), pathname);
    if (match) {
      found = { route, match };
      break;
    }
  }
  const here = found?.match.base ?? base;
  const own = JSON.stringify({ ...params, ...found?.match.params });
  const place = useMemo(() => ({ base: here, params: JSON.parse(own) as Params }), [here, own]);
  return found ? <Place.Provider value={place}>{found.route.props.element}</Place.Provider> : null;
}

/** Going on from here as soon as it is drawn. */
export function Navigate({ to, replace }: { to: string; replace?: boolean }) {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace }), [navigate, to, replace]);
  return null;
}

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string; replace?: boolean };

export function Link({ to, replace, onClick, target, children, ...rest }: LinkProps) {
  const { base } = useContext(Place);
  const href = resolvePath(base, to);
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || elsewhere || (target && target !== "_self")) return;
    event.preventDefault();
    go(href, { replace: replace || href === location.pathname + location.search });
  };
  return (
    <a href={href} target={target} onClick={click} {...rest}>
      {children}
    </a>
  );
}

/** A link that knows whether its address, or one below it, is shown. */
export function NavLink({ className, ...rest }: Omit<LinkProps, "className"> & { className: (state: { isActive: boolean }) => string }) {
  const { base } = useContext(Place);
  const { pathname } = useLocation();
  const href = resolvePath(base, rest.to);
  const isActive = pathname === href || pathname.startsWith(`${href}/`);
  return <Link {...rest} className={className({ isActive })} aria-current={isActive ? "page" : undefined} />;
}
