/** The two leaders of sales operations, filled in. A company changes what is different with it. */
import { type StartingProfile, sectionsOf } from "./role.ts";

const line = (text: string) => ({ text });
const lines = (...texts: string[]) => texts.map(line);
const done = (text: string, place: string) => ({ text, place });
const seen = (text: string, measure: string) => ({ text, measure });

export const vicePresident: StartingProfile = {
  key: "vp-sales-operations",
  name: "VP of Sales Operations",
  level: "Senior executive",
  sections: sectionsOf({
    focus: lines("Strategy over years: how sales serves what the company is after"),
    scope: lines("All of sales operations, across functions"),
    decisions: lines(
      "With the executives: where budget and people go",
      "Mergers and acquisitions, as far as they touch sales",
      "Which strategic initiatives are begun, and which end",
    ),
    duties: [
      done("Sets objectives and revenue targets for years ahead", "/targets"),
      done("Answers for the forecast and for how it comes about", "/pipeline"),
      line("Finds new business: markets, segments, offers"),
      done("Decides on the CRM and the tools around it", "/settings"),
      done("Decides what is measured, and what a figure means", "/measures"),
      line("Carves territories and assigns accounts"),
      line("Answers for enablement and training"),
      done("Puts what selling costs beside what it brings, with CEO and CFO", "/costs"),
      line("Leads initiatives with marketing, finance and product"),
    ],
    education: lines(
      "Bachelor's degree in business, finance or a related field",
      "MBA or another advanced degree preferred",
    ),
    experience: lines("10 years or more in sales operations or near it, some of them in senior leadership"),
    technical: lines(
      "CRM and sales analytics in depth",
      "Methods of selling, and which suits which business",
    ),
    soft: lines(
      "Strategic vision",
      "Speaks with executives and before boards",
      "Leads an organization through change",
    ),
    reportsTo: lines("Chief revenue officer or chief sales officer; in a small company the CEO"),
    leads: lines("Sales operations", "Sales enablement", "Sales analytics"),
    influence: lines("On decisions of the executives and initiatives of the whole company"),
    pay: lines(
      "Base of 150,000 to 250,000 US dollars and more; in all up to 400,000 and more",
      "Depends on company size, industry, experience, track record and location",
    ),
    incentives: lines("The executives' performance measures"),
    nextSteps: lines(
      "Chief revenue officer",
      "Chief operating officer",
      "General manager",
      "Leader of a business unit",
    ),
    impact: [
      seen("Pipeline is enough for the target", "coverage"),
      seen("Close dates hold: the quarter can be predicted", "slippage"),
      seen("Shorter cycles", "sales-cycle"),
      seen("Higher win rates", "win-rate"),
      seen("Sales takes less to bring in a sale", "cost-per-sale"),
      seen("Bookings grow", "bookings"),
    ],
  }),
};

export const director: StartingProfile = {
  key: "director-sales-operations",
  name: "Director of Sales Operations",
  level: "Mid-level manager",
  sections: sectionsOf({
    focus: lines("The working day: processes and systems that do what they should"),
    scope: lines("Sales operations, and the teams that it supports"),
    decisions: lines("How a process runs, and what is changed in it", "Which tools are taken up"),
    duties: [
      done("Runs the pipeline process, week by week", "/pipeline/moved"),
      line("Runs how leads are found and qualified"),
      line("Runs quotes and proposals"),
      done("Reports key figures, the funnel, and what is won and lost", "/measures"),
      done("Keeps CRM and tools in order: stages, fields, teams", "/settings/pipelines"),
      done("Sees to it that records are complete and right", "/opportunities"),
      done("Brings data in, and takes back what went wrong", "/import"),
      line("Writes playbooks, documents processes and makes training material"),
      line("Helps managers and sellers when they are stuck"),
    ],
    education: lines(
      "Bachelor's degree in business, marketing or a related field",
      "An advanced degree is a plus",
    ),
    experience: lines("5 to 8 years, with teams and projects led"),
    technical: lines("CRM and tools of sales", "Analyses data, and says what they mean"),
    soft: lines(
      "Solves problems and improves processes",
      "Leads a team, and works with others",
      "Turns data into something that is done",
    ),
    reportsTo: lines("VP of Sales Operations or VP of Sales; in a small company the chief revenue officer"),
    leads: lines("Operations analysts", "CRM administrators", "Sales support specialists"),
    influence: lines("Inside sales: advises managers on process, and recommends tools"),
    pay: lines(
      "Base of 100,000 to 175,000 US dollars; in all up to 225,000",
      "Depends on company size and stage, scope, performance measures and location",
    ),
    incentives: lines("Measures of sales"),
    nextSteps: lines(
      "VP of Sales Operations",
      "VP of Sales",
      "Head of revenue operations",
      "Sideways into marketing or product",
    ),
    impact: [
      seen("Opportunities do not lie about in a stage", "stage-age"),
      seen("Close dates are kept, not pushed", "push-rate"),
      seen("More goes on from stage to stage", "stage-conversion"),
      seen("Pipeline comes in", "pipeline-generated"),
      seen("Selling goes faster as a whole", "velocity"),
      seen("An opportunity costs less to find", "cost-per-opportunity"),
    ],
  }),
};
