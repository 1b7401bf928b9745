import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import packageJson from '../../../../package.json' with { type: 'json' };
import type { App } from '../app.ts';

/** For the pages of the library: everything from here, and the one style that it puts on an element itself. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The chapters of the document. Every route is in one. */
const tags = {
  会话: '登录、退出、统一身份认证',
  账号: '账号、授权和令牌，仅限管理员',
  规划: '规划、版本和行政区',
  成果数据: '图层、要素和导出',
  瓦片: '矢量瓦片和地图样式',
  合规: '一块用地与规划的关系，供审批系统调用',
  任务: '入库、质检、审查、发布、切片',
  上传: '分段上传，可断点续传',
  规则: '规则库、依据、参数和行政区设定的阈值',
  台账: '留痕台账的查询与校验',
  运行状况: '健康检查、指标和备份',
} as const;

/** Where the pages are; their routes are made by a library. */
export const docsPrefix = '/api/docs';

/** The OpenAPI 3.1 document at `/api/openapi.json`, made from the routes' schemas, and pages to read it at `/api/docs`. */
export async function openapi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '图衡',
        version: packageJson.version,
        description:
          '县级国土空间总体规划动态维护的服务接口。面积为国家椭球面积，平方米；时间为 UTC。OGC API 在 /ogc，另有自己的说明文档。',
      },
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: '管理员签发的令牌，以 tuheng_ 开头' },
          session: { type: 'apiKey', in: 'cookie', name: 'tuheng', description: '登录后的会话' },
        },
      },
    },
    refResolver: {
      buildLocalReference: ({ $id }, _, __, i) => (typeof $id === 'string' ? $id : `schema${i}`),
    },
  });
  app.get('/api/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: docsPrefix,
    // Without the bar that asks for the address of another document.
    uiConfig: { docExpansion: 'list', deepLinking: true, layout: 'BaseLayout' },
    theme: { title: '图衡 · 接口文档' },
    staticCSP: docsPolicy,
  });
}
