import { type Grant, type Role, roles, type Verb, verbs } from '@tuheng/store';
import { type Static, Type } from 'typebox';
import { nullable, Timestamp } from '../http/answers.ts';

export const AccountName = Type.String({ minLength: 1, maxLength: 64, description: '账号名' });
export const Reason = Type.String({ maxLength: 500, description: '理由，记入台账' });
export const RoleName = Type.Unsafe<Role>({ type: 'string', enum: Object.keys(roles), description: '角色' });
export const VerbName = Type.Unsafe<Verb>({ type: 'string', enum: Object.keys(verbs), description: '权限' });
export const RegionCode = nullable(
  Type.String({ pattern: '^([0-9]{6}|[0-9]{9})$', description: '行政区代码；null 为全部' }),
);

export const AccountDocument = Type.Object({
  name: Type.String({ description: '账号名' }),
  displayName: Type.String({ description: '显示名' }),
  hasPassword: Type.Boolean({ description: '能否用密码登录；否则只能统一身份认证' }),
  createdAt: Timestamp,
  disabledAt: nullable(Timestamp),
});

export const GrantBody = Type.Object({
  role: RoleName,
  region: RegionCode,
  verbs: Type.Optional(Type.Array(VerbName, { description: '代替角色自有的权限' })),
});

export const GrantDocument = Type.Object({
  id: Type.Integer({ description: '授权编号' }),
  role: RoleName,
  title: Type.String({ description: '角色的名称' }),
  region: RegionCode,
  regionName: nullable(Type.String({ description: '行政区的名称；全部时为 null' })),
  verbs: Type.Array(VerbName),
  grantedAt: Timestamp,
});

export function grantOf({
  id,
  role,
  region,
  regionName,
  verbs: own,
  grantedAt,
}: Grant): Static<typeof GrantDocument> {
  const { title, verbs: usual } = roles[role];
  return { id, role, title, region, regionName, verbs: [...(own ?? usual)], grantedAt };
}

/** An account as it stands in a list. */
export const ListedAccountDocument = Type.Interface([AccountDocument], {
  lastSignInAt: nullable(Timestamp),
  grants: Type.Array(GrantDocument),
});

export const TokenDocument = Type.Object({
  id: Type.Integer({ description: '令牌编号' }),
  title: Type.String({ description: '用途' }),
  verbs: Type.Array(VerbName),
  region: RegionCode,
  issuedAt: Timestamp,
  expiresAt: Timestamp,
  usedAt: nullable(Timestamp),
});

export const IdentityDocument = Type.Object({
  id: Type.Integer({ description: '登记编号' }),
  issuer: Type.String({ description: '统一身份认证服务' }),
  identifier: Type.String({ description: '在那里的账号' }),
  subject: nullable(Type.String({ description: '对方内部的编号；首次登录前为 null' })),
  registeredAt: Timestamp,
});

/** Of a removal: what a DELETE has instead of a body. */
export const ReasonQuery = Type.Object({ reason: Reason });
