import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effectiveRuleBook } from '@tuheng/maintenance';
import { afterAll, expect, it } from 'vitest';
import { aliasesOf, loadProfiles } from './profile-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuheng-细则文件-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the example of docs/profiles.md is a profile of both books', async () => {
  const page = readFileSync(new URL('../../../docs/profiles.md', import.meta.url), 'utf8');
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!);
  writeFileSync(at('省.json'), JSON.stringify({ schema: 'tuheng.profile/1', name: '省' }));
  writeFileSync(at('县.json'), JSON.stringify({ ...example, extends: '省.json' }));
  const loaded = await loadProfiles(at('县.json'));
  expect(loaded.map(({ name }) => name)).toEqual(['省.json', '县.json']);
  const rules = effectiveRuleBook({ profiles: loaded.map(({ profile }) => profile) });
  const of = (id: string) => rules.find((rule) => rule.id === id);
  expect(of('udb.fragments')!.parameters[0]).toMatchObject({ value: 250, confidence: 'found' });
  expect(of('udb.shape')!.off).toBe('示范县：省里另行评价边界形态');
  expect(of('hlj.forest-not-reduced')!.algorithm).toContain('在城镇开发边界（CZKFBJ）范围外的部分');
  expect(aliasesOf(loaded)).toEqual(example.aliases);
});

it('a narrower profile sets what a wider one adds, and knows no more', async () => {
  const added = {
    ...{ id: 'a.b', title: 't', layer: 'CZKFBJ', measure: 'patches', compare: 'notMore', source: 's' },
    ...{ limit: { value: 9, unit: '个' }, basis: [{ document: 'd' }] },
  };
  const profile = (more: object) => JSON.stringify({ schema: 'tuheng.profile/1', name: 'n', ...more });
  const limit = { value: 5, source: 's' };
  writeFileSync(at('a.json'), profile({ added: [added] }));
  writeFileSync(at('b.json'), profile({ extends: 'a.json', parameters: { 'a.b.limit': limit } }));
  expect(await loadProfiles(at('b.json'))).toHaveLength(2);
  writeFileSync(at('c.json'), profile({ extends: 'a.json', parameters: { 'a.b.tolerance': limit } }));
  await expect(loadProfiles(at('c.json'))).rejects.toMatchObject({ code: 'profile.invalid' });
  writeFileSync(at('d.json'), profile({ extends: 'a.json', added: [added] }));
  await expect(loadProfiles(at('d.json'))).rejects.toThrow('编号已被占用');
});
