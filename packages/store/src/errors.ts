/** What happened and what to do, by code. The codes are stable: commands, APIs and tests rely on them. */
const errorTable = {
  'store.in-use': [
    '数据文件夹正被另一个进程使用',
    '请等它结束，或用数据库服务器（--database-url）让多个进程共用',
  ],
  'store.folder-unusable': ['用不了这个数据文件夹', '请检查路径和读写权限；数据文件夹要在本机磁盘上'],
  'store.not-a-store': [
    '这个文件夹不是图衡的数据文件夹',
    '请检查 --data 是否写对；新建时请指定不存在的或空的文件夹',
  ],
  'store.no-store': ['这里没有图衡的数据', '请检查 --data 或 --database-url；tuheng plan import 会新建'],
  'store.unreachable': ['连不上数据库服务器', '请检查 --database-url 的主机、端口、库名、用户名和密码'],
  'store.server-too-old': ['数据库服务器的版本太旧', '请用 PostgreSQL 15 或更新的版本'],
  'store.migration-refused': [
    '数据库用户无权建立图衡的表或角色',
    '请由数据库管理员按 docs/operations.md 授权后重试',
  ],
  'store.not-owner': [
    '这件事要由建表的数据库用户来做',
    '请在 --database-url 中写表的所有者（docs/operations.md 中的 tuheng）',
  ],
  'store.schema-newer': ['数据库由更新版本的图衡建立', '请升级本程序，或恢复升级前的备份'],
  'store.schema-changed': [
    '数据库结构的一步与本程序中的不同，数据库可能被改动过',
    '请用建立它的版本打开，或恢复备份',
  ],
  'store.disk-full': ['磁盘空间不足，写入已全部撤销', '请腾出空间后重试，数据仍是写入以前的样子'],
  'store.not-empty': ['要恢复到的库里已有内容', '请指定一个新的数据文件夹或空的数据库'],
  'store.no-file': ['读不了这个文件', '请检查路径和读取权限'],
  'store.not-a-backup': ['不是图衡的备份文件', '请检查文件是否拿对；备份由 tuheng backup 生成'],
  'store.backup-damaged': ['备份文件不完整或已损坏，没有恢复任何内容', '请换一份备份'],
  'store.file-exists': ['已经有这个文件，不会覆盖', '请换一个文件名'],
  'store.file-unwritable': ['写不了这个文件', '请检查文件夹是否存在、有没有写入权限'],
  'store.stopped': [
    '数据库停止了运行，写入已全部撤销',
    '请重新启动程序；仍不行时请恢复备份，并把说明报告给我们',
  ],
  'store.no-plan': ['没有这个规划', '用 tuheng plan list 查看已有的规划'],
  'store.plan-exists': ['已经有这个规划', '维护后的数据库请用 tuheng plan publish 发布为新版本'],
  'store.no-version': ['没有这个版本', '用 tuheng plan versions 查看各版本'],
  'store.no-layer': ['这个版本没有这个图层', '用 tuheng plan show 查看有哪些图层'],
  'store.no-region': ['不知道规划属于哪个行政区', '请用 --region 写明行政区代码'],
  'store.unknown-base': [
    '审查所依据的备案库不是这个规划的任何一个版本',
    '请从库中导出最新版本，据此重新编制和审查',
  ],
  'store.stale-base': ['审查以后已有别的发布改动了同样的图斑', '请从库中导出最新版本，据此重新编制和审查'],
  'store.numbers-used-up': ['标识码的 8 位序号已经用完', '请与数据库的主管部门确定新的编号办法'],
  'store.wrong-review': ['审查结果不是用这两个数据库算出来的', '请对这两个数据库重新运行 tuheng review'],
  'store.review-failed': ['审查有不通过的判定，不能发布', '请按审查报告修改后重新审查'],
  'store.nothing-changed': ['与当前版本没有任何不同，没有可以发布的内容', '请检查维护后数据库是否拿对'],
  'store.no-job': ['没有这个任务', '用 tuheng job list 查看已有的任务'],
  'store.job-ended': ['任务已经结束或已被取消', '用 tuheng job show 查看它的结果，需要时重新提交'],
  'store.job-lost': [
    '执行任务的进程多次中断，任务没有做完',
    '请检查服务器的内存、磁盘空间和日志，排除原因后重新提交',
  ],
  'store.job-not-done': ['任务还没有做完', '请等它做完'],
  'store.remark-refused': ['现在不能这样办理', '请刷新后按现在的状态办理；已办结的请先重新打开'],
  'store.remark-reason': ['没有写理由', '提出异议请写明理由'],
  'store.not-assignable': ['不能指派给这个账号', '请从可以指派的账号中选一个；只有指派才写账号'],
  'store.no-threshold': ['这个行政区没有设定这个阈值', '请查看它的阈值；上级设定的由上级撤销'],
  'store.unknown-region': ['没有这个行政区', '请写 6 位（乡镇 9 位）行政区代码'],
  'store.account-name': ['账号名不合要求', '请用 2 到 64 个字符，不含空格'],
  'store.account-exists': ['已经有这个账号', '请换一个账号名'],
  'store.has-accounts': ['已经有账号，不再需要首次设置', '请找管理员新建账号或重设密码'],
  'store.no-account': ['没有这个账号', '请检查账号名'],
  'store.no-grant': ['没有这项授权，或已经收回', '请查看账号现有的授权'],
  'store.last-administrator': ['这样就没有能管理全部账号的管理员了', '请先把管理员角色授给另一个账号'],
  'store.weak-password': ['密码不合要求', '请用 12 到 256 个字符，不含账号名，不用常见的或有规律的密码'],
  'store.sign-in-refused': [
    '账号名或密码不对，或账号已停用',
    '请检查后重试；忘记密码请找管理员重设，管理员自己请用 tuheng account recover',
  ],
  'store.sign-in-locked': ['登录失败次数过多，已暂时锁定', '请 15 分钟后再试'],
  'store.first-link-refused': [
    '首次设置链接无效：已用过、已过期或被更新的链接取代',
    '还没有账号时，请用 tuheng account first-link 生成新的链接',
  ],
  'store.not-administrator': [
    '这个账号现在不管理全部账号',
    '请管理员为它重设密码；恢复链接只给管理全部账号的、没有停用的管理员',
  ],
  'store.recovery-refused': [
    '恢复链接无效：已用过、已过期或被更新的链接取代',
    '请用 tuheng account recover 生成新的链接',
  ],
  'store.token-scope': ['令牌的范围不合要求', '请写明至少一项权限，有效期 1 到 366 天'],
  'store.no-token': ['没有这个令牌，或已经收回', '请查看账号现有的令牌'],
  'store.identity-exists': ['这个统一身份已经登记', '一个身份只能对应一个账号，请先注销原来的登记'],
  'store.no-identity': ['没有登记这个统一身份', '请管理员先把它登记到一个账号'],
  'store.sign-on-settings': ['统一身份认证的配置不对', '请检查配置；除本机 127.0.0.1 外必须用 https'],
  'store.sign-on-unreachable': ['连不上统一身份认证服务', '请检查网络和配置中的 issuer，稍后重试'],
  'store.sign-on-endpoint': [
    '统一身份认证服务指向了不允许的地址',
    '请核对它的发现文档；确实在别的主机上时，请把那台主机写入配置 endpointHosts',
  ],
  'store.sign-on-failed': ['统一身份认证没有通过', '请重新登录；仍不行时请管理员检查配置和两边的时钟'],
  'store.damaged': [
    '数据与记录的哈希不符，库中内容被改动过',
    '请用最近的备份恢复，并运行 tuheng ledger verify 找出改动处',
  ],
  'store.ledger-busy': ['同时写入台账的太多，没有轮到，写入已全部撤销', '请稍后重试'],
  'store.ledger-algorithm': [
    '台账的摘要算法在建库时已经定了，不能更改',
    '请不写摘要算法，或写建库时的那一种',
  ],
  'store.not-a-ledger': ['不是图衡导出的台账，或文件头被改动过', '请用 tuheng ledger export 导出'],
  'store.not-a-seal': ['不是图衡的封存文件，或被改动过', '请用 tuheng ledger seal 另存，或找原件'],
} as const satisfies Record<string, readonly [what: string, advice: string]>;

export type StoreErrorCode = keyof typeof errorTable;

/** What a code says happened, and what to do about it. */
export function storeErrorText(code: StoreErrorCode): { readonly what: string; readonly advice: string } {
  const [what, advice] = errorTable[code];
  return { what, advice };
}

export const storeErrorCodes = Object.keys(errorTable) as readonly StoreErrorCode[];

/** A store that cannot do what was asked; nothing is half-written. The message says what happened, where, and what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly where: string;
  readonly advice: string;

  constructor(
    code: StoreErrorCode,
    where: string,
    { detail, cause }: { readonly detail?: string; readonly cause?: unknown } = {},
  ) {
    const [what, advice] = errorTable[code];
    super(`${where}：${what}${detail ? `（${detail}）` : ''}。${advice}。`, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.where = where;
    this.advice = advice;
  }
}
