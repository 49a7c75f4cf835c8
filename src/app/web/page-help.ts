/** What somebody should know who is on a page for the first time: the question it answers, and what can be done. */
import type { PageHelp } from "#base/ui";

export const pageHelp: Readonly<Record<string, PageHelp>> = {
  "/": {
    answers: "What your role looks at first, and what changed since you last looked.",
    can: [
      "Press a figure to see what it is made of: the opportunities behind it, or its measure.",
      "Look at another role's desk, as far as your rights reach.",
      "Press Arrange to move panels, put them away and bring others in, also by keyboard.",
      "Move the date in the header: a panel that is told as of today only says so.",
    ],
  },
  "/pipeline": {
    answers: "What was open at the end of any day, for how much, and by whom, where or in which stage.",
    can: [
      "Break it down by any dimension, your own fields included.",
      "Press a row to see exactly its opportunities, and keep the page to it.",
      "Press a week of the trend to see the company as of its end.",
    ],
  },
  "/pipeline/moved": {
    answers: "What moved the pipeline between two days, step by step, with nothing left over.",
    can: [
      "Choose the first day; the second is the day in the header.",
      "Press a step to see its opportunities, each as it stood before and after.",
      "Keep to what is expected to close in a period: then what was pulled in and pushed out shows.",
    ],
  },
  "/measures": {
    answers: "Every measure of this company for the fiscal quarter, against the one before.",
    can: ["Press a measure for its definition, its choices, its trend and its records."],
  },
  "/measures/$name": {
    answers: "One measure: what it says, how it is worked out, and the records behind it.",
    can: [
      "Change its choices: the figure, the trend and the records follow.",
      "Press a period of the trend to ask for it.",
      "Press a row to open exactly the records that it counts.",
    ],
  },
  "/opportunities": {
    answers: "Every opportunity as it stands now.",
    can: ["Sort by a column's head, keep to a status or a person, and press a row to open it."],
  },
  "/opportunities/$id": {
    answers: "One opportunity: how it stands, how it came there, and who said so when.",
    can: [
      "Press a value to change it where it stands, its name for its history, a stage to move it there.",
      "J and K lead on through the list that you came from.",
      "Move the date in the header to see the record as it was, and any field's history below.",
    ],
  },
  "/accounts": { answers: "Who buys, or may.", can: ["Press a row to open the account."] },
  "/accounts/$id": {
    answers: "One account: what it is worth, who is there, and everything that happened.",
    can: [
      "Press the mark of something to do when it is done.",
      "Press the name of a field for its history.",
      "J and K lead on through the list that you came from.",
    ],
  },
  "/people": {
    answers: "Who worked here on the shown day, in which team, and for whom.",
    can: [
      "See it by reporting line, as a chart, by team, or as a list; arrow keys open and close.",
      "Read how many layers there are, how many people managers lead, and who stands outside.",
      "Press a person for their managers and teams over time, and to change them from a day on.",
      "In the chart draw somebody onto their new manager, or press M on them; Undo takes it back.",
      "Move the date in the header to see the organization as it was.",
    ],
  },
  "/people/$id": {
    answers: "One person: for whom they work, who works for them, and what stands to their name.",
    can: [
      "See the records of everybody below them together, or theirs alone.",
      "Say on which day they leave, and who takes their reports over.",
    ],
  },
  "/import": {
    answers: "Brings your CRM's export in, with its history, and takes it out again where it was wrong.",
    can: [
      "Drop files on any page; nothing is written before you have seen what would happen.",
      "Every import can be undone as a whole.",
    ],
  },
  "/welcome": {
    answers: "How to begin: with the sample company, an import, or empty.",
    can: ["Come back here at any time from this help."],
  },
  "/parts": {
    answers: "What every page is made of, in every state that a part can have.",
    can: ["Keep the page to one group, and look at it in dark and light, narrow and wide."],
  },
  "/settings": {
    answers: "What holds for the whole company: every figure follows it.",
    can: ["Each change is kept in the history; what refuses says why."],
  },
  "/settings/currencies": {
    answers: "What one unit of each currency is worth, from which day on.",
    can: [
      "State a rate from a day on; it holds until the next.",
      "Press a rate to correct it, or to take it back.",
    ],
  },
  "/settings/pipelines": {
    answers: "The stages that opportunities run through, and what reaching each means.",
    can: [
      "Rename, add and order stages; nothing is written before you save.",
      "A stage at which opportunities stand keeps its meaning, and stays.",
    ],
  },
  "/settings/fields": {
    answers: "What this company wants to know beyond what every company does.",
    can: ["Figures can be broken down by the fields of opportunities, accounts and people."],
  },
  "/settings/seats": {
    answers: "Who signs in here, with which access role, and how well their way in is guarded.",
    can: [
      "Invite a person: hand them the link, which works once within a week.",
      "Change a role: it holds from their next click on.",
      "End a seat: its sessions and keys are refused at once.",
    ],
  },
  "/settings/sign-in": {
    answers: "How you sign in, and where you are signed in now.",
    can: [
      "Change your password.",
      "Set up two-factor, so that a password alone opens nothing.",
      "End a session that you left open somewhere.",
    ],
  },
  "/settings/access-roles": {
    answers: "What each access role may do, and with whose records.",
    can: [
      "Press a role to adjust it, or add one of your own; it holds from the next request on.",
      "Put a role that you adjusted back as it came.",
    ],
  },
  "/settings/who-sees": {
    answers: "Who can see what, and why, on the shown day.",
    can: [
      "Choose a person: what their seat lets them do, and whose records they see by which way.",
      "Choose a record: each seat with whether it sees the record, and why.",
      "Share somebody's records with another for a time.",
    ],
  },
  "/settings/access": {
    answers: "Who and what comes in: programs with a key, and the browsers that are signed in.",
    can: [
      "Make a key for a program, to read only or to write as well, for at most a year.",
      "See when each key and each session was used last.",
      "End a key or a session: its next request is refused.",
    ],
  },
  "/settings/audit": {
    answers: "Who did, saw or was refused what, when, from where and through what.",
    can: [
      "Narrow the events by what they are about, by days, by how they went, or by a name, an address or an id.",
      "Press an event for everything that is known of it, and for what it changed.",
      "Copy a head and keep it elsewhere: it shows later that nothing was changed or cut off.",
    ],
  },
  "/settings/teams": {
    answers: "Which teams and regions there are, and which belongs to which.",
    can: ["Say on the People page who is in which team, and since when."],
  },
  "/settings/data": {
    answers: "Where the data lie, how large they are, and the copies of them.",
    can: ["Take a snapshot now.", "Copy the command that puts a snapshot back."],
  },
  "/settings/status": {
    answers: "How the installation stands, and what needs somebody.",
    can: ["Read what to do beside each part that is not well.", "Open a job to go on with it."],
  },
  "/settings/api": {
    answers: "What a program can ask and do, and how.",
    can: ["Try any call on the company at hand.", "Copy it as a command for a terminal."],
  },
};
