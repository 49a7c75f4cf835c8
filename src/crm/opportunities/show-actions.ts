/** Opportunities as they cross the wire, in both directions. */
import { amountMinorOf, dayOf, moneyText, plainDecimal, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import type { OpportunityWithLines } from "./actions.ts";
import type { OpportunityDetail, OpportunityIn, OpportunityOut } from "./contract.ts";
import type { LineGiven } from "./line-actions.ts";
import type { Opportunity } from "./opportunity.ts";
import type { Pipeline } from "./stage.ts";
import type { LineIn, PipelineOut } from "./verb-contract.ts";

export function shownOpportunity(opportunity: Opportunity): OpportunityOut {
  const { status, probability, forecastCategory, leadSource, nextStep, lostReason } = opportunity;
  return {
    id: opportunity.id,
    version: opportunity.version,
    trueSince: opportunity.trueSince.toString(),
    name: opportunity.name,
    account: shownReference(opportunity.accountId, opportunity.accountName),
    owner: shownReference(opportunity.ownerId, opportunity.ownerName),
    pipeline: { id: opportunity.pipelineId, name: opportunity.pipelineName },
    stage: shownReference(opportunity.stageId, opportunity.stageName),
    stageEnteredAt: textOf(opportunity.stageEnteredAt),
    amount: moneyText(opportunity.amountMinor, opportunity.currency),
    createdOn: textOf(opportunity.createdOn),
    closeOn: textOf(opportunity.closeOn),
    removedAt: textOf(opportunity.removedAt),
    custom: { ...opportunity.custom },
    ...{ status, probability, forecastCategory, leadSource, nextStep, lostReason },
  };
}

export function shownDetail(opportunity: OpportunityWithLines): OpportunityDetail {
  const { currency } = opportunity;
  const priced = (amountMinor: bigint | null) =>
    amountMinor === null ? null : moneyText(amountMinor, currency);
  return {
    ...shownOpportunity(opportunity),
    lines: opportunity.lines.map((line) => ({
      id: line.id,
      product: { id: line.productId, name: line.productName },
      quantity: plainDecimal(line.quantity),
      unitPrice: priced(line.unitPriceMinor),
      amount: priced(line.amountMinor),
    })),
    splits: opportunity.splits.map((split) => ({
      person: { id: split.personId, name: split.personName },
      share: split.share,
    })),
    stakeholders: opportunity.stakeholders.map(({ contactId, contactName, contactTitle, role, primary }) => ({
      contact: { id: contactId, name: contactName },
      title: contactTitle,
      role,
      primary,
    })),
  };
}

export function shownPipeline({ stages, ...pipeline }: Pipeline): PipelineOut {
  return { ...pipeline, stages: stages.map(({ pipelineId: _, ...stage }) => stage) };
}

/** What a caller said of an opportunity, in the words of the noun. */
export function givenOpportunity<T extends OpportunityIn>({ amount, createdOn, closeOn, ...rest }: T) {
  const said = { ...rest, createdOn: dayOf(createdOn), closeOn: dayOf(closeOn) };
  if (amount === undefined) return said;
  return { ...said, amountMinor: amountMinorOf(amount, "amount"), currency: amount.currency };
}

/** A line as a caller said it; `row` names it in refusals. */
export function givenLine({ unitPrice, amount, ...line }: LineIn, row: number): LineGiven {
  const stated = [unitPrice, amount].filter((value) => value !== null);
  return {
    ...line,
    unitPriceMinor: unitPrice === null ? null : amountMinorOf(unitPrice, `lines[${row}].unitPrice`),
    amountMinor: amount === null ? null : amountMinorOf(amount, `lines[${row}].amount`),
    currencies: stated.map((value) => value.currency),
  };
}
