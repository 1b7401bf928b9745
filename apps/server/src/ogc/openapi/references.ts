/** References within the OpenAPI document, and answers that all operations share. */
export function parameter(name: string): object {
  return { $ref: `#/components/parameters/${name}` };
}

export function schema(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** An answer in two forms. */
export function answer(description: string, jsonType: string, name: string, headers?: object): object {
  return {
    description,
    content: { [jsonType]: { schema: schema(name) }, 'text/html': { schema: { type: 'string' } } },
    ...(headers && { headers }),
  };
}

const problem = { 'application/problem+json': { schema: schema('problem') } };

export const refusals = {
  400: { description: '参数不合要求', content: problem },
  401: { description: '没有登录', content: problem },
  404: { description: '没有这个资源，或不能读取', content: problem },
  406: { description: '不能以所要的格式回答', content: problem },
  500: { description: '服务器内部错误', content: problem },
};
