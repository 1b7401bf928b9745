import { Type } from 'typebox';
import type { InvalidValue } from './problem.ts';

/** RFC 9457, with our code, the request's number and the values that were refused. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly request: string;
  readonly invalid?: readonly InvalidValue[];
}

export const problemMediaType = 'application/problem+json';

/** For the OpenAPI document. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: '问题说明页的地址' }),
    title: Type.String({ description: '发生了什么' }),
    status: Type.Integer(),
    detail: Type.String({ description: '发生了什么、在哪里、怎么办' }),
    code: Type.String({ description: '稳定的问题代码，程序据此处理' }),
    request: Type.String({ description: '请求编号，与服务器日志中的一致' }),
    invalid: Type.Optional(
      Type.Array(Type.Object({ at: Type.String(), message: Type.String() }), {
        description: '不合要求的参数或内容',
      }),
    ),
  },
  { $id: 'Problem', description: 'RFC 9457 问题说明' },
);

export function pageOf(code: string): string {
  return `/problems/${code}`;
}
