import { type CompareMode, compareModes } from '../map/compare-mode.ts';
import { readQuery, writeQuery } from './query/query-address.ts';
import type { QuerySpec } from './query/query-spec.ts';

/** A layer of the scene, as the address has it. */
export interface ShownLayer {
  readonly code: string;
  /** 0 to 1. */
  readonly opacity: number;
}

export const panels = ['layers', 'query', 'statistics', 'compare', 'print'] as const;
/** What is open at the left: 图层、查询、统计、对比、出图. */
export type PanelName = (typeof panels)[number];

export interface FeatureName {
  readonly layer: string;
  readonly id: number;
}

/** What the address says of the scene, besides where the map looks (`at`). */
export interface SceneState {
  readonly plan: string | undefined;
  /** Number of a version, a day (the version in force at its end), or head. */
  readonly version: string;
  /** The lowest first; undefined: nobody has chosen. */
  readonly layers: readonly ShownLayer[] | undefined;
  /** How much of the basemap is seen, 0 to 1, where the server has one. */
  readonly basemap: number;
  /** Undefined: the panel is closed. */
  readonly panel: PanelName | undefined;
  /** Where somebody asked what is there: longitude, latitude. */
  readonly point: readonly [lon: number, lat: number] | undefined;
  readonly feature: FeatureName | undefined;
  /** What is asked of a layer. */
  readonly query: QuerySpec | undefined;
  /** The earlier version that is compared with, and how it is shown (not at all: only the list). */
  readonly before: string | undefined;
  readonly compare: CompareMode | undefined;
}

/** `GHFQ,CZKFBJ*80`: the lowest first, with per cent where a layer lets others through; `-` for none at all. */
export function writeLayers(layers: readonly ShownLayer[]): string {
  if (layers.length === 0) return '-';
  return layers
    .map(({ code, opacity }) => (opacity === 1 ? code : `${code}*${Math.round(opacity * 100)}`))
    .join(',');
}

/** @returns undefined where the address says nothing of layers; what is no layer is left out, of repeated ones the last stays */
export function readLayers(text: string | null): ShownLayer[] | undefined {
  if (text === null) return undefined;
  const found = new Map<string, ShownLayer>();
  for (const part of text.split(',')) {
    const [, code, percent] = /^([A-Z][A-Z0-9_]{0,31})(?:\*(\d{1,3}))?$/.exec(part) ?? [];
    if (code === undefined) continue;
    found.delete(code);
    found.set(code, { code, opacity: Math.min(1, Number(percent ?? 100) / 100) });
  }
  return [...found.values()];
}

function readShare(text: string | null): number {
  const percent = /^\d{1,3}$/.test(text ?? '') ? Number(text) : 100;
  return Math.min(100, percent) / 100;
}

const VERSION = /^(head|[1-9]\d{0,8}|\d{4}-\d{2}-\d{2})$/;

function readVersion(text: string | null): string | undefined {
  return text !== null && VERSION.test(text) ? text : undefined;
}

function readPoint(text: string | null): readonly [number, number] | undefined {
  const [lon, lat, ...more] = (text ?? '')
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  return more.length === 0 && Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85 ? [lon!, lat!] : undefined;
}

function readFeature(text: string | null): FeatureName | undefined {
  const [, layer, id] = /^([A-Z][A-Z0-9_]{0,31})\.(\d{1,15})$/.exec(text ?? '') ?? [];
  return layer === undefined ? undefined : { layer, id: Number(id) };
}

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

/** What an address says; what it says wrongly counts as not said. */
export function readScene(search: URLSearchParams): SceneState {
  return {
    plan: search.get('plan') ?? undefined,
    version: readVersion(search.get('day')) ?? readVersion(search.get('version')) ?? 'head',
    layers: readLayers(search.get('layers')),
    basemap: readShare(search.get('basemap')),
    panel: search.get('panel') === 'none' ? undefined : (oneOf(panels, search.get('panel')) ?? 'layers'),
    point: readPoint(search.get('point')),
    feature: readFeature(search.get('feature')),
    query: readQuery(search.get('query')),
    before: readVersion(search.get('before')),
    compare: oneOf(compareModes, search.get('compare')),
  };
}

/** Writes what has changed into an address; the rest of it (region, `at`) stays. */
export function writeScene(search: URLSearchParams, changed: Partial<SceneState>): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | undefined): void => {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  };
  if ('plan' in changed) put('plan', changed.plan);
  if (changed.version !== undefined) {
    const isDay = changed.version.includes('-');
    put('day', isDay ? changed.version : undefined);
    put('version', isDay || changed.version === 'head' ? undefined : changed.version);
  }
  if ('layers' in changed) put('layers', changed.layers && writeLayers(changed.layers));
  if (changed.basemap !== undefined)
    put('basemap', changed.basemap === 1 ? undefined : String(Math.round(changed.basemap * 100)));
  if ('panel' in changed) put('panel', changed.panel === 'layers' ? undefined : (changed.panel ?? 'none'));
  if ('point' in changed) put('point', changed.point?.map((degrees) => degrees.toFixed(7)).join(','));
  if ('feature' in changed)
    put('feature', changed.feature && `${changed.feature.layer}.${changed.feature.id}`);
  if ('query' in changed) put('query', changed.query && writeQuery(changed.query));
  if ('before' in changed) put('before', changed.before);
  if ('compare' in changed) put('compare', changed.compare);
  return next;
}
