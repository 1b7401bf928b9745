import type { TargetsFile } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

// One square kilometre at the central meridian: 99.997 ha on the ellipsoid.
const square = [{ ring: box(0, 0, 1000) }];
const delivery = deliveryOf(deliveredLayer('CZKFBJ', square), deliveredLayer('STBHHX', square));

function against(targets: NonNullable<TargetsFile['targets']>) {
  const file: TargetsFile = { schema: 'tuheng.targets/1', targets };
  return inspectBy('K-02', delivery, { targets: { file, name: 'targets.json', digest: '' } });
}

const target = (value: number) => ({ value, unit: 'ha', source: '规划文本第 1 条' });

describe('K-02 targets', () => {
  it('passes targets that are kept, within the rounding they are printed with', async () => {
    const { status, findings } = await against({
      urbanBoundary: target(100),
      ecologicalRedLine: target(100.0),
    });
    expect({ status, findings }).toEqual({ status: 'passed', findings: [] });
  });

  it('finds a red line too small and a boundary too large', async () => {
    const { status, findings } = await against({
      urbanBoundary: target(99.5),
      ecologicalRedLine: target(120.5),
    });
    expect(status).toBe('failed');
    expect(findings.map(({ layer, message }) => [layer, message])).toEqual([
      [
        'CZKFBJ',
        '城镇开发边界共 100.00 公顷，大于城镇开发边界规模 99.50 公顷（规划文本第 1 条），相差 0.50 公顷。',
      ],
      [
        'STBHHX',
        '生态保护红线共 100.00 公顷，小于生态保护红线面积 120.50 公顷（规划文本第 1 条），相差 20.50 公顷。',
      ],
    ]);
    expect(findings[0]!.measure!.unit).toBe('m²');
  });

  it('says which layer is missing', async () => {
    const { status, reason } = await against({ cultivatedLand: target(1) });
    expect(status).toBe('notRun');
    expect(reason).toContain('没有耕地保护目标图层 GDBHMB');
  });

  it('is not run without targets', async () => {
    const { status, reason } = await inspectBy('K-02', delivery);
    expect({ status, reason }).toEqual({
      status: 'notRun',
      reason: '没有提供目标值文件，或没有规划数据库。',
    });
  });
});
