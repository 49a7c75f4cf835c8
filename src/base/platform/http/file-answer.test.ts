import { expect, test } from "vitest";
import { z } from "zod";
import { CallRefused, callEndpoint, endpoint, flowing } from "../../contract.ts";
import { checkRoutes } from "./checked-route.ts";
import { describeRoute } from "./openapi.ts";
import { bind } from "./route.ts";

const askFile = endpoint({
  method: "GET",
  path: "/api/trial-files",
  permission: "workspace.read",
  summary: "A file",
  output: z.string(),
  answers: "text/csv",
});

test("an endpoint can answer with a file, which the document says and a client gets as it is", async () => {
  expect(checkRoutes([bind(askFile, async () => "a,b\r\n")])).toHaveLength(1);
  expect(describeRoute(askFile.shape)).toMatchObject({ response: { 200: { content: { "text/csv": {} } } } });
  const transport = async () => ({ status: 200, headers: {}, text: "a,b\r\n" });
  expect(await callEndpoint(transport, askFile, {})).toBe("a,b\r\n");
});

test("where it is refused, the refusal is a problem document as ever", async () => {
  const problem = { type: "about:blank", title: "Not found", status: 404, detail: "There is no such file." };
  const transport = async () => ({ status: 404, headers: {}, text: JSON.stringify(problem) });
  await expect(callEndpoint(transport, askFile, {})).rejects.toBeInstanceOf(CallRefused);
});

test("a write that would answer with a file is not served", () => {
  const wrong = endpoint({ ...askFile.shape, method: "POST" });
  expect(() => checkRoutes([bind(wrong, async () => "")])).toThrow(
    "The route POST /api/trial-files writes, so it cannot answer with a file.",
  );
});

test("a file that flows says which file it is", () => {
  const { answers: _, ...shape } = askFile.shape;
  const wrong = endpoint({ ...shape, flows: true, output: flowing });
  async function* bytes() {
    yield new Uint8Array();
  }
  expect(() => checkRoutes([bind(wrong, async () => bytes())])).toThrow(
    "The route GET /api/trial-files flows, so it must say which file it answers with.",
  );
  const right = endpoint({ ...askFile.shape, flows: true, output: flowing });
  expect(checkRoutes([bind(right, async () => bytes())])).toHaveLength(1);
  expect(describeRoute(right.shape)).toMatchObject({ response: { 200: { content: { "text/csv": {} } } } });
});
