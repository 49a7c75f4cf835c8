import { describe, expect, test } from "vitest";
import { type Arrival, whyForeign } from "./origin.ts";

const own = "https://sales.example.com";
const read: Arrival = {
  method: "GET",
  url: "/api/pipeline",
  host: "127.0.0.1:7171",
  origin: undefined,
  fetchSite: undefined,
  hasCookie: true,
};
const write: Arrival = { ...read, method: "POST", origin: "http://127.0.0.1:7171" };

describe("where a request comes from", () => {
  test.each<[string, Arrival]>([
    ["a read from this machine", read],
    ["a read by another loopback name", { ...read, host: "localhost:7171" }],
    ["a read by IPv6 loopback", { ...read, host: "[::1]:7171" }],
    ["a read under the installation's own name", { ...read, host: "sales.example.com" }],
    ["a link on another site to a page", { ...read, url: "/pipeline", fetchSite: "cross-site" }],
    ["a write from our own page", write],
    ["a write from our own page under its own name", { ...write, host: "sales.example.com", origin: own }],
    ["a write that says same-origin only", { ...write, origin: undefined, fetchSite: "same-origin" }],
    ["a write of the command line", { ...write, origin: undefined, hasCookie: false }],
  ])("%s is let in", (_, arrival) => {
    expect(whyForeign(arrival, own)).toBeNull();
  });

  test.each<[string, Arrival]>([
    ["a foreign name that points here", { ...read, host: "evil.example" }],
    ["a name that begins like loopback", { ...read, host: "127.0.0.1.evil.example" }],
    ["a name that ends like loopback", { ...read, host: "evil.localhost" }],
    ["no name", { ...read, host: undefined }],
    ["user information before the name", { ...read, host: "localhost:7171@evil.example" }],
    ["a read of data for another site's page", { ...read, fetchSite: "cross-site" }],
    ["a write from another site", { ...write, origin: "https://evil.example" }],
    ["a write from another port of this machine", { ...write, origin: "http://127.0.0.1:3000" }],
    ["a write from another loopback name", { ...write, origin: "http://localhost:7171" }],
    ["a write from a sandboxed frame", { ...write, origin: "null" }],
    ["a write that is cross-site in spite of its origin", { ...write, fetchSite: "cross-site" }],
    ["a write from a sibling site", { ...write, fetchSite: "same-site" }],
    ["a browser's write that does not say", { ...write, origin: undefined }],
    [
      "a write over http to the installation's own name",
      { ...write, host: "sales.example.com", origin: "http://sales.example.com" },
    ],
    [
      "a write over http to the name that is https",
      { ...write, host: "127.0.0.1", origin: "http://sales.example.com" },
    ],
  ])("%s is turned away", (_, arrival) => {
    expect(whyForeign(arrival, own)).not.toBeNull();
  });
});
