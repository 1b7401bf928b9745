import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  allCrs,
  allLayerSpecs,
  analogues,
  landUseClasses,
  officialThresholds,
  provincialThresholds,
  surveyClasses,
  zoneClasses,
} from './index.ts';

const page = readFileSync(new URL('../../../docs/sources.md', import.meta.url), 'utf8');

it('docs/sources.md knows every section and every material that a record names', () => {
  const layers = allLayerSpecs();
  const records = [
    ...layers,
    ...layers.flatMap(({ ysdm, fields, variants = [] }) => [
      ysdm,
      ...fields,
      ...variants.flatMap((variant) => variant.fields),
    ]),
    ...[...landUseClasses(2020), ...landUseClasses(2023), ...surveyClasses(), ...zoneClasses()],
    ...[...allCrs(), ...officialThresholds, ...provincialThresholds],
    ...analogues.flatMap((analogue) => [analogue, analogue.original]),
  ];
  const sources = [...new Set(records.map(({ source }) => source))];
  const sections = sources.flatMap((source) =>
    [...source.matchAll(/§(\d+)/g)].map(([, chapter]) => chapter!),
  );
  const keys = sources.flatMap((source) => /\[([A-Z0-9, ]+)\]/.exec(source)?.[1]?.split(', ') ?? []);
  for (const chapter of new Set(sections))
    expect(page, chapter).toMatch(new RegExp(`^\\| ${chapter}\\b`, 'm'));
  for (const key of new Set(keys))
    expect(page, key).toMatch(new RegExp(`^\\| (\\w+, )*${key}\\b.* \\|`, 'm'));
});
