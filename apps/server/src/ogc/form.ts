import type { FastifyRequest } from 'fastify';
import { invalid } from '../problems/invalid-value.ts';
import { Problem } from '../problems/problem.ts';
import { Parameters } from './parameters.ts';

/** Forms of an answer, as the parameter `f` names them. */
export type Form = 'json' | 'html';

/**
 * In which form an answer is wanted: by `f`, else by `Accept` (RFC 9110, 12.5.1), else as JSON.
 *
 * @param jsonTypes media types that the JSON form goes by
 * @throws Problem server.invalid-request, server.not-acceptable
 */
export function formOf(
  { headers: { accept = '*/*' } }: FastifyRequest,
  parameters: Parameters,
  jsonTypes: readonly string[],
): Form {
  const f = parameters.text('f');
  if (f === 'json' || f === 'html') return f;
  if (f !== undefined) throw invalid('f', '应为 json 或 html');
  const ranges = rangesOf(accept);
  const json = Math.max(...jsonTypes.map((type) => qualityOf(type, ranges)));
  const html = qualityOf('text/html', ranges);
  if (json === 0 && html === 0) throw new Problem('server.not-acceptable', { detail: accept });
  return html > json ? 'html' : 'json';
}

/** The form of a resource that takes no other parameter. @throws as `formOf`, and where there are others */
export function onlyForm(request: FastifyRequest, ...jsonTypes: readonly string[]): Form {
  const parameters = new Parameters(request.query);
  const form = formOf(request, parameters, jsonTypes);
  parameters.refuseOthers();
  return form;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function rangesOf(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [type = '', ...rest] = part.split(';').map((one) => one.trim().toLowerCase());
    const weight = rest.find((one) => one.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    return { type, quality: quality >= 0 ? Math.min(quality, 1) : 0 };
  });
}

/** The narrowest range that holds a type decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  for (const wanted of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const range = ranges.find((one) => one.type === wanted);
    if (range) return range.quality;
  }
  return 0;
}
