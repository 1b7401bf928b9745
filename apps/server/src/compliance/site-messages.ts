import type { SiteError, SiteOptions, SitePlanRequest } from '@tuheng/maintenance';
import type { Site } from '@tuheng/standard';

/** What the thread that judges sites is asked. A plan is kept under a key until it is dropped. */
export type SiteRequest = { readonly id: number } & (
  | { readonly kind: 'keep'; readonly key: string; readonly plans: Pick<SitePlanRequest, 'plan' | 'base'> }
  | { readonly kind: 'drop'; readonly key: string }
  | { readonly kind: 'judge'; readonly key: string; readonly site: Site; readonly options: SiteOptions }
);

/** A request without its number. */
export type SiteTask = SiteRequest extends infer R ? (R extends SiteRequest ? Omit<R, 'id'> : never) : never;

/** The report is JSON in UTF-8, made in the thread. */
export interface SiteAnswer {
  readonly id: number;
  readonly report?: Uint8Array<ArrayBuffer>;
  readonly error?: { readonly code?: SiteError['code']; readonly message: string };
}
