/** The catalogue: every measure that the capabilities to the left define, and what it can be cut by. */
import { type Book, bindBook, type Dimension } from "#base/platform";
import { findFields, opportunityDimensions, opportunityFacts, opportunityMeasures } from "#crm";
import { costFact, costMeasures, targetFact, targetMeasures } from "#plan";
import { pipelineMeasures } from "#run";

/** Custom fields by which opportunities can be cut: their own, their account's and their owner's. */
const prefixes: Readonly<Record<string, string>> = {
  opportunity: "field",
  account: "account",
  person: "person",
};

export const catalogue: Book = bindBook({
  measures: [...opportunityMeasures, ...targetMeasures, ...pipelineMeasures, ...costMeasures],
  facts: [...opportunityFacts, targetFact, costFact],
  dimensions: opportunityDimensions,
  async fieldDimensions(db, workspaceId): Promise<Dimension[]> {
    const fields = await findFields(db, workspaceId);
    return fields.flatMap((field) => {
      const prefix = prefixes[field.noun];
      if (!prefix) return [];
      return [
        {
          name: `${prefix}.${field.key}`,
          label: field.noun === "opportunity" ? field.label : `${field.label} (${field.noun})`,
          sentence: `The custom field “${field.label}” of the ${field.noun}.`,
          kind: "field" as const,
        },
      ];
    });
  },
});
