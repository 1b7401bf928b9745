/** What a client is told, by code. The codes are stable: programs rely on them. Each has a page under `/problems/`. */
const problemTable = {
  'server.invalid-request': [400, '请求不合要求', '请按接口文档检查参数和内容'],
  'server.invalid-filter': [400, '过滤条件不合要求', '请按所指的位置修改；可用的属性见数据集的 queryables'],
  'server.not-signed-in': [401, '没有登录，或登录已失效', '请登录，或在 Authorization 中给出令牌'],
  'server.forbidden': [403, '没有权限', '请找管理员授权'],
  'server.session-needed': [403, '这件事只能由登录的人来做，令牌不能', '请登录后操作'],
  'server.cross-site': [403, '请求来自别的网站，已拒绝', '请从本系统的页面操作；程序请用令牌而不用 Cookie'],
  'server.not-found': [404, '没有这个地址', '请按接口文档检查地址'],
  'server.no-file': [404, '没有这个文件，或已过期删除', '请重新生成'],
  'server.nothing-selected': [422, '没有符合条件的要素', '请放宽条件后再导出'],
  'server.no-upload': [404, '没有这个上传，或已过期删除', '请重新上传'],
  'server.upload-unfinished': [409, '文件还没有上传完', '请续传完成后再用'],
  'server.upload-offset': [409, '续传的位置不对', '请用 HEAD 查询已收到的字节数，从那里续传'],
  'server.upload-cut': [400, '上传中断，已收到的部分保留', '请用 HEAD 查询已收到的字节数，从那里续传'],
  'server.upload-busy': [423, '这个文件正在由另一个连接上传', '请等它结束，或用 HEAD 查询后续传'],
  'server.upload-quota': [413, '上传的文件超过账号的总量', '请删除不再需要的上传'],
  'server.tus-version': [412, '不是这个版本的 tus 协议', '请在 Tus-Resumable 中写 1.0.0'],
  'server.not-a-review': [409, '不是这个规划做完的审查任务', '请先完成审查，再发布'],
  'server.no-parameter': [404, '规则没有这个参数', '请从 /api/v1/rules 查看规则和参数'],
  'server.threshold-refused': [422, '参数不能设定为这个值', '请按参数的种类和范围修改后再试'],
  'server.too-many-streams': [429, '打开的进度连接太多', '请关闭不用的窗口'],
  'server.no-sign-on': [404, '没有配置统一身份认证', '请用账号名和密码登录，或由管理员配置'],
  'server.sign-on-lost': [400, '登录过程已过期，或不是从这个浏览器开始的', '请重新登录'],
  'server.backup-under-way': [409, '正在备份', '请等它完成'],
  'server.no-worker': [503, '这台服务器不做这种任务', '请由管理员启动做任务的进程'],
  'server.disk-full': [507, '服务器的磁盘空间不足', '请管理员腾出空间'],
  'server.no-basemap': [404, '没有配置底图', '由管理员在启动服务时用 --basemap 指定'],
  'server.basemap-failed': [
    502,
    '底图服务没有给出这块底图',
    '请稍后重试；持续出现时请管理员检查底图的网址和密钥',
  ],
  'server.no-collection': [404, '没有这个数据集', '请从 /ogc/collections 查看可以读取的数据集'],
  'server.no-feature': [404, '数据集的这个版本中没有这个要素', '请检查要素编号和版本'],
  'server.not-acceptable': [406, '不能以所要的格式回答', '请按接口文档检查 Accept 或 f 参数'],
  'server.too-large': [413, '内容太大', '请减小内容，大文件请分段上传'],
  'server.unsupported-content': [415, '不认识这种内容', '请按接口文档检查 Content-Type'],
  'server.too-many-requests': [429, '请求太频繁', '请按 Retry-After 等待后重试'],
  'server.internal': [500, '服务器内部错误', '请把编号告诉管理员，日志中有同一编号'],
  'server.busy': [503, '等待的请求太多', '请稍后重试'],
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
