import { type RemarkAction, type RemarkState, remarkActions, remarkStates } from '@tuheng/store';
import { Type } from 'typebox';
import { AccountName } from '../accounts/account-schemas.ts';
import { Timestamp } from '../http/answers.ts';

const Action = Type.Unsafe<RemarkAction>({
  type: 'string',
  enum: remarkActions,
  description: '指派、答复、异议、认可、办结、重新打开',
});
const Rule = Type.String({ minLength: 1, maxLength: 100, description: '规则编号' });
const Place = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: '图斑或问题的次序，从 0 起' });
const side = Type.Optional(
  Type.Union([Type.Literal('filed'), Type.Literal('maintained')], {
    description: '审查任务的质检问题在哪一方',
  }),
);
const closed = { additionalProperties: false } as const;

const AskedSubject = Type.Union(
  [
    Type.Object({ kind: Type.Literal('verdict'), rule: Rule }, closed),
    Type.Object({ kind: Type.Literal('piece'), rule: Rule, piece: Place }, closed),
    Type.Object({ kind: Type.Literal('finding'), rule: Rule, piece: Place, side }, closed),
  ],
  { description: '一项判定、判定的一个证据图斑，或一个质检问题' },
);

/** As it was said. */
export const Subject = Type.Object({
  kind: Type.Union([Type.Literal('verdict'), Type.Literal('piece'), Type.Literal('finding')]),
  rule: Rule,
  piece: Type.Optional(Place),
  side,
});

const Text = Type.String({ maxLength: 2000, description: '内容；异议必须写理由' });

export const RemarkBody = Type.Object(
  {
    subject: AskedSubject,
    action: Action,
    to: Type.Optional(AccountName),
    text: Text,
    attachments: Type.Optional(
      Type.Array(Type.String({ description: '上传编号' }), {
        maxItems: 10,
        description: '作为附件上传完的文件（Upload-Metadata 中 purpose 为 attachment）',
      }),
    ),
  },
  closed,
);

export const RemarkDocument = Type.Object({
  id: Type.Integer(),
  job: Type.String(),
  subject: Subject,
  action: Action,
  to: Type.Optional(AccountName),
  text: Text,
  attachments: Type.Array(
    Type.Object({
      name: Type.String(),
      bytes: Type.Integer(),
      digest: Type.String({ description: 'SHA-256' }),
    }),
  ),
  by: AccountName,
  at: Timestamp,
});

export const RemarksDocument = Type.Object({
  states: Type.Array(
    Type.Object({
      subject: Subject,
      state: Type.Unsafe<RemarkState>({
        type: 'string',
        enum: remarkStates,
        description: '待办、已指派、已答复、有异议、已认可、已办结',
      }),
      assignee: Type.Optional(AccountName),
      remarks: Type.Integer({ description: '记录的条数' }),
    }),
    { description: '有记录的各项现在的状态；其他的都是待办' },
  ),
  remarks: Type.Array(RemarkDocument, { description: '全部记录，从最早的开始' }),
});

export const AssigneeDocument = Type.Object({ name: AccountName, displayName: Type.String() });
