import { useQueries, useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { nothing } from '../../map/use-overlay.ts';
import type { Evidence, Finding } from './queries.ts';
import { evidenceQuery, findingsQuery, PAGE } from './queries.ts';

export type EvidencePiece = Evidence['features'][number];

/** Pages of one verdict that are drawn at once: 1,000 pieces. */
const MOST = 5;

/** The pieces of a verdict with their shapes: the first thousand, and the page of the one that is lit. */
export function usePieces(
  job: string,
  rule: string | undefined,
  count: number,
  lit: number | undefined,
): { readonly pieces: readonly EvidencePiece[]; readonly lit: EvidencePiece | undefined } {
  const pages = pagesOf(rule === undefined ? 0 : count, lit);
  const pieces = useQueries({
    queries: pages.map((page) => evidenceQuery(job, rule!, page)),
    combine: flatten,
  });
  return { pieces, lit: pieces.find(({ properties }) => properties.n === lit) };
}

const none: readonly never[] = [];

function flatten<F>(
  results: readonly { readonly data: { readonly features: readonly F[] } | undefined }[],
): readonly F[] {
  return results.length === 0 ? none : results.flatMap(({ data }) => data?.features ?? []);
}

/** The findings of a rule. Their numbers count through all rules: `first` is that of the rule's first one. */
export function useFindings(
  job: string,
  side: 'filed' | 'maintained' | undefined,
  rule: string | undefined,
  lit: number | undefined,
): {
  readonly findings: readonly Finding[];
  readonly lit: Finding | undefined;
  readonly first: number;
  readonly count: number;
} {
  const { data } = useQuery({
    ...findingsQuery(job, side, rule ?? '', 0),
    enabled: rule !== undefined,
  });
  const first = data?.features[0]?.properties.n ?? 0;
  const count = data?.numberMatched ?? 0;
  const pages = pagesOf(count, lit === undefined ? undefined : lit - first);
  const findings = useQueries({
    queries: pages.map((page) => findingsQuery(job, side, rule!, page)),
    combine: flatten,
  });
  return { findings, lit: findings.find(({ properties }) => properties.n === lit), first, count };
}

/** The pages that are wanted. */
function pagesOf(count: number, lit: number | undefined): readonly number[] {
  const pages = Array.from({ length: Math.min(MOST, Math.ceil(count / PAGE)) }, (_, page) => page);
  const own = lit === undefined ? undefined : Math.floor(lit / PAGE);
  return own === undefined || own < pages.length || lit! >= count || lit! < 0 ? pages : [...pages, own];
}

/** Features as the map draws them; those without a place are left out. */
export function useDrawn(
  features: readonly {
    readonly geometry: unknown;
    readonly properties: { readonly n: number };
  }[],
): FeatureCollection {
  return useMemo(() => {
    if (features.length === 0) return nothing;
    return {
      type: 'FeatureCollection',
      features: features.flatMap(({ geometry, properties: { n } }) =>
        geometry === null
          ? []
          : [{ type: 'Feature', geometry: geometry as GeoJSON.Geometry, properties: { n } }],
      ),
    };
  }, [features]);
}
