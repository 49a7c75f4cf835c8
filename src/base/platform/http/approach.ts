/**
 * By which way a request came: from which network, under which of the installation's addresses, and whether straight from
 * this machine. Decided by the connection and the configuration; what a header claims counts only from a listed proxy.
 */
import { BlockList, isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../../kernel/index.ts";
import { isLoopback } from "./origin.ts";

export interface Approach {
  /** The caller's address. */
  readonly address: string;
  /** The request's id, by which the log and the audit log speak of it. */
  readonly requestId: string;
  /** The caller's network: an IPv4 address, or the first 64 bits of an IPv6 address. */
  readonly network: string;
  /** Straight from this machine, under a loopback address and past no proxy. */
  readonly onMachine: boolean;
  /** Under the installation's own https address: cookies are for it alone. */
  readonly secure: boolean;
  /** The configured address, "https://…"; null where there is none. */
  readonly ownOrigin: string | null;
}

declare module "fastify" {
  interface FastifyRequest {
    approach: Approach | null;
  }
}

/** Who may say on whose behalf a request comes. */
export interface Proxies {
  includes(address: string): boolean;
}

const nobody: Proxies = { includes: () => false };

/** Reads a list of proxies, "10.0.0.5, fd00::/8". Refuses a name and a number of hops: only addresses are proof. */
export function proxiesOf(text: string): Proxies {
  const list = new BlockList();
  for (const entry of text.split(",").map((part) => part.trim())) {
    const [address = "", bits, ...rest] = entry.split("/");
    const kind = isIP(address);
    const longest = kind === 4 ? 32 : 128;
    const length = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (kind === 0 || rest.length > 0 || length < 1 || length > longest) {
      throw new Refusal("invalid", `QUARTERDECK_PROXY names “${entry}”, which is no address of a proxy.`, {
        fix: "List addresses or networks, like 10.0.0.5 or 10.0.0.0/24, with commas between them.",
      });
    }
    list.addSubnet(address, length, kind === 4 ? "ipv4" : "ipv6");
  }
  return {
    includes(address) {
      const kind = isIP(address);
      return kind !== 0 && list.check(address, kind === 4 ? "ipv4" : "ipv6");
    },
  };
}

/** The https address under which the installation is known. Refuses one that is none. */
export function ownOriginOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url?.protocol === "https:" && url.origin === text.replace(/\/$/, "");
  if (url && bare && !isLoopback(url.host)) return url.origin;
  throw new Refusal("invalid", `QUARTERDECK_ORIGIN is “${text}”, which is no address with https.`, {
    fix: "Write it as a browser shows it, without a path: https://sales.example.com.",
  });
}

/** Marks each request with the way it came. Must be the first hook. */
export function markApproaches(app: FastifyInstance, ownOrigin: string | null, proxies: Proxies = nobody) {
  app.decorateRequest("approach", null);
  app.addHook("onRequest", async (request) => {
    const host = request.headers.host ?? "";
    request.approach = {
      address: callerOf(request, proxies),
      requestId: request.id,
      network: networkOf(callerOf(request, proxies)),
      onMachine: isLoopback(host) && isOwnAddress(peerOf(request)) && !cameThroughProxy(request),
      secure: isOwnHost(host, ownOrigin),
      ownOrigin,
    };
  });
}

/** Whether a host is that of the installation's own https address. */
export function isOwnHost(host: string | undefined, ownOrigin: string | null): boolean {
  return ownOrigin !== null && host === new URL(ownOrigin).host;
}

/** The approach of a request, which every one has. */
export function approachOf(request: FastifyRequest): Approach {
  if (request.approach) return request.approach;
  throw new Error("A request was not marked with the way it came.");
}

/** The address at the other end of the connection, IPv4 in its own form. */
function peerOf(request: FastifyRequest): string {
  return plainAddress(request.socket.remoteAddress ?? "");
}

/** Who calls: the other end, or whom the nearest proxy that is not listed itself names. */
function callerOf(request: FastifyRequest, proxies: Proxies): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",");
  let caller = peerOf(request);
  while (proxies.includes(caller) && forwarded.length > 0) {
    const named = plainAddress((forwarded.pop() ?? "").trim());
    if (isIP(named) === 0) break;
    caller = named;
  }
  return caller;
}

const proxyHeaders = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];
const cameThroughProxy = ({ headers }: FastifyRequest) =>
  proxyHeaders.some((name) => headers[name] !== undefined);

const isOwnAddress = (address: string) => address === "::1" || /^127\.\d+\.\d+\.\d+$/.test(address);

const plainAddress = (address: string) =>
  address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").replace(/%.*$/, "");

/** The network by which attempts are counted: whoever has one IPv6 address has 2^64 of them. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address === "" ? "unknown" : address;
  const [before = "", after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const left = before === "" ? [] : before.split(":");
  const right = after ? after.split(":") : [];
  const gap = after === undefined ? 0 : 8 - left.length - right.length;
  return `${[...left, ...Array<string>(gap).fill("0"), ...right].slice(0, 4).join(":")}::/64`;
}

/** The name of a session's cookie: under https one that no other site or path can set. */
export const sessionCookie = "quarterdeck_session";
const secureCookie = `__Host-${sessionCookie}`;

export const sessionCookieOf = ({ secure }: Approach) => (secure ? secureCookie : sessionCookie);

/** The line that hands a session to the browser, and with an empty token takes it back. */
export function sessionCookieLine(approach: Approach, token: string, seconds: number): string {
  const how = `Path=/; HttpOnly; ${approach.secure ? "Secure; " : ""}SameSite=Lax; Max-Age=${seconds}`;
  return `${sessionCookieOf(approach)}=${token}; ${how}`;
}
