import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.ts';
import { answered, api } from '../api/client.ts';

/** Lines over the ground of a layer, as the server's style has them. */
export interface Hatching {
  /** Degrees from east, against the clock. */
  readonly angle: number;
  /** Pixels between two lines, and of a line. */
  readonly gap: number;
  readonly width: number;
}

export interface LegendEntry {
  readonly code: string;
  readonly title: string;
  readonly colour: string;
}

/** How the server draws a version: the parts of its MapLibre style that the workspace uses. */
export interface Look {
  /** What is to be known of the colours, e.g. that some are not verified. */
  readonly metadata?: { readonly 'tuheng:colours'?: string };
  readonly layers: readonly {
    readonly id: string;
    readonly type: 'background' | 'fill' | 'line';
    readonly 'source-layer'?: string;
    readonly metadata?: {
      readonly title?: string;
      readonly legend?: readonly LegendEntry[];
      readonly hatching?: Hatching;
    };
    readonly paint: Readonly<Record<string, unknown>>;
  }[];
}

/** @param source address of a version or of a side of a review */
export const lookQuery = (source: string) =>
  queryOptions({
    queryKey: ['look', source],
    queryFn: async (): Promise<Look> => {
      const answer = await fetch(`${source}/style`).catch((cause: unknown) => {
        throw ApiProblem.unreachable(cause);
      });
      if (!answer.ok) throw ApiProblem.of(answer, await answer.json().catch(() => undefined));
      return (await answer.json()) as Look;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The layers of a version, with fields and how many features. */
export const layersQuery = (plan: string, version: string) =>
  queryOptions({
    queryKey: ['layers', plan, version],
    queryFn: () =>
      answered(
        api.GET('/api/v1/plans/{plan}/versions/{version}/layers', { params: { path: { plan, version } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The versions of a plan, from the first. */
export const versionsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'versions'],
    queryFn: () => answered(api.GET('/api/v1/plans/{plan}/versions', { params: { path: { plan } } })),
  });

/** The legend of a layer; empty where it is not known yet. */
export function legendOf(look: Look | undefined, code: string): readonly LegendEntry[] {
  return look?.layers.find(({ id }) => id === code)?.metadata?.legend ?? [];
}
