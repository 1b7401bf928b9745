/** Writes a benchmark input as a FileGDB with the layer DLTB: `write-survey.ts INPUT TARGET`. */
import { writeDataset } from '@tuheng/dataset';
import { crsOf, layerSpec } from '@tuheng/standard';
import { readDatasetFile } from './dataset-file.ts';
import { surveyLayer } from './survey-layer.ts';

const [input, target] = process.argv.slice(2);
const { polygons, columns } = surveyLayer(readDatasetFile(input!).polygons);
const fields = layerSpec('DLTB')!.fields.filter(({ name }) => columns.has(name));
await writeDataset(target!, 'FileGDB', [{ name: 'DLTB', crs: crsOf(4532)!, polygons, fields, columns }]);
