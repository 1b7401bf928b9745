import packageJson from '../../../../../package.json' with { type: 'json' };
import { parts } from '../parts.ts';

/** The OpenAPI document of the OGC API; nothing in it but the number differs between the two versions. */
export function ogcDocument(version: '3.0.3' | '3.1.0', base: string) {
  return {
    openapi: version,
    info: {
      title: '图衡 OGC API',
      version: packageJson.version,
      description: '规划成果数据，按 OGC API 标准。没有列出的查询参数会被拒绝。',
    },
    servers: [{ url: base }],
    tags: [
      { name: '服务', description: '首页和符合的标准' },
      { name: '数据', description: '数据集和要素' },
    ],
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)) as Record<string, { get: OgcOperation }>,
    components: {
      parameters: Object.assign({}, ...parts.map(({ parameters }) => parameters)) as Record<
        string,
        OgcParameter
      >,
      schemas: Object.assign({}, ...parts.map(({ schemas }) => schemas)) as Record<string, object>,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: '管理员签发的令牌' },
        basic: {
          type: 'http',
          scheme: 'basic',
          description: '密码为令牌，用户名任意；供只支持 Basic 的 GIS 软件',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'tuheng', description: '登录后的会话' },
      },
    },
  };
}

/** What the page of the document shows of an operation. */
export interface OgcOperation {
  readonly summary: string;
  readonly parameters: readonly { readonly $ref: string }[];
}

export interface OgcParameter {
  readonly name: string;
  readonly in: string;
  readonly description: string;
}
