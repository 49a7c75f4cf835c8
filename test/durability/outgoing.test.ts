/** Nothing leaves the machine unasked: the system calls of whole runs have no connection to anywhere but this machine. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serverUrl } from "../database.ts";

vi.setConfig({ testTimeout: 240_000 });
const commandLine = fileURLToPath(new URL("../../src/app/cli.ts", import.meta.url));
const hasStrace = spawnSync("strace", ["-V"]).status === 0;
if (!hasStrace) console.warn("strace is not installed: outgoing connections are not watched for.");

let place = "";
beforeEach(() => {
  place = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-outgoing-`);
});
afterEach(() => fs.rmSync(place, { recursive: true, force: true }));

/** The addresses in a trace that are not of this machine: where something was connected or sent to. */
function addressesIn(trace: string): string[] {
  const named = trace.split("\n").flatMap((line) => {
    const ipv4 = /sin_addr=inet_addr\("([^"]+)"\)/.exec(line)?.[1];
    const ipv6 = /inet_pton\(AF_INET6, "([^"]+)"/.exec(line)?.[1];
    return [ipv4, ipv6].filter((one) => one !== undefined);
  });
  return [...new Set(named)].filter((one) => !/^127\.|^::1$|^::ffff:127\.|^0\.0\.0\.0$|^::$/.test(one));
}

function traced(...words: string[]): { trace: string; said: string; status: number | null } {
  const file = `${place}/trace`;
  const run = spawnSync(
    "strace",
    ["-f", "-e", "trace=connect,sendto,sendmsg", "-o", file, process.execPath, commandLine, ...words],
    { encoding: "utf8", env: { PATH: process.env.PATH ?? "", QUARTERDECK_DATA: `${place}/data` } },
  );
  return { trace: fs.readFileSync(file, "utf8"), said: run.stdout + run.stderr, status: run.status };
}

const csv = "Deal Name,Stage,Amount,Close Date\nFirst,Open,100,2026-03-31\nSecond,Won,200,2026-02-28\n";

// The record of a server is where DATABASE_URL says; what is asked for is no news here.
test.skipIf(!hasStrace || serverUrl !== undefined)(
  "a sample company, an import, figures and a backup connect to nothing outside this machine",
  () => {
    fs.mkdirSync(`${place}/files`);
    fs.writeFileSync(`${place}/files/deals.csv`, csv);
    const runs: [string, ...string[]][] = [
      ["sample", "--size", "20"],
      ["import", `${place}/files`],
      ["pipeline"],
      ["measures"],
      ["backup", `${place}/one.backup`],
      ["doctor"],
    ];
    for (const words of runs) {
      const { trace, said, status } = traced(...words);
      expect(status, said).toBe(0);
      expect(addressesIn(trace), words.join(" ")).toEqual([]);
    }
  },
);

test("the reading of a trace sees who is connected to", () => {
  const to = (address: string) =>
    `7 connect(21, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("${address}")}, 16) = -1 EINPROGRESS`;
  const name =
    '7 sendmmsg(21, [{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.2")}}}]';
  const six =
    '7 connect(21, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28)';
  expect(addressesIn([to("127.0.0.1"), to("192.0.2.7"), name, six].join("\n"))).toEqual([
    "192.0.2.7",
    "10.0.0.2",
    "2001:db8::1",
  ]);
});
