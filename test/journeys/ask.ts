/** Calls of a journey past the screens: what is not its subject is asked for or said through the API. */
import type { Page } from "playwright-core";

/** Asks the API as whoever is signed in on the page. */
export async function ask<T>(page: Page, url: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([path, sent]) => {
      const answer = await fetch(path as string, {
        ...(sent === null
          ? {}
          : {
              method: "POST",
              body: sent as string,
              headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
            }),
      });
      return answer.json();
    },
    [url, body === undefined ? null : JSON.stringify(body)],
  );
}
