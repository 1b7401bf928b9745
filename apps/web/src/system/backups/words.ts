import type { Catalogue } from '../../words/use-words.ts';

const zh = {
  title: '备份',
  make: '备份',
  makeTitle: '备份整个库',
  makeTold: '备份时服务照常。备份里有全部规划、账号和台账，请妥善保管，并拷到别的机器上。',
  writing: '正在写一份备份，写完后出现在列表中…',
  made: '备份已写完',
  none: '还没有备份',
  noneHint: '点“备份”写第一份。磁盘损坏时，只有拷到别处的备份能恢复。',
  name: '文件',
  size: '大小',
  createdAt: '时间',
  acts: '操作',
  download: '下载',
  delete: '删除',
  deleteTitle: '删除备份',
  deleteTold: (name: string) => `删除 ${name}，不能恢复。`,
  deleted: '已删除',
};

const en: typeof zh = {
  title: 'Backups',
  make: 'Back up',
  makeTitle: 'Back up the whole store',
  makeTold:
    'The server goes on meanwhile. A backup holds all plans, accounts and the ledger: keep it safe, and copy it to another machine.',
  writing: 'A backup is being written; it appears in the list when it is done…',
  made: 'The backup is written',
  none: 'There is no backup yet',
  noneHint: 'Make the first one by “Back up”. When a disk breaks, only a copy elsewhere helps.',
  name: 'File',
  size: 'Size',
  createdAt: 'When',
  acts: 'Actions',
  download: 'Download',
  delete: 'Delete',
  deleteTitle: 'Delete a backup',
  deleteTold: (name) => `Deletes ${name} for good.`,
  deleted: 'Deleted',
};

export const backupsWords: Catalogue<typeof zh> = { zh, en };
