/** The door of improve for servers: what makes selling better, beginning with who should lead it. */

export { saidInWords } from "./adviser/question.ts";
export { questions } from "./adviser/questions.ts";
export { adviserRoutes } from "./adviser/routes.ts";
export { adviseOn } from "./adviser/shown-actions.ts";
export { improveVisibility } from "./visibility.ts";
