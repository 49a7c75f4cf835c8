export {
  type Answer,
  type AnswerRow,
  answerMeasure,
  recordsBehind,
} from "./answer.ts";
export { type Book, bindBook, measureNamed, timeDimensions } from "./book.ts";
export { slicing } from "./compile.ts";
export {
  type Choice,
  type Component,
  type Condition,
  type Dimension,
  empty,
  type Figure,
  figure,
  type Measure,
  proportion,
  type Switch,
  type Taken,
} from "./definition.ts";
export { type Cut, type Fact, type FactAsk, fallsToOne, type Portion, type Stretch, wants } from "./fact.ts";
export { figureText } from "./figure-text.ts";
export { type Inferred, inferredNotes, inferredOf } from "./inferred.ts";
export {
  type Asked,
  factAsk,
  type Ground,
  instantText,
  type Question,
  readQuestion,
  type Slice,
  stretch,
  stretches,
} from "./question.ts";
export { inRowOrder } from "./row-order.ts";
export { hasSpread, type Spread, spreadOf } from "./spread.ts";
