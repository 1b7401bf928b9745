/** Makes one input: `make.ts INPUT-AS-JSON TARGET [BASE]`. Run by ensure-input.ts. */
import { join } from 'node:path';
import { readPlan } from '@tuheng/dataset';
import { generateCounty } from '@tuheng/demonstration';
import { loadGeosOverlay } from '@tuheng/geometry';
import { type Layer, textAt } from '@tuheng/standard';
import { realFolder } from '../places.ts';
import { generateCoverage } from './coverage-generator.ts';
import { type Dataset, readDatasetFile, writeDatasetFile } from './dataset-file.ts';
import { editParcels } from './edit-parcels.ts';
import type { Input } from './input.ts';
import { plantFaults } from './plant-faults.ts';

const GRID = 0.0001;
const CODE_FIELDS = { DLTB: 'DLBM', GHFQ: 'GHFQDM', ZXCQGHYDYH: 'YDYHFLDM' } as const;

async function make(input: Input, base: string | undefined): Promise<Dataset> {
  switch (input.kind) {
    case 'coverage': {
      const polygons = generateCoverage(input);
      if (!input.faults) return { polygons };
      return { polygons: plantFaults(polygons, input.columns, input.seed, input.faults) };
    }
    case 'county': {
      const { base } = generateCounty({ seed: input.seed, parcels: input.parcels });
      return datasetOf(base.layers, 'DLTB');
    }
    case 'edited':
      return editParcels(readDatasetFile(base!), input.share, input.seed);
    case 'real': {
      const { layers } = await readPlan(join(realFolder, input.file));
      const { polygons, codes } = datasetOf(layers, input.layer);
      const repaired = (await loadGeosOverlay(GRID)).repair(polygons).polygons;
      return { polygons: repaired, ...(codes ? { codes } : {}) };
    }
  }
}

function datasetOf(layers: ReadonlyMap<string, Layer>, code: string): Dataset {
  const layer = layers.get(code);
  if (!layer) throw new Error(`no layer ${code}`);
  const field = CODE_FIELDS[code as keyof typeof CODE_FIELDS];
  const n = layer.polygons.featureStart.length - 1;
  return {
    polygons: layer.polygons,
    codes: Array.from({ length: n }, (_, f) => textAt(layer, field, f) ?? ''),
  };
}

const [input, target, base] = process.argv.slice(2);
writeDatasetFile(target!, await make(JSON.parse(input!) as Input, base));
