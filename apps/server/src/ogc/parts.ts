import { featuresPart } from './features-part.ts';
import type { OgcPart } from './ogc-part.ts';
import { tilesPart } from './tiles/tiles-part.ts';

/** All capabilities of the OGC API. */
export const parts: readonly OgcPart[] = [featuresPart, tilesPart];
