export type { LayerChange } from './change/change.ts';
export { type ChangeSetLayer, changePieces, changeSetOf, type LayerChangeSet } from './change/change-set.ts';
export { classOf } from './change/reclassify.ts';
export type { Measure } from './measure.ts';
export type * from './review.ts';
export { reviewIdOf } from './review-id.ts';
export {
  type InspectedInput,
  ReviewError,
  type ReviewRequest,
  type ReviewResult,
  reviewPlans,
} from './review-plans.ts';
export type { Judgement, Rule } from './rule.ts';
export { ruleBook } from './rule-book.ts';
