import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { LayerSummary, PlanSummary, Version } from '../api/answers.ts';
import { layersQuery, versionsQuery } from '../map/look.ts';
import type { View } from '../map/pane.ts';
import { readView, writeView } from '../map/view.ts';
import { firstScene } from './layer-groups.ts';
import { readScene, type SceneState, type ShownLayer, writeScene } from './scene-state.ts';
import { useAddress } from './use-address.ts';
import { versionOn } from './version-on.ts';

/** A layer that can be shown, and where it comes from. */
export interface PlacedLayer extends LayerSummary {
  /** Code of its plan. */
  readonly plan: string;
  readonly version: number;
  /** Address of its version. */
  readonly source: string;
}

export interface OneMapModel {
  readonly state: SceneState;
  readonly plan: PlanSummary;
  readonly versions: readonly Version[];
  readonly version: Version;
  /** False where the address names a version that there is not. */
  readonly isVersionKnown: boolean;
  /** Version of the plan that is compared with. */
  readonly before: Version | undefined;
  /** Layers of the plan and of the base data beside it, by code; each code once. */
  readonly layers: ReadonlyMap<string, PlacedLayer>;
  /** The lowest first. */
  readonly shown: readonly ShownLayer[];
  /** The plan with survey and regions of the county, itself where there is no other. */
  readonly base: string;
  change(changed: Partial<SceneState>): void;
  /** Where the map looks, as the address has it. */
  readonly view: View | undefined;
  look(view: View): void;
}

export const sourceOf = (plan: string, version: number): string =>
  `/api/v1/plans/${plan}/versions/${version}`;

/** The plan that the scene is about, and the one beside it that holds the base data: the next plan of the same region. */
export function plansOf(
  plans: readonly PlanSummary[],
  named: string | undefined,
): readonly [PlanSummary | undefined, PlanSummary | undefined] {
  const plan = plans.find(({ code }) => code === named) ?? plans[0];
  const others = plans.filter((one) => one.region === plan?.region && one.code !== plan.code);
  return [plan, others.find(({ code }) => code.startsWith(`${plan?.code}-`)) ?? others[0]];
}

/** What the place shows, from the address and the server. */
export function useOneMap(plan: PlanSummary, base: PlanSummary | undefined): OneMapModel {
  const [search, write] = useAddress();
  const state = useMemo(() => readScene(search), [search]);
  const { data: versions } = useSuspenseQuery(versionsQuery(plan.code));
  const named = versionOn(versions, state.version);
  const version = named ?? versions.at(-1)!;
  const before = state.before === undefined ? undefined : versionOn(versions, state.before);
  const places = [{ plan: plan.code, version: version.number }];
  // Base data of the day where one looks back at a day; else what is known now.
  const { data: baseVersions } = useSuspenseQuery(versionsQuery((base ?? plan).code));
  if (base) {
    const day = state.version.includes('-') ? state.version : 'head';
    places.push({ plan: base.code, version: (versionOn(baseVersions, day) ?? baseVersions[0]!).number });
  }
  const answers = useSuspenseQueries({
    queries: places.map((place) => layersQuery(place.plan, String(place.version))),
    combine: (results) => results.map(({ data }) => data),
  });
  const key = JSON.stringify(places);
  const layers = useMemo(() => {
    const found = new Map<string, PlacedLayer>();
    for (const [i, place] of (JSON.parse(key) as typeof places).entries())
      for (const layer of answers[i] ?? [])
        if (!found.has(layer.code))
          found.set(layer.code, { ...layer, ...place, source: sourceOf(place.plan, place.version) });
    return found;
  }, [key, answers]);
  const shown = useMemo(() => {
    const chosen = state.layers ?? firstScene([...layers.keys()]).map((code) => ({ code, opacity: 1 }));
    return chosen.filter(({ code }) => layers.has(code));
  }, [state.layers, layers]);
  const change = useCallback(
    (changed: Partial<SceneState>) => write((address) => writeScene(address, changed)),
    [write],
  );
  const look = useCallback(
    (view: View) =>
      write((address) => {
        address.set('at', writeView(view));
        return address;
      }),
    [write],
  );
  const view = readView(search.get('at'));
  const isVersionKnown = named !== undefined;
  return {
    state,
    plan,
    versions,
    version,
    isVersionKnown,
    before,
    layers,
    shown,
    base: base?.code ?? plan.code,
    change,
    view,
    look,
  };
}
