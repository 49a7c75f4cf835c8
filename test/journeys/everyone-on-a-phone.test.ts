/** Every page for everyone, by night on a phone. */
import { everyPageIsRight } from "./every-page.ts";

everyPageIsRight("phone-dark");
