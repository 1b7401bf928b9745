/** A value of the request that was refused. */
export interface InvalidValue {
  /** JSON Pointer into the body, or the parameter's name. */
  readonly at: string;
  readonly message: string;
}

interface ProblemDocument {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly type?: string;
  readonly request?: string;
  readonly invalid?: readonly InvalidValue[];
}

/** What the server refused or could not do: its problem+json, or that it does not answer at all. */
export class ApiProblem extends Error {
  /** Stable, e.g. `server.forbidden`; `web.unreachable` where the server does not answer. */
  readonly code: string;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  /** Page that tells what to do. */
  readonly page: string | undefined;
  /** Its number in the server's log. */
  readonly request: string | undefined;
  /** Which values were refused, where the server says so. */
  readonly invalid: readonly InvalidValue[];

  private constructor(message: string, code: string, status: number, more: Partial<ApiProblem> = {}) {
    super(message, { cause: more.cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.page = more.page;
    this.request = more.request;
    this.invalid = more.invalid ?? [];
  }

  static of(response: Response, body: unknown): ApiProblem {
    if (typeof body === 'object' && body !== null && 'code' in body) {
      const { code, title, detail, type, request, invalid } = body as ProblemDocument;
      return new ApiProblem(detail ?? title, code, response.status, {
        ...(type !== undefined && { page: type }),
        ...(request !== undefined && { request }),
        ...(invalid !== undefined && { invalid }),
      });
    }
    return new ApiProblem(`HTTP ${response.status}`, 'web.unexpected-answer', response.status);
  }

  static unreachable(cause: unknown): ApiProblem {
    return new ApiProblem('连不上服务器，请检查网络后重试。', 'web.unreachable', 0, { cause });
  }
}
