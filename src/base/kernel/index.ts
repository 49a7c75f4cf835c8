/** What all parts of the house share and nothing in particular: money, dates, fiscal periods, ids, refusals. Pure. */
export { allocate, divideRounded } from "./allocate.ts";
export {
  type AuditGroup,
  type AuditKind,
  type AuditOutcome,
  auditGroups,
  auditKindFacts,
  auditKinds,
  auditOutcomes,
  isAuditKind,
} from "./audit-kind.ts";
export { type Clock, fixedClock, systemClock } from "./clock.ts";
export { isCurrencyCode, minorDigits } from "./currency.ts";
export { dateOf, endOfDay, isTimeZone, startOfDay, today } from "./dates.ts";
export { type FiscalCalendar, fiscalCalendar } from "./fiscal-calendar.ts";
export type { FiscalRules, Grain, Period } from "./fiscal-period.ts";
export { newId } from "./id.ts";
export { contains, type DateInterval, gaps, intersect, overlap } from "./interval.ts";
export * from "./list/index.ts";
export { convert, formatAmount, type Money, parseAmount } from "./money.ts";
export { type ShareInterval, shareIntervalMethod, wilsonInterval } from "./proportion.ts";
export { type Random, seededRandom } from "./random.ts";
export { type FieldProblem, Refusal, type RefusalDetail, type RefusalKind, refuse } from "./refusal.ts";
export { restoredCell, safeCell } from "./safe-cell.ts";
export * from "./visibility.ts";
