import { Type } from 'typebox';

/** For the OpenAPI document: any refusal is a problem document. */
export const problems = { '4xx': Type.Ref('Problem'), '5xx': Type.Ref('Problem') };

/** UTC, microseconds. */
export const Timestamp = Type.String({ description: 'UTC，微秒', examples: ['2026-11-25T08:00:00.000000Z'] });

export function nullable<S extends Parameters<typeof Type.Union>[0][number]>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}
