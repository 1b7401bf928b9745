import { type ServerCode, serverProblem } from './problem-table.ts';

/** A value of the request that was refused, and why. */
export interface InvalidValue {
  /** JSON Pointer into the body, or the parameter's name. */
  readonly at: string;
  readonly message: string;
}

/** A request that cannot be answered as asked. The message says what happened, where, and what to do. */
export class Problem extends Error {
  readonly code: ServerCode;
  readonly status: number;
  readonly title: string;
  readonly invalid: readonly InvalidValue[];

  constructor(
    code: ServerCode,
    {
      detail,
      invalid = [],
      cause,
    }: {
      readonly detail?: string;
      readonly invalid?: readonly InvalidValue[];
      readonly cause?: unknown;
    } = {},
  ) {
    const { status, title, advice } = serverProblem(code);
    super(`${title}${detail ? `（${detail}）` : ''}。${advice}。`, { cause });
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.title = title;
    this.invalid = invalid;
  }
}
