/** `npm run check`: what a developer wants to know every few minutes. Format, lint, types, architecture, pure tests. */
import { rings } from "./rings.ts";
import { conclude, step, tests } from "./step.ts";

const [style, types] = await Promise.all([
  step("format and lint", "biome", ["ci", "."]),
  step("types", "tsc", ["-p", "."]),
]);
const quick = await tests("pure tests and architecture", rings().quick);
conclude([style, types, quick], ["everything that opens a database or a browser (npm test runs it)"]);
