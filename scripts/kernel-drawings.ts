/**
 * Draws docs/images/kernels: each degenerate case of docs/kernels.md as the kernel itself sees it. The thick arrows are the fragments
 * it adds up, taken from its own walk; the dots are the events that change a count. Nothing here is drawn by hand but the shapes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EdgeLayer, prepareEdges } from '../packages/geometry/src/edges/edge-layer.ts';
import { findCrossings } from '../packages/geometry/src/fragments/crossings.ts';
import { Events } from '../packages/geometry/src/fragments/events.ts';
import { Locator } from '../packages/geometry/src/fragments/locate.ts';
import { eventsByRing, PairSums, RingWalk } from '../packages/geometry/src/fragments/ring-walk.ts';
import type { Polygons } from '../packages/geometry/src/polygons.ts';
import { polygonsOf, type Ring, rectangle } from '../packages/geometry/src/testing/shapes.ts';

type Fragment = readonly [x1: number, y1: number, x2: number, y2: number];

interface Drawing {
  readonly name: string;
  readonly a: readonly (readonly Ring[])[];
  readonly b: readonly (readonly Ring[])[];
}

const square = rectangle(0, 0, 4, 4);
const drawings: readonly Drawing[] = [
  {
    name: 'crossing',
    a: [[square]],
    b: [
      [
        [
          [2, 1],
          [6, 2],
          [5, 6],
          [1, 5],
        ],
      ],
    ],
  },
  { name: 'shared-edge-inside', a: [[square]], b: [[rectangle(0, 1, 2, 2)]] },
  { name: 'shared-edge-outside', a: [[square]], b: [[rectangle(4, 1, 2, 2)]] },
  { name: 'shared-edge-outside-shifted-in', a: [[rectangle(3, 0, 3, 4)]], b: [[rectangle(0, 1, 3, 2)]] },
  { name: 'same-polygon', a: [[square]], b: [[square]] },
  {
    name: 'vertex-on-edge',
    a: [[square]],
    b: [
      [
        [
          [4, 2],
          [6, 1],
          [6, 3],
        ],
      ],
    ],
  },
  {
    name: 'vertex-on-edge-inside',
    a: [[square]],
    b: [
      [
        [
          [0, 2],
          [2, 1],
          [2, 3],
        ],
      ],
    ],
  },
  { name: 'vertex-on-vertex', a: [[square]], b: [[rectangle(4, 4, 2, 2)]] },
  {
    name: 'through-corners',
    a: [[square]],
    b: [
      [
        [
          [-1, -1],
          [5, 5],
          [-1, 5],
        ],
      ],
    ],
  },
  { name: 'hole', a: [[square, rectangle(1, 1, 2, 2)]], b: [[rectangle(-1, 2, 6, 3)]] },
  { name: 'filled-hole', a: [[square, rectangle(1, 1, 2, 2)]], b: [[rectangle(1, 1, 2, 2)]] },
  {
    name: 'island',
    a: [[rectangle(0, 0, 6, 6), rectangle(1, 1, 4, 4)], [rectangle(2, 2, 2, 2)]],
    b: [[rectangle(-1, 3, 8, 2)]],
  },
  {
    name: 'touching-hole',
    a: [
      [
        square,
        [
          [0, 2],
          [2, 1],
          [2, 3],
        ],
      ],
    ],
    b: [[rectangle(-1, -1, 4, 6)]],
  },
  {
    name: 'spike',
    a: [
      [
        [
          [0, 0],
          [4, 0],
          [4, 2],
          [7, 2],
          [4, 2],
          [4, 4],
          [0, 4],
        ],
      ],
    ],
    b: [[rectangle(2, 1, 4, 4)]],
  },
];

/** The fragments of `own` inside `other`, as the kernel's walk visits them, and where counts change. */
function visited(own: EdgeLayer, other: EdgeLayer, events: Events, moved: 'layer' | 'points'): Fragment[] {
  const fragments: Fragment[] = [];
  const recorder = {
    oriented: true,
    between: (...fragment: Fragment) => {
      fragments.push(fragment);
      return 0;
    },
  };
  const rings = own.ringFeature.length;
  const walk = new RingWalk(own, other, eventsByRing(events, rings), new Locator(other, moved), [recorder]);
  walk.walk(0, rings, new PairSums());
  return fragments;
}

const SCALE = 30;
const COLOURS = { a: '#0b6e6e', b: '#c2571a' } as const;

function draw({ name, a, b }: Drawing): string {
  const layers = { a: polygonsOf([a]), b: polygonsOf([b]) };
  const edges = { a: prepareEdges(layers.a), b: prepareEdges(layers.b) };
  const onA = new Events();
  const onB = new Events();
  findCrossings(edges.a, edges.b, onA, onB);
  const along = {
    a: visited(edges.a, edges.b, onA, 'layer'),
    b: visited(edges.b, edges.a, onB, 'points'),
  };
  const all = [...layers.a.xy, ...layers.b.xy];
  const xs = all.filter((_, i) => i % 2 === 0);
  const ys = all.filter((_, i) => i % 2 === 1);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const px = (x: number): string => ((x - west + 0.6) * SCALE).toFixed(1);
  const py = (y: number): string => ((north - y + 0.6) * SCALE).toFixed(1);
  const width = (east - west + 1.2) * SCALE;
  const height = (north - south + 1.2) * SCALE;
  const parts = [
    area(layers.a, COLOURS.a, px, py),
    area(layers.b, COLOURS.b, px, py),
    ...along.a.map((fragment) => arrow(fragment, 'a', px, py)),
    ...along.b.map((fragment) => arrow(fragment, 'b', px, py)),
    ...dots(onA, px, py),
  ];
  const marker = (side: 'a' | 'b'): string =>
    `<marker id="${name}-${side}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="3.4" markerHeight="3.4" orient="auto"><path d="M0 0L8 4L0 8z" fill="${COLOURS[side]}"/></marker>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width.toFixed(0)}" height="${height.toFixed(0)}" viewBox="0 0 ${width.toFixed(0)} ${height.toFixed(0)}">
<rect width="100%" height="100%" fill="#ffffff"/>
<defs>${marker('a')}${marker('b')}</defs>
${parts.join('\n').replaceAll('url(#', `url(#${name}-`)}
</svg>
`;
}

function area(p: Polygons, colour: string, px: (x: number) => string, py: (y: number) => string): string {
  let path = '';
  for (let r = 0; r + 1 < p.ringStart.length; r++) {
    for (let v = p.ringStart[r]!; v < p.ringStart[r + 1]! - 1; v++) {
      path += `${v === p.ringStart[r] ? 'M' : 'L'}${px(p.xy[2 * v]!)} ${py(p.xy[2 * v + 1]!)}`;
    }
    path += 'Z';
  }
  return `<path d="${path}" fill="${colour}" fill-opacity="0.13" fill-rule="evenodd" stroke="${colour}" stroke-width="1"/>`;
}

function arrow(
  fragment: Fragment,
  side: 'a' | 'b',
  px: (x: number) => string,
  py: (y: number) => string,
): string {
  const [x1, y1, x2, y2] = fragment;
  return `<line x1="${px(x1)}" y1="${py(y1)}" x2="${px(x2)}" y2="${py(y2)}" stroke="${COLOURS[side]}" stroke-width="3.5" marker-end="url(#${side})"/>`;
}

function dots(events: Events, px: (x: number) => string, py: (y: number) => string): string[] {
  return Array.from({ length: events.length }, (_, k) => {
    const [x, y] = [events.xy[2 * k]!, events.xy[2 * k + 1]!];
    return `<circle cx="${px(x)}" cy="${py(y)}" r="4" fill="#ffffff" stroke="#222222" stroke-width="1.5"/>`;
  });
}

const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'docs', 'images', 'kernels');
mkdirSync(folder, { recursive: true });
for (const drawing of drawings) writeFileSync(join(folder, `${drawing.name}.svg`), draw(drawing));
console.log(`${drawings.length} drawings in ${folder}`);
