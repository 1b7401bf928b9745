import { DatasetError } from '@tuheng/dataset';
import { OverlayError } from '@tuheng/geometry';
import { SiteError } from '@tuheng/maintenance';
import { TargetsError } from '@tuheng/standard';
import { StoreError } from '@tuheng/store';
import { TilesError } from '@tuheng/tiles';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type InvalidValue, Problem } from './problem.ts';
import { type ProblemDocument, pageOf, problemMediaType } from './problem-document.ts';
import type { ServerCode } from './problem-table.ts';
import { statusOf } from './status-of.ts';

/** Errors of our packages: their message is for people, their code for programs. */
const known = [StoreError, DatasetError, OverlayError, SiteError, TargetsError, TilesError];

/** Codes of ours for the errors that Fastify and its plugins raise themselves. */
const ofStatus: Readonly<Record<number, ServerCode>> = {
  400: 'server.invalid-request',
  404: 'server.not-found',
  406: 'server.not-acceptable',
  413: 'server.too-large',
  415: 'server.unsupported-content',
  429: 'server.too-many-requests',
};

/** What PostgreSQL says of a text with a zero byte, and of JSON with one: it can store neither (22021, 22P05). */
const [NO_TEXT, NO_JSON] = ['22021', '22P05'];

/** Answers any error as problem+json. What is not meant for clients is logged and told by its number only. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const document = documentOf(error, request);
  if (document.status >= 500) request.log.error({ err: error, code: document.code }, 'request failed');
  else request.log.info({ code: document.code }, 'request refused');
  if (document.status === 401) reply.header('www-authenticate', 'Bearer realm="tuheng"');
  return reply.code(document.status).type(problemMediaType).send(JSON.stringify(document));
}

function documentOf(error: unknown, { id }: FastifyRequest): ProblemDocument {
  if (error instanceof Problem) return documentOfProblem(error, id);
  if (known.some((type) => error instanceof type)) {
    const { code, message } = error as Error & { code: string };
    const [title = message] = message.split('。', 1);
    return { type: pageOf(code), title, status: statusOf(code), detail: message, code, request: id };
  }
  const { statusCode = 500, validation, code: raised } = error as FastifyError;
  if (raised === NO_TEXT || raised === NO_JSON) {
    const detail = '文字中有零字节或不成对的代理字符';
    return documentOfProblem(new Problem('server.invalid-request', { detail }), id);
  }
  if (validation) {
    const invalid = validation.map(
      ({ instancePath, message = '' }): InvalidValue => ({ at: instancePath, message }),
    );
    return documentOfProblem(new Problem('server.invalid-request', { invalid }), id);
  }
  const code = ofStatus[statusCode] ?? (statusCode < 500 ? 'server.invalid-request' : 'server.internal');
  const problem = new Problem(code, statusCode < 500 ? { detail: (error as Error).message } : {});
  return { ...documentOfProblem(problem, id), status: Math.min(statusCode, 500) };
}

function documentOfProblem({ code, title, status, message, invalid }: Problem, id: string): ProblemDocument {
  return {
    type: pageOf(code),
    title,
    status,
    detail: message,
    code,
    request: id,
    ...(invalid.length > 0 && { invalid }),
  };
}

/** For addresses that are none. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerProblem(new Problem('server.not-found'), request, reply);
}
