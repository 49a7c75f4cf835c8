import { HttpProblem } from "./problem.ts";

/**
 * Only this machine, and only our own pages: against DNS rebinding (a foreign name that points to 127.0.0.1) and
 * against other sites that make a signed-in browser write (CSRF).
 */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What the browser says about where the request comes from: same-origin, same-site, cross-site, none. */
  readonly fetchSite: string | undefined;
  readonly hasCookie: boolean;
}

const loopbackNames = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** Whether a host, as written in an address or given to `listen`, is this machine only. */
export function isLoopback(host: string): boolean {
  return host === "::1" || loopbackNames.test(host);
}

/**
 * Why a request is turned away because of where it comes from, or null. `ownOrigin` is the address under which the
 * installation is known besides loopback ("https://sales.example.com"), if it has one.
 */
export function whyForeign(arrival: Arrival, ownOrigin?: string): string | null {
  const own = ownOrigin ? new URL(ownOrigin) : null;
  const host = arrival.host ?? "";
  if (!isLoopback(host) && host !== own?.host) {
    return "Quarterdeck answers only under its own address on this machine.";
  }
  const crossSite = "This request comes from another site.";
  const reads = arrival.method === "GET" || arrival.method === "HEAD";
  if (arrival.fetchSite === "cross-site" && (!reads || arrival.url.startsWith("/api"))) return crossSite;
  if (reads) return null;
  if (arrival.fetchSite === "same-site") return crossSite;
  if (arrival.origin !== undefined) {
    const ours = isLoopback(host) && arrival.origin === `http://${host}`;
    return ours || arrival.origin === own?.origin ? null : crossSite;
  }
  if (arrival.hasCookie && arrival.fetchSite === undefined) {
    return "A write from a browser must say where it comes from (the header Origin).";
  }
  return null;
}

/** Refuses a sign-in that does not say from which page it comes; {@link whyForeign} has judged one that does. */
export function refuseUnsaidOrigin(origin: string | undefined): void {
  if (origin !== undefined) return;
  throw new HttpProblem(403, "Signing in must say from which page it comes (the header Origin).", {
    fix: "Open Quarterdeck in a browser. A program calls with a key.",
  });
}
