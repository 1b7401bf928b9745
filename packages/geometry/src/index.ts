export { type Box, type BoxIndex, featureBox, featureBoxes, indexBoxes } from './box.ts';
export { checkCoverage } from './coverage/check-coverage.ts';
export type { CoverageOptions } from './coverage/coverage-options.ts';
export { groundGained } from './coverage/ground-gained.ts';
export type {
  CoveragePiece,
  CoverageReport,
  NearVertices,
  Noise,
  RingCorner,
  RingPlace,
  RingSegment,
  SelfContact,
  SmallPolygon,
  TJunction,
} from './coverage/report.ts';
export { evenOdd as evenOddFeature } from './coverage/rings/even-odd.ts';
export { selfContactPlaces } from './coverage/rings/self-contact-places.ts';
export { type EdgeLayer, prepareEdges } from './edges/edge-layer.ts';
export { type PackedTree, packTree, TreeSearch } from './edges/packed-tree.ts';
export { ellipsoidArea, ellipsoidRingArea } from './ellipsoid-area.ts';
export {
  ellipsoidAreaMeasure,
  lengthMeasure,
  type MeasureSpec,
  planeAreaMeasure,
} from './fragments/fragment-measure.ts';
export { overlayTable, type PairTable, type TableOptions } from './fragments/overlay-table.ts';
export { pooledOverlayTable } from './fragments/pooled-overlay-table.ts';
export { areasOutside, type ClassTotal, totalsByClass } from './fragments/table-totals.ts';
export { inverseGaussKruger, type Projection } from './gauss-kruger.ts';
export { loadGeosOverlay } from './geos-overlay.ts';
export { canonicalHash } from './identity/canonical-hash.ts';
export { matchIdentical } from './identity/match-identical.ts';
export { containsPoint, interiorPoint } from './interior-point.ts';
export { keepEllipsoidAreas, keptEllipsoidArea } from './kept-areas.ts';
export { loadKernelOverlay } from './kernel-overlay.ts';
export { type ArealGeometry, lonLatGeometry } from './lon-lat-geometry.ts';
export { RoadNetwork } from './network/road-network.ts';
export { NO_PARTNER, type Overlay, OverlayError, type Pieces, type Repair } from './overlay.ts';
export { clusters } from './patches/clusters.ts';
export { type Dissolved, type DissolveOptions, dissolve } from './patches/dissolve.ts';
export { needsRepair } from './patches/needs-repair.ts';
export { numberPoints } from './patches/number-points.ts';
export {
  type Holes,
  holeContents,
  holesOf,
  type PatchFigures,
  patchFigures,
} from './patches/patch-figures.ts';
export {
  concatPolygons,
  featureCount,
  mapCoordinates,
  type Polygons,
  PolygonsBuilder,
  selectFeatures,
  shareArray,
  sharePolygons,
  vertexCount,
} from './polygons.ts';
export { lineCount, type Polylines, PolylinesBuilder } from './polylines.ts';
export { type BrowserWorker, createBrowserPool } from './pool/browser-pool.ts';
export { answer, type TaskReply, type TaskRequest, WorkerPool, type WorkerPort } from './pool/worker-pool.ts';
export { reprojectPolygons, reprojectPolylines, type Transform, transformBetween } from './reproject.ts';
export { meanWidth, perimeter, planeArea, ringLength, signedRingArea } from './ring.ts';
export { ringSide } from './ring-containment.ts';
export { frameAround, type PictureFrame, ringsOf, svgPath } from './svg-path.ts';
export { transformedBox } from './transformed-box.ts';
