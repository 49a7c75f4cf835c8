/** Sends the bytes of a file so that it can be followed and broken off, as the browser's fetch does not let one. */
import type { Transport } from "#base/contract";

export interface Sending {
  /** Called with the bytes of the file that went out so far. */
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Why a sending that was broken off ended. */
export class BrokenOff extends Error {}

/** The way of one file to the server. */
export const sendingOf =
  (file: Blob, { onSent, signal }: Sending): Transport =>
  ({ method, url, headers }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new BrokenOff());
      const request = new XMLHttpRequest();
      request.open(method, url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.setRequestHeader("content-type", "application/octet-stream");
      request.upload.onprogress = ({ loaded }) => onSent(loaded);
      request.onload = () => resolve({ status: request.status, headers: {}, text: request.responseText });
      request.onerror = () => reject(new TypeError("Quarterdeck does not answer."));
      request.onabort = () => reject(new BrokenOff());
      signal.addEventListener("abort", () => request.abort(), { once: true });
      request.send(file);
    });
