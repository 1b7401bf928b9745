import type { paths } from './schema.ts';

type Method = 'get' | 'post' | 'put' | 'delete';
type Json<R> = R extends { readonly content: { readonly 'application/json': infer T } } ? T : never;
type Responses<P extends keyof paths, M extends Method> = paths[P][M] extends { readonly responses: infer R }
  ? R
  : never;

/** What a route answers: `Answer<'/api/v1/plans'>`. */
export type Answer<P extends keyof paths, M extends Method = 'get'> =
  | Json<Responses<P, M> extends { readonly 200: infer R } ? R : never>
  | Json<Responses<P, M> extends { readonly 201: infer R } ? R : never>;

export type Session = Answer<'/api/v1/session'>;
export type PlanSummary = Answer<'/api/v1/plans'>[number];
export type Version = Answer<'/api/v1/plans/{plan}/versions'>[number];
export type LayerSummary = Answer<'/api/v1/plans/{plan}/versions/{version}/layers'>[number];
export type Region = Answer<'/api/v1/regions'>[number];
export type Job = Answer<'/api/v1/jobs'>[number];
