import { Type } from 'typebox';

export const BackupDocument = Type.Object({
  name: Type.String({ description: '文件名' }),
  bytes: Type.Integer(),
  createdAt: Type.String({ description: 'UTC' }),
});
