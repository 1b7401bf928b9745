import { expect, it } from 'vitest';
import { around, treeOf } from './region-tree.ts';

const regions = [
  { adcode: '230800', parent: '230000', level: 'city', name: '市' },
  { adcode: '230898', parent: '230800', level: 'county', name: '县' },
  { adcode: '230881', parent: '230800', level: 'county', name: '邻县' },
  { adcode: '230898100', parent: '230898', level: 'township', name: '镇' },
];

it('regions stand under their parents; where the parent is out of reach, at the root', () => {
  const [root, ...others] = treeOf(regions);
  expect(others).toEqual([]);
  expect(root).toMatchObject({ adcode: '230800', children: [{ adcode: '230898' }, { adcode: '230881' }] });
  expect(root!.children[0]!.children.map(({ adcode }) => adcode)).toEqual(['230898100']);
});

it('around a region are its parents, the nearest first', () => {
  expect(around(regions, '230898100')).toEqual(['230898', '230800', '230000']);
  expect(around(regions, '999999')).toEqual([]);
});
