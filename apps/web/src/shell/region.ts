import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import type { PlanSummary, Region } from '../api/answers.ts';
import { answered, api } from '../api/client.ts';

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: () => answered(api.GET('/api/v1/regions')),
  staleTime: Number.POSITIVE_INFINITY,
});

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () => answered(api.GET('/api/v1/plans')),
});

/** The region that an address names. */
export function regionOf(search: string): string | undefined {
  return new URLSearchParams(search).get('region') ?? undefined;
}

/**
 * The region that the workspace is about: named by the address, else that of the first plan. Undefined: all of one's own.
 *
 * @returns the region, and what goes to another one: to the start of the place, since the rest of the address is about the region that was
 */
export function useRegionNow(
  regions: readonly Region[],
  plans: readonly PlanSummary[],
): readonly [Region | undefined, (adcode: string) => void] {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const named = regionOf(search) ?? plans[0]?.region;
  const region = regions.find(({ adcode }) => adcode === named);
  return [
    region,
    (adcode) => navigate({ pathname: `/${pathname.split('/')[1]}`, search: `?region=${adcode}` }),
  ];
}

/** The region that the workspace is about, for the places. */
export function useRegion(): Region | undefined {
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const { data: plans } = useSuspenseQuery(plansQuery);
  return useRegionNow(regions, plans)[0];
}

/** The plans of the region and what lies below it. */
export function usePlans(): readonly PlanSummary[] {
  const region = useRegion();
  const { data: plans } = useSuspenseQuery(plansQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  if (!region) return plans;
  const parents = new Map(regions.map(({ adcode, parent }) => [adcode, parent]));
  const isBelow = (code: string | null | undefined): boolean =>
    code === region.adcode || (code != null && isBelow(parents.get(code)));
  return plans.filter((plan) => isBelow(plan.region));
}
