interface ProblemDocument {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly type?: string;
  readonly request?: string;
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

  private constructor(message: string, code: string, status: number, more: Partial<ApiProblem> = {}) {
    super(message, { cause: more.cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.page = more.page;
    this.request = more.request;
  }

  static of(response: Response, body: unknown): ApiProblem {
    if (typeof body === 'object' && body !== null && 'code' in body) {
      const { code, title, detail, type, request } = body as ProblemDocument;
      return new ApiProblem(detail ?? title, code, response.status, {
        ...(type !== undefined && { page: type }),
        ...(request !== undefined && { request }),
      });
    }
    return new ApiProblem(`HTTP ${response.status}`, 'web.unexpected-answer', response.status);
  }

  static unreachable(cause: unknown): ApiProblem {
    return new ApiProblem('连不上服务器，请检查网络后重试。', 'web.unreachable', 0, { cause });
  }
}
