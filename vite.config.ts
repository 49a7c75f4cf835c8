/** Builds the web app from index.html into dist/web, which the server serves. */
import { defineConfig } from "vite";

const server = `http://${process.env.HOST ?? "127.0.0.1"}:${process.env.PORT ?? "7171"}`;

/** What a part needs comes along with it, so the parts that need calendars and tables wait together with these. */
const waits = [
  /@mantine\/dates|dayjs|@tanstack\/[\w-]*(table|virtual)/,
  /\/src\/base\/ui\/(table\/|DataTable|TableBody|TableHead|form\/|Editable)/,
  /\/src\/[\w-]+\/[\w-]+\/screens\//,
  /react-number-format/,
];
const usedByMost = (id: string) => !waits.some((one) => one.test(id));

export default defineConfig({
  publicDir: "src/app/web/public",
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2023",
    // Everything is a file of its own: the content policy allows no inline data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What nearly every page uses comes in one file, not in forty; calendars and tables wait for the first that needs them.
        codeSplitting: { groups: [{ name: "shared", minShareCount: 14, test: usedByMost }] },
      },
      // A door only hands on what stands behind it: whoever needs one part does not fetch the others.
      treeshake: {
        moduleSideEffects: (id) => (/\/src\/base\/ui\/[\w/-]+\.tsx?$/.test(id) ? false : undefined),
      },
      // Libraries mark their files for server rendering, which nothing here does.
      onLog: (level, log, tell) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") tell(level, log);
      },
    },
  },
  server: { proxy: { "/api": server, "/sign-in": server } },
});
