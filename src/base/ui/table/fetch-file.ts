/** Fetches a file that the server writes as it is read, telling how much has come, and keeps it on the person's machine. */
import { CallRefused, type Problem } from "#base/contract";

const brokenOff: Problem = {
  type: "about:blank",
  title: "Broken off",
  status: 0,
  detail: "The file did not come to its end.",
  fix: "Try again; if it stays so, the server's log says more.",
};

/** Gives the file's name once all of it has come. Throws what the server refused, and what `signal` ended. */
export async function fetchFile(
  url: string,
  headers: Record<string, string>,
  told: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const answer = await fetch(url, { headers, signal, credentials: "same-origin" });
  if (!answer.ok || !answer.body) throw new CallRefused((await answer.json()) as Problem);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      chunks.push(chunk);
      bytes += chunk.length;
      told(bytes);
    }
  } catch (failure) {
    if (signal.aborted) throw failure;
    throw new CallRefused(brokenOff);
  }
  const name = nameIn(answer.headers.get("content-disposition") ?? "");
  keep(new Blob(chunks, { type: answer.headers.get("content-type") ?? "" }), name);
  return name;
}

function nameIn(disposition: string): string {
  const stated = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return stated ? decodeURIComponent(stated) : "export";
}

function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
