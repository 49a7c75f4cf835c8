import { expect, test } from "vitest";
import { bareName, customKey, editDistance, headerWord, headerWords, stem, stems } from "./wording.ts";

test.each([
  ["StageName", "stage name", "stagename"],
  ["stage_name", "stage name", "stagename"],
  ["STAGENAME", "stagename", "stagename"],
  ["Opportunity Lifecycle (Days)", "opportunity lifecycle", "opportunitylifecycledays"],
  ["CRMAccountID", "crm account id", "crmaccountid"],
  [" Close-Date ", "close date", "closedate"],
])("the header %j is the words “%s” and the word “%s”", (header, words, word) => {
  expect([headerWords(header), headerWord(header)]).toEqual([words, word]);
});

test.each([
  ["GTXPro", "GTX Pro", true],
  ["gtx-pro.", "GTX Pro", true],
  ["Café Zürich", "cafe zurich", true],
  ["GTX Plus Pro", "GTX Pro", false],
])("%j and %j are the same name: %s", (a, b, same) => {
  expect(bareName(a) === bareName(b)).toBe(same);
});

test("words of one stem are seen to be one", () => {
  expect(["engage", "Engaging", "engaged", "Engagement"].map(stem)).toEqual([
    "engag",
    "engag",
    "engag",
    "engag",
  ]);
  expect(stems("Proposal Sent")).toBe(stems("proposals_sent"));
});

test.each([
  ["Philipines", "Philippines", 1],
  ["same", "same", 0],
  ["abc", "xyz", 3],
  ["short", "much longer text", 4],
])("from %j to %j it takes %i letters", (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected);
});

test.each([
  ["Opp Close Date_Simulated", "opp_close_date_simulated"],
  ["NumberofLocations__c", "numberof_locations"],
  ["2nd choice", "field_2nd_choice"],
  ["größe", "groe"],
  ["%", "field_unnamed"],
])("the custom field of %j has the key %s", (header, key) => {
  expect(customKey(header)).toBe(key);
});
