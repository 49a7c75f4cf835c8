/** Through what something was done, in words. */
const words: Readonly<Record<string, string>> = {
  app: "The app",
  key: "A key",
  "command line": "Command line",
  schedule: "By itself",
  network: "Not signed in",
  sql: "SQL by hand",
};

/** "The app" for "app"; what is not known is shown as it came. */
export const throughWords = (source: string): string => words[source] ?? source;
