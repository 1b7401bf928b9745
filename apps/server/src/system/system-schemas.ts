import { jobStates } from '@tuheng/store';
import { Type } from 'typebox';
import { BackupDocument } from '../backups/backup-schemas.ts';
import { nullable, Timestamp } from '../http/answers.ts';

const Bytes = Type.Number({ description: '字节' });
const Held = { count: Type.Integer({ description: '个数' }), bytes: Bytes };

export const SystemDocument = Type.Object({
  version: Type.String({ description: '图衡的版本' }),
  node: Type.String({ description: 'Node 的版本' }),
  uptimeSeconds: Type.Integer({ description: '已运行的秒数' }),
  memory: Type.Object(
    { rss: Bytes, heapUsed: Bytes, heapTotal: Bytes },
    { description: '进程占用的内存、已用和已分配的堆' },
  ),
  database: Type.Object({
    kind: Type.Union([Type.Literal('embedded'), Type.Literal('server')], {
      description: '内嵌数据库，或数据库服务器',
    }),
    version: Type.String({ description: 'PostgreSQL 的版本' }),
    bytes: Bytes,
  }),
  disk: Type.Object({ free: Bytes, total: Bytes }, { description: '服务器数据文件夹所在的磁盘' }),
  jobs: Type.Object(Object.fromEntries(jobStates.map((state) => [state, Type.Integer()])), {
    description: '各状态的任务数',
  }),
  held: Type.Object({
    layers: Type.Object({ ...Held, room: Bytes }, { description: '内存中的图层；room 为上限' }),
    tiles: Type.Object(Held, { description: '内存中的瓦片' }),
    tilesOnDisk: Type.Object(
      { bytes: nullable(Bytes), room: Bytes },
      { description: '磁盘上的瓦片；启动后第一次清点以前 bytes 为 null' },
    ),
  }),
  backup: Type.Object({
    writing: Type.Boolean({ description: '正在写一份' }),
    last: nullable(BackupDocument),
  }),
  ledger: Type.Object({
    rows: Type.Integer({ description: '全部链的行数' }),
    chains: Type.Array(
      Type.Object({
        scope: Type.String({ description: '链' }),
        rows: Type.Integer({ description: '行数' }),
        lastAt: Timestamp,
      }),
    ),
    lastVerification: nullable(
      Type.Object(
        {
          at: Type.String({ description: 'UTC' }),
          scope: nullable(Type.String({ description: '校验的链；null 为全部' })),
          sound: Type.Boolean({ description: '全部相符' }),
          rows: Type.Integer({ description: '校验的行数' }),
        },
        { description: '服务器启动以来最近一次校验' },
      ),
    ),
  }),
});
