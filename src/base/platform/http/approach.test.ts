import { describe, expect, test } from "vitest";
import { z } from "zod";
import { signedInClient, testHost } from "../../../../test/client.ts";
import { endpoint } from "../../contract.ts";
import { networkOf, ownOriginOf, proxiesOf } from "./approach.ts";
import { bind } from "./route.ts";

const ask = endpoint({
  method: "GET",
  path: "/api/trial-approach",
  permission: "public",
  summary: "By which way the request came",
  output: z.object({ network: z.string(), onMachine: z.boolean(), secure: z.boolean() }),
});
const route = bind(ask, async ({ approach: { network, onMachine, secure } }) => ({
  network,
  onMachine,
  secure,
}));
const own = "sales.example.com";

describe("the way a request came", async () => {
  const client = await signedInClient([route], { ownOrigin: `https://${own}`, proxies: "10.0.0.0/24, ::1" });
  const came = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (
      await client.server.inject({
        method: "GET",
        url: "/api/trial-approach",
        remoteAddress,
        headers: { host: testHost, ...headers },
      })
    ).json();

  test.each([
    ["this machine", "127.0.0.1", {}, "127.0.0.1"],
    ["an IPv4 address in the form of IPv6", "::ffff:203.0.113.7", {}, "203.0.113.7"],
    ["an IPv6 address: its first 64 bits", "2001:db8:1:2:3:4:5:6", {}, "2001:db8:1:2::/64"],
    ["who claims to be another", "203.0.113.7", { "x-forwarded-for": "198.51.100.1" }, "203.0.113.7"],
    ["whom a listed proxy names", "10.0.0.9", { "x-forwarded-for": "203.0.113.7" }, "203.0.113.7"],
    [
      "who told the proxy of another before",
      "10.0.0.9",
      { "x-forwarded-for": "198.51.100.1, 203.0.113.7" },
      "203.0.113.7",
    ],
    ["behind two listed proxies", "10.0.0.9", { "x-forwarded-for": "203.0.113.7, 10.0.0.8" }, "203.0.113.7"],
    ["whom a listed proxy names with no address", "10.0.0.9", { "x-forwarded-for": "unknown" }, "10.0.0.9"],
    ["a listed proxy itself", "10.0.0.9", {}, "10.0.0.9"],
    ["a proxy that is not listed", "10.0.1.9", { "x-forwarded-for": "203.0.113.7" }, "10.0.1.9"],
  ])("is counted for %s", async (_who, address, headers, network) => {
    expect((await came(address, headers)).network).toBe(network);
  });

  test.each([
    ["this machine under a loopback name", "127.0.0.1", {}, true],
    ["this machine by IPv6", "::1", { host: "[::1]:7171" }, true],
    ["this machine under the installation's name", "127.0.0.1", { host: own }, false],
    ["elsewhere under a loopback name", "203.0.113.7", {}, false],
    ["a proxy on this machine that says so", "127.0.0.1", { "x-forwarded-for": "203.0.113.7" }, false],
    ["a proxy on this machine that names itself", "127.0.0.1", { via: "1.1 proxy" }, false],
    [
      "a proxy on this machine, in the standard's words",
      "127.0.0.1",
      { forwarded: "for=203.0.113.7" },
      false,
    ],
  ])("is straight from this machine or not: from %s", async (_what, address, headers, onMachine) => {
    expect((await came(address, headers)).onMachine).toBe(onMachine);
  });

  test("is secure under the installation's own address alone, and only there the browser is bound to https", async () => {
    const at = (host: string) =>
      client.server.inject({ method: "GET", url: "/api/trial-approach", headers: { host } });
    const [mine, loopback] = [await at(own), await at(testHost)];
    const unreadable = await client.server.inject({
      method: "GET",
      url: "/%E0%A4%A",
      headers: { host: own },
    });
    expect(unreadable.headers["strict-transport-security"]).toContain("max-age=31536000");
    expect([mine.json().secure, mine.headers["strict-transport-security"]]).toEqual([
      true,
      "max-age=31536000; includeSubDomains",
    ]);
    expect([loopback.json().secure, loopback.headers["strict-transport-security"]]).toEqual([
      false,
      undefined,
    ]);
    expect((await at(`${own}:7171`)).statusCode).toBe(403);
    await client.close();
  });
});

test.each([
  ["::1", "0:0:0:0::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1", "fe80:0:0:0::/64"],
  ["2001:0db8:0000:0000:ffff::", "2001:db8:0:0::/64"],
  ["1:2:3:4:5:6:7:8", "1:2:3:4::/64"],
  ["", "unknown"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  "1",
  "true",
  "loopback",
  "10.0.0.0/33",
  "10.0.0.0/0",
  "10.0.0.0/8/8",
  "10.0.0",
  "",
  "10.0.0.5,",
  "fd00::/129",
])("%j is no list of proxies", (text) => {
  expect(() => proxiesOf(text)).toThrowError("which is no address of a proxy");
});

test.each([
  ["https://sales.example.com", "https://sales.example.com"],
  ["https://sales.example.com/", "https://sales.example.com"],
  ["https://sales.example.com:8443", "https://sales.example.com:8443"],
  ["http://sales.example.com", null],
  ["https://sales.example.com/app", null],
  ["https://user@sales.example.com", null],
  ["https://127.0.0.1", null],
  ["sales.example.com", null],
])("%s is the installation's address: %s", (text, origin) => {
  if (origin === null) expect(() => ownOriginOf(text)).toThrowError("no address with https");
  else expect(ownOriginOf(text)).toBe(origin);
});
