import type { Catalogue } from '../words/use-words.ts';

const zh = {
  place: '系统',
  accounts: '账号',
  regions: '行政区',
  ledger: '台账',
  jobs: '任务',
  health: '运行状况',
  backups: '备份',
  nothing: '这里没有你能看的内容。请联系管理员授予角色。',
};

const en: typeof zh = {
  place: 'System',
  accounts: 'Accounts',
  regions: 'Regions',
  ledger: 'Ledger',
  jobs: 'Jobs',
  health: 'Health',
  backups: 'Backups',
  nothing: 'There is nothing here for you. Ask the administrator for a role.',
};

export const systemWords: Catalogue<typeof zh> = { zh, en };
