import { describe, expect, it } from 'vitest';
import { InspectedLayer } from '../inspected-layer.ts';
import { judgeCoordinates } from '../judge-coordinates.ts';
import { database, deliveredLayer } from '../testing/delivery.ts';
import { mergeOutcomes, tellFaults } from './tell-faults.ts';

const delivered = deliveredLayer('CZKFBJ', []);
const layer = new InspectedLayer(database([delivered]), delivered, judgeCoordinates(delivered));

function tell(features: number, judged: number, least?: number) {
  return tellFaults({
    layer,
    attribute: 'MJ',
    features: Array.from({ length: features }, (_, f) => f),
    judged,
    cause: 'some.cause',
    whole: '整层有误',
    message: (f) => `第 ${f} 个有误。`,
    suggestion: '改正。',
    ...(least !== undefined && { least }),
  });
}

describe('tellFaults', () => {
  it.each([
    [19, 19, undefined, false],
    [20, 20, undefined, true],
    [89, 100, undefined, false],
    [90, 100, undefined, true],
    [2, 2, 2, true],
    [0, 0, undefined, false],
  ])('%i of %i (least %s) is the layer’s fault: %s', (features, judged, least, isWhole) => {
    const { findings, systematic = [] } = tell(features, judged, least);
    expect(systematic).toHaveLength(isWhole ? 1 : 0);
    expect(findings).toHaveLength(isWhole ? 0 : features);
  });

  it('counts, and shows the first three', () => {
    const { systematic } = tell(95, 100);
    expect(systematic).toMatchObject([{ count: 95, message: '整层有误（100 个要素中 95 个）。' }]);
    expect(systematic![0]!.examples.map(({ feature }) => feature)).toEqual([0, 1, 2]);
  });

  it('merges outcomes with each reason once', () => {
    const merged = mergeOutcomes([
      tell(1, 5),
      tell(30, 30),
      { findings: [], notRun: '甲。' },
      { findings: [], notRun: '甲。' },
    ]);
    expect(merged.findings).toHaveLength(1);
    expect(merged.systematic).toHaveLength(1);
    expect(merged.notRun).toBe('甲。');
  });
});
