import { PathInserter } from '../mesh/insert-path.ts';
import type { Geography } from './geography.ts';
import { Cover, type CoverCode, Ground, pointInside } from './ground.ts';
import { type Band, inside, outsideOf } from './shapes.ts';

/** Cuts the county along its great lines and says what each of the large faces is. */
export function buildSkeleton(geography: Geography): Ground {
  const ground = new Ground(geography.outline);
  const inserter = new PathInserter(ground.mesh);
  for (const { left, right } of [geography.river, ...geography.tributaries, ...geography.branches]) {
    inserter.insert(left);
    inserter.insert(right);
  }
  for (const lake of geography.lakes) inserter.insertLoop(lake);
  for (const { loop } of geography.reserves) inserter.insertLoop(loop);
  for (const hill of geography.hills) inserter.insertLoop(hill);
  for (const { loop } of geography.towns) inserter.insertLoop(loop);
  const masks = [...geography.towns, ...geography.reserves].map(({ loop }) => loop);
  for (const { band } of geography.ways) {
    for (const edge of [band.left, band.right]) {
      for (const stretch of outsideOf(edge, masks)) inserter.insert(stretch);
    }
  }
  label(ground, geography);
  return ground;
}

const wayCover = {
  highway: Cover.highway,
  railway: Cover.railway,
  road: Cover.road,
  dike: Cover.dike,
} as const;

function label(ground: Ground, geography: Geography): void {
  const { mesh } = ground;
  ground.set(0, Cover.outside);
  for (let face = 1; face < mesh.faceCount; face++) {
    const { x, y } = pointInside(mesh, face);
    const within = ({ outline }: Band): boolean => inside(outline, x, y);
    ground.inherit(face, 0);
    ground.reserve[face] = geography.reserves.findIndex(({ loop }) => inside(loop, x, y));
    const reserved = ground.reserve[face]! >= 0;
    let cover: CoverCode;
    if ([geography.river, ...geography.branches, ...geography.tributaries].some(within)) cover = Cover.river;
    else if (geography.lakes.some((lake) => inside(lake, x, y))) cover = Cover.lake;
    else {
      const beyond = inside(geography.beyondRiver, x, y);
      ground.town[face] = beyond ? -1 : geography.towns.findIndex(({ loop }) => inside(loop, x, y));
      const open = !reserved && ground.town[face]! < 0 && isNarrow(ground, face);
      const way = open ? geography.ways.find(({ band }) => within(band)) : undefined;
      const hill = geography.hills.some((loop) => inside(loop, x, y));
      if (ground.town[face]! >= 0) cover = Cover.urban;
      else if (way) cover = wayCover[way.kind];
      else if (reserved) cover = hill ? Cover.wood : Cover.wetland;
      else if (hill) cover = Cover.wood;
      else if (inside(geography.floodplain, x, y)) cover = Cover.meadow;
      else cover = Cover.field;
    }
    ground.set(face, cover);
  }
}

/** Wider than any road, metres. */
const WIDEST_WAY = 90;

/** Whether a face can be a road: where one edge of a road ended early, the land beside it holds the road's line. */
function isNarrow({ mesh }: Ground, face: number): boolean {
  const perimeter = mesh.ring(face).reduce((sum, h) => sum + mesh.length(h), 0);
  return (2 * mesh.area(face)) / perimeter < WIDEST_WAY;
}
