import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answer } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';

export type Review = Answer<'/api/v1/jobs/{job}/review'>;
export type Verdict = Review['verdicts'][number];
export type Status = Verdict['status'];
export type Evidence = Answer<'/api/v1/jobs/{job}/review/evidence'>;
export type Picture = Answer<'/api/v1/jobs/{job}/review/pictures'>[number];
export type Inspection = Answer<'/api/v1/jobs/{job}/inspection'>;
export type InspectedRule = Inspection['rules'][number];
export type Findings = Answer<'/api/v1/jobs/{job}/inspection/findings'>;
export type Finding = Findings['features'][number];
export type Changes = Answer<'/api/v1/jobs/{job}/review/changes'>;
export type ChangeRow = Changes['rows'][number];

/** Features of a page. */
export const PAGE = 200;

/** What a job that is done says never changes. */
const staleTime = Number.POSITIVE_INFINITY;

export const jobQuery = (job: string) =>
  queryOptions({
    queryKey: ['job', job],
    queryFn: () => answered(api.GET('/api/v1/jobs/{job}', { params: { path: { job } } })),
  });

export const reviewQuery = (job: string) =>
  queryOptions({
    queryKey: ['jobs', job, 'review'],
    queryFn: async () =>
      complete(await answered(api.GET('/api/v1/jobs/{job}/review', { params: { path: { job } } }))),
    staleTime,
  });

/** A review as it is now: one that was made before verdicts had chapters, tables and pictures has none of them. */
function complete(review: Review): Review {
  const nothing = { chapter: 'lines', tables: [], pictures: 0 };
  return { ...review, verdicts: review.verdicts.map((verdict) => ({ ...nothing, ...verdict })) };
}

export const sidesQuery = (job: string) =>
  queryOptions({
    queryKey: ['jobs', job, 'sides'],
    queryFn: () => answered(api.GET('/api/v1/jobs/{job}/sides', { params: { path: { job } } })),
    staleTime,
  });

/** The pictures of one verdict. */
export const picturesQuery = (job: string, rule: string) =>
  queryOptions({
    queryKey: ['jobs', job, 'pictures', rule],
    queryFn: () =>
      answered(api.GET('/api/v1/jobs/{job}/review/pictures', { params: { path: { job }, query: { rule } } })),
    staleTime,
  });

/** Pieces of one verdict with their shapes, a page of them. */
export const evidenceQuery = (job: string, rule: string, page: number) =>
  queryOptions({
    queryKey: ['jobs', job, 'evidence', rule, page],
    queryFn: () =>
      answered(
        api.GET('/api/v1/jobs/{job}/review/evidence', {
          params: { path: { job }, query: { rule, offset: page * PAGE, limit: PAGE } },
        }),
      ),
    staleTime,
  });

type Side = 'filed' | 'maintained';

/** @param side undefined: of a job that only inspects */
export const inspectionQuery = (job: string, side: Side | undefined) =>
  queryOptions({
    queryKey: ['jobs', job, 'inspection', side ?? ''],
    queryFn: () =>
      answered(
        api.GET('/api/v1/jobs/{job}/inspection', {
          params: { path: { job }, query: { ...(side && { side }) } },
        }),
      ),
    staleTime,
  });

export const findingsQuery = (job: string, side: Side | undefined, rule: string, page: number) =>
  queryOptions({
    queryKey: ['jobs', job, 'findings', side ?? '', rule, page],
    queryFn: () =>
      answered(
        api.GET('/api/v1/jobs/{job}/inspection/findings', {
          params: {
            path: { job },
            query: { rule, offset: page * PAGE, limit: PAGE, ...(side && { side }) },
          },
        }),
      ),
    staleTime,
  });

export interface ChangeQuestion {
  readonly layer: string | undefined;
  readonly type: string | undefined;
  readonly sort: string | undefined;
}

/** A page of the table of the change. */
export const changesQuery = (job: string, { layer, type, sort }: ChangeQuestion, page: number) =>
  queryOptions({
    queryKey: ['jobs', job, 'changes', layer, type, sort, page],
    queryFn: () =>
      answered(
        api.GET('/api/v1/jobs/{job}/review/changes', {
          params: {
            path: { job },
            query: {
              offset: page * PAGE,
              limit: PAGE,
              ...(layer !== undefined && { layer }),
              ...(type !== undefined && { type }),
              ...(sort !== undefined && {
                sort: sort.replace('-', '') as 'area',
                descending: sort.startsWith('-'),
              }),
            },
          },
        }),
      ),
    staleTime,
    placeholderData: keepPreviousData,
  });

export const remarksQuery = (job: string) =>
  queryOptions({
    queryKey: ['jobs', job, 'remarks'],
    queryFn: () => answered(api.GET('/api/v1/jobs/{job}/remarks', { params: { path: { job } } })),
  });

export const assigneesQuery = (job: string) =>
  queryOptions({
    queryKey: ['jobs', job, 'assignees'],
    queryFn: () => answered(api.GET('/api/v1/jobs/{job}/assignees', { params: { path: { job } } })),
  });

export const resultsQuery = (job: string) =>
  queryOptions({
    queryKey: ['jobs', job, 'results'],
    queryFn: () => answered(api.GET('/api/v1/jobs/{job}/results', { params: { path: { job } } })),
    staleTime,
  });
