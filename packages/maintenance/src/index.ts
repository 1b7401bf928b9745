export type { LayerChange } from './change/change.ts';
export { changeOfLayers } from './change/change-of-layers.ts';
export { type ChangeSetLayer, changePieces, changeSetOf, type LayerChangeSet } from './change/change-set.ts';
export { type FlowPicture, flowPicture } from './change/flow-picture.ts';
export { classOf } from './change/reclassify.ts';
export type { ChapterId } from './chapters.ts';
export { chapterTitles } from './chapters.ts';
export { effectiveParameter, type RuleSettings } from './effective-parameter.ts';
export {
  effectiveRuleBook,
  type RuleDescription,
  ruleBookDigest,
  ruleBookVersion,
} from './effective-rule-book.ts';
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
export { judgeSite, type SiteOptions } from './site/judge-site.ts';
export { type LayerRole, siteLayers } from './site/layer-role.ts';
export { limitedActivities, limitedActivitiesProvenance } from './site/limited-activities.ts';
export { questionBook } from './site/question-book.ts';
export { SiteError } from './site/site-error.ts';
export { prepareSitePlan, type SitePlan, type SitePlanRequest } from './site/site-plan.ts';
export type * from './site/site-report.ts';
export type { SiteWork } from './site/touched-layer.ts';
