import type { DeliveredLayer } from '@tuheng/standard';
import { expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect } from '../testing/delivery.ts';
import { ColumnDraft } from './column-draft.ts';

async function draftOf(more: (layer: DeliveredLayer) => Partial<DeliveredLayer>): Promise<ColumnDraft> {
  const layer = deliveredLayer('HLFXKZX', [
    { ring: box(0, 0, 100), values: { XZQDM: '230898', MJ: 1 } },
    { ring: box(200, 0, 100), values: { XZQDM: '230898', MJ: null } },
  ]);
  const { context } = await inspect(deliveryOf({ ...layer, ...more(layer) }));
  return new ColumnDraft(context.layers[0]!);
}

it('gives the columns of the file as they are, but for what was changed', async () => {
  const draft = await draftOf(() => ({}));
  const before = draft.layer.delivered.columns;
  draft.setNumber('area', 'MJ', 1, 10_000, 'a');
  const columns = draft.build();
  expect(columns.get('MJ')).toEqual({ kind: 'number', values: Float64Array.of(1, 10_000) });
  expect(columns.get('XZQDM')).toEqual(before.get('XZQDM'));
  // The delivery itself is left alone.
  expect(before.get('MJ')).toEqual({ kind: 'number', values: Float64Array.of(1, Number.NaN) });
  expect(draft.edits).toMatchObject([
    { kind: 'area', row: 2, attribute: 'MJ', before: null, after: 10_000, areaMoved: 0, message: 'a' },
  ]);
});

it('keeps what the file said, not what was read of it', async () => {
  const draft = await draftOf(({ columns }) => ({
    columns: new Map(columns).set('XZQDM', {
      kind: 'text',
      values: ['230898', '230898'],
      raw: [' 230898', '230898.0'],
    }),
  }));
  expect(draft.build().get('XZQDM')).toEqual({ kind: 'text', values: [' 230898', '230898.0'] });
  draft.setText('bsm', 'XZQDM', 1, '230899', 'a');
  expect(draft.build().get('XZQDM')).toEqual({ kind: 'text', values: [' 230898', '230899'] });
  expect(draft.edits).toMatchObject([{ before: '230898.0', after: '230899' }]);
});

it('writes a number into a column of texts as text', async () => {
  const draft = await draftOf(({ columns }) => ({
    columns: new Map(columns).set('MJ', { kind: 'text', values: ['1', '2'] }),
  }));
  draft.setNumber('area', 'MJ', 0, 1.5, 'a');
  expect(draft.build().get('MJ')).toEqual({ kind: 'text', values: ['1.5', '2'] });
  expect(draft.fields).toContainEqual(expect.objectContaining({ name: 'MJ', type: 'text' }));
});

it('has the fields that were read, and no others of the same name', async () => {
  const draft = await draftOf(({ fields }) => ({
    fields: [
      ...fields.map((field) => (field.name === 'MJ' ? { ...field, sourceName: '面积' } : field)),
      { sourceName: 'MJ', name: null, type: undefined, length: 0, dropped: 'binary' },
      { sourceName: 'ZJHM', name: null, type: 'text', length: 18, dropped: 'personal' },
      { sourceName: 'TP', name: null, type: undefined, length: 0 },
    ],
  }));
  expect(draft.fields.map(({ name }) => name).sort()).toEqual(['BSM', 'MJ', 'XZQDM']);
});
