import { planeArea } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect } from '../testing/delivery.ts';
import { verticesOf } from '../testing/repaired.ts';
import { LayerDraft } from './layer-draft.ts';

async function draftOfThree(): Promise<LayerDraft> {
  const features = [0, 200, 400].map((x) => ({ ring: box(x, 0, 100) }));
  const { context } = await inspect(deliveryOf(deliveredLayer('HLFXKZX', features)));
  return new LayerDraft(context.layers[0]!);
}

const small = [[box(200, 0, 50)]];
const smaller = [[box(200, 0, 20)]];

describe('LayerDraft', () => {
  it('is the delivered layer itself while nothing is repaired', async () => {
    const draft = await draftOfThree();
    expect(draft.polygons()).toBe(draft.layer.delivered.polygons);
    expect(draft.inPlane()).toBe(draft.layer.polygons);
    expect([...draft.touched]).toEqual([]);
  });

  it('gives one repair after the other, and the other features bit by bit', async () => {
    const draft = await draftOfThree();
    draft.repair('even-odd', 1, small, [{ areaMoved: 3, message: 'a' }]);
    draft.repair('t-junction', 1, smaller, [
      { areaMoved: 1, message: 'b' },
      { areaMoved: 1, message: 'c' },
    ]);
    expect(draft.shape(1)).toBe(smaller);
    expect([...draft.touched]).toEqual([1]);
    expect(draft.areaMoved(1)).toBe(5);
    expect(draft.edits.map(({ kind, row, message }) => [kind, row, message])).toEqual([
      ['even-odd', 2, 'a'],
      ['t-junction', 2, 'b'],
      ['t-junction', 2, 'c'],
    ]);
    const polygons = draft.polygons();
    expect([0, 1, 2].map((f) => verticesOf(polygons, f))).toEqual([
      box(0, 0, 100),
      box(200, 0, 20),
      box(400, 0, 100),
    ]);
    expect(planeArea(draft.inPlane(), 1)).toBeCloseTo(400, 6);
    expect(planeArea(draft.planeShape(1), 0)).toBeCloseTo(400, 6);
  });

  it('takes the latest repair back, with all that the log says of it, and tells it as refused', async () => {
    const draft = await draftOfThree();
    draft.repair('even-odd', 1, small, [{ areaMoved: 3, message: 'a' }]);
    draft.repair('t-junction', 1, smaller, [
      { areaMoved: 1, message: 'b' },
      { areaMoved: 1, message: 'c' },
    ]);
    draft.takeBack(1, 'latest', 'why');
    expect(draft.shape(1)).toBe(small);
    expect([draft.has('even-odd', 1), draft.has('t-junction', 1)]).toEqual([true, false]);
    expect(draft.areaMoved(1)).toBe(3);
    expect(draft.edits.map(({ message }) => message)).toEqual(['a']);
    expect(draft.refused).toMatchObject([{ kind: 't-junction', row: 2, reason: 'why' }]);
  });

  it('takes all repairs of a feature back, each kind told once, and is untouched again; what was done on reading stays', async () => {
    const draft = await draftOfThree();
    draft.note('closed-ring', 1, { message: 'closed' });
    draft.repair('even-odd', 1, small, [{ message: 'a' }]);
    draft.repair('even-odd', 1, smaller, [{ message: 'b' }]);
    draft.repair('orientation', 1, smaller, []);
    draft.takeBack(1, 'all', 'why');
    expect(draft.refused.map(({ kind }) => kind)).toEqual(['even-odd', 'orientation']);
    expect(draft.edits.map(({ kind }) => kind)).toEqual(['closed-ring']);
    expect([...draft.touched]).toEqual([]);
    expect(draft.polygons()).toBe(draft.layer.delivered.polygons);
  });
});
