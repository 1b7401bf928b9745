import { type CompareMode, compareModes } from '../../map/compare-mode.ts';

export const tabs = ['inspection', 'change', 'verdicts'] as const;
/** 质检、变更、判定. */
export type Tab = (typeof tabs)[number];

export const lowers = ['closed', 'table', 'matrix', 'exhibits'] as const;
/** What the panel below shows. */
export type Lower = (typeof lowers)[number];

/** What is to be seen of a review. All of it is in the address. */
export interface DeskState {
  readonly tab: Tab;
  /** Rule of the verdict, or of the findings, that is open. */
  readonly rule: string | undefined;
  /** Piece of its evidence or finding that is lit, from 0. */
  readonly piece: number | undefined;
  /** Piece of the change that is lit: layer and number, `CZKFBJ.12`. */
  readonly change: string | undefined;
  /** Whether what was said of the verdict is open. */
  readonly isTalkOpen: boolean;
  /** What the list is narrowed to; empty: nothing is left out. */
  readonly statuses: readonly string[];
  readonly matter: 'mine' | 'contested' | undefined;
  /** Chapter of the rule book whose verdicts are listed; undefined: all. */
  readonly chapter: string | undefined;
  /** Database whose findings are listed. */
  readonly side: 'filed' | 'maintained';
  /** `off`: only the state after. */
  readonly compare: CompareMode | 'off';
  /** Codes of the layers that are drawn; undefined: as the desk begins. */
  readonly layers: readonly string[] | undefined;
  readonly lower: Lower;
  /** What the table of the change is narrowed to. */
  readonly changeLayer: string | undefined;
  readonly changeType: string | undefined;
  /** Column that the table is sorted by, with `-` in front where the largest comes first. */
  readonly sort: string | undefined;
}

const list = (text: string | null): readonly string[] => (text ? text.split(',') : []);
const word = (text: string | null): string | undefined => text || undefined;
const one = <T extends string>(known: readonly T[], text: string | null): T | undefined =>
  known.find((name) => name === text);

/** What an address says; what it does not know is as the desk begins. */
export function readDesk(search: URLSearchParams): DeskState {
  const piece = search.get('n');
  return {
    tab: one(tabs, search.get('tab')) ?? 'verdicts',
    rule: word(search.get('rule')),
    piece: piece !== null && /^\d{1,9}$/.test(piece) ? Number(piece) - 1 : undefined,
    change: word(search.get('change')),
    isTalkOpen: search.get('talk') === '1',
    statuses: list(search.get('status')),
    matter: one(['mine', 'contested'], search.get('matter')),
    chapter: word(search.get('chapter')),
    side: one(['filed'], search.get('side')) ?? 'maintained',
    compare: one([...compareModes, 'off'], search.get('compare')) ?? 'swipe',
    layers: search.has('layers') ? list(search.get('layers')) : undefined,
    lower: one(lowers, search.get('below')) ?? 'closed',
    changeLayer: word(search.get('layer')),
    changeType: word(search.get('type')),
    sort: word(search.get('sort')),
  };
}

/** Names in the address, and how each part is written; null: as the desk begins, not written. */
const written: { readonly [K in keyof DeskState]: readonly [string, (state: DeskState) => string | null] } = {
  tab: ['tab', ({ tab }) => (tab === 'verdicts' ? null : tab)],
  rule: ['rule', ({ rule }) => rule ?? null],
  // People count from 1, and so do the numbers that they see.
  piece: ['n', ({ piece }) => (piece === undefined ? null : String(piece + 1))],
  change: ['change', ({ change }) => change ?? null],
  isTalkOpen: ['talk', ({ isTalkOpen }) => (isTalkOpen ? '1' : null)],
  statuses: ['status', ({ statuses }) => (statuses.length === 0 ? null : statuses.join(','))],
  matter: ['matter', ({ matter }) => matter ?? null],
  chapter: ['chapter', ({ chapter }) => chapter ?? null],
  side: ['side', ({ side }) => (side === 'filed' ? side : null)],
  compare: ['compare', ({ compare }) => (compare === 'swipe' ? null : compare)],
  layers: ['layers', ({ layers }) => layers?.join(',') ?? null],
  lower: ['below', ({ lower }) => (lower === 'closed' ? null : lower)],
  changeLayer: ['layer', ({ changeLayer }) => changeLayer ?? null],
  changeType: ['type', ({ changeType }) => changeType ?? null],
  sort: ['sort', ({ sort }) => sort ?? null],
};

/** The address of a state. What else the address says (the view, the region) stays. */
export function writeDesk(state: DeskState, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, write] of Object.values(written)) {
    const text = write(state);
    if (text === null) next.delete(name);
    else next.set(name, text);
  }
  return next;
}
