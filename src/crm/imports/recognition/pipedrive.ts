/** Pipedrive as its databases and API write it: deals as a log of changes, with the tables that explain the log. */
import type { Shape } from "./shape.ts";

const source = "pipedrive";

export const pipedriveShapes: readonly Shape[] = [
  {
    source,
    telling: true,
    object: "opportunity-changes",
    title: "deal changes",
    needs: ["dealid", "changetime", "changedfieldkey", "newvalue"],
    columns: {
      dealid: "opportunity",
      changetime: "at",
      changedfieldkey: "changedField",
      newvalue: "newValue",
    },
  },
  {
    source,
    telling: false,
    object: "stage",
    title: "stages",
    needs: ["stageid", "stagename"],
    never: ["dealid", "opportunityid"],
    columns: {
      stageid: "id",
      stagename: "name",
      pipelineid: null,
      ordernr: "position",
      dealprobability: "probability",
    },
  },
  {
    source,
    telling: true,
    object: "field-labels",
    title: "deal fields",
    needs: ["fieldkey", "fieldvalueoptions"],
    columns: { id: null, fieldkey: "changedField", name: "name", fieldvalueoptions: "options" },
  },
  {
    source,
    telling: false,
    object: "activity",
    title: "activities",
    needs: ["activityid", "type", "dealid"],
    columns: {
      activityid: "id",
      type: "type",
      assignedtouser: "person",
      dealid: "opportunity",
      done: "done",
      dueto: "dueAt",
      duedate: "dueAt",
      subject: "subject",
      note: "body",
    },
  },
  {
    source,
    telling: false,
    object: "activity-types",
    title: "activity types",
    needs: ["id", "name", "type", "active"],
    columns: { id: null, name: "name", active: null, type: "type" },
  },
  {
    source,
    telling: false,
    object: "person",
    title: "users",
    needs: ["id", "name", "email", "modified"],
    columns: { id: "id", name: "name", email: "email", modified: null },
  },
];
