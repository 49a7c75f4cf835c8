/** Where the browser starts: brings Temporal to those that lack it, then draws the app. */
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
await import("./web/start.tsx");

export {};
