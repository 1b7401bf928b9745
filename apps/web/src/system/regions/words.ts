import type { Catalogue } from '../../words/use-words.ts';

const zh = {
  everywhere: '全部行政区',
  tree: '行政区',
  search: '搜索名称、代码',
  levels: { province: '省', city: '市', county: '县', township: '乡镇' } as Readonly<Record<string, string>>,
  here: '在这里的角色',
  hereNone: '没有直接授予的角色。',
  inherited: '从上级来的角色',
  inheritedHint: '授在上级行政区的角色，对这里同样有效。',
  inheritedNone: '没有从上级来的角色。',
  choose: '选择一个行政区，看谁在那里有什么角色。',
  noSuch: '没有这个行政区，或不在你的管理范围内。',
  back: '返回行政区',
  account: '账号',
  role: '角色',
  region: '授在',
  verbs: '可以做的事',
  disabled: '已停用',
  people: (n: number) => `${n} 人`,
};

const en: typeof zh = {
  everywhere: 'All regions',
  tree: 'Regions',
  search: 'Search name or code',
  levels: { province: 'Province', city: 'City', county: 'County', township: 'Township' },
  here: 'Roles here',
  hereNone: 'No role is granted here itself.',
  inherited: 'Roles from above',
  inheritedHint: 'Roles on a region around it hold here as well.',
  inheritedNone: 'No role comes from above.',
  choose: 'Choose a region to see who has which role there.',
  noSuch: 'There is no such region, or you do not manage it.',
  back: 'Back to the regions',
  account: 'Account',
  role: 'Role',
  region: 'Granted on',
  verbs: 'May',
  disabled: 'Disabled',
  people: (n) => `${n}`,
};

export const regionsWords: Catalogue<typeof zh> = { zh, en };
