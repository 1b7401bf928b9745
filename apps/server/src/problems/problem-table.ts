/** What a client is told, by code. The codes are stable: programs rely on them. Each has a page under `/problems/`. */
const problemTable = {
  'server.invalid-request': [400, '请求不合要求', '请按接口文档检查参数和内容'],
  'server.invalid-filter': [400, '过滤条件不合要求', '请按所指的位置修改；可用的属性见数据集的 queryables'],
  'server.not-signed-in': [401, '没有登录，或登录已失效', '请登录，或在 Authorization 中给出令牌'],
  'server.forbidden': [403, '没有权限', '请找管理员授权'],
  'server.session-needed': [403, '这件事只能由登录的人来做，令牌不能', '请登录后操作'],
  'server.cross-site': [403, '请求来自别的网站，已拒绝', '请从本系统的页面操作；程序请用令牌而不用 Cookie'],
  'server.not-found': [404, '没有这个地址', '请按接口文档检查地址'],
  'server.no-collection': [404, '没有这个数据集', '请从 /ogc/collections 查看可以读取的数据集'],
  'server.no-feature': [404, '数据集的这个版本中没有这个要素', '请检查要素编号和版本'],
  'server.not-acceptable': [406, '不能以所要的格式回答', '请按接口文档检查 Accept 或 f 参数'],
  'server.too-large': [413, '内容太大', '请减小内容，大文件请分段上传'],
  'server.unsupported-content': [415, '不认识这种内容', '请按接口文档检查 Content-Type'],
  'server.too-many-requests': [429, '请求太频繁', '请按 Retry-After 等待后重试'],
  'server.internal': [500, '服务器内部错误', '请把编号告诉管理员，日志中有同一编号'],
  'server.not-ready': [503, '服务器暂时不能回答', '请稍后重试；持续出现时请检查数据库'],
} as const satisfies Record<string, readonly [status: number, title: string, advice: string]>;

export type ServerCode = keyof typeof problemTable;

export const serverCodes = Object.keys(problemTable) as readonly ServerCode[];

export interface ProblemText {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

export function serverProblem(code: ServerCode): ProblemText {
  const [status, title, advice] = problemTable[code];
  return { status, title, advice };
}
