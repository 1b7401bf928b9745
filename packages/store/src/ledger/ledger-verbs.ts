/** Everything that the ledger tells of, with its Chinese name. Rows keep the word for good: a verb keeps its meaning. */
export const ledgerVerbs = {
  'plan.import': '规划入库',
  'plan.publish': '发布新版本',
  'plan.rollback': '回退版本',
  'rule.set': '设定阈值',
  'rule.reset': '撤销阈值',
  'job.request': '提交任务',
  'job.cancel': '取消任务',
  'remark.assign': '指派',
  'remark.answer': '答复',
  'remark.contest': '提出异议',
  'remark.accept': '认可',
  'remark.close': '办结',
  'remark.reopen': '重新打开',
  'account.create': '新建账号',
  'account.disable': '停用账号',
  'account.enable': '启用账号',
  'account.password': '设置密码',
  'account.grant': '授权',
  'account.ungrant': '收回授权',
  'account.token': '发放令牌',
  'account.end-token': '收回令牌',
  'account.end-sessions': '结束全部登录',
  'account.sign-in': '登录',
  'account.sign-on': '统一身份登录',
  'account.sign-out': '退出登录',
  'account.lock': '锁定账号',
  'account.identity': '登记统一身份',
  'account.link-identity': '关联统一身份',
  'account.end-identity': '注销统一身份',
  'account.first-link': '生成首次设置链接',
  'account.recovery-link': '生成恢复链接',
  'account.recover': '以恢复链接设置密码',
  'account.forget': '清除过期的登录和令牌',
  'backup.create': '备份',
  'backup.download': '下载备份',
  'backup.delete': '删除备份',
  'store.restore': '从备份恢复',
  'store.migrate': '迁移数据库',
} as const satisfies Readonly<Record<string, string>>;

export type LedgerVerb = keyof typeof ledgerVerbs;

/** The Chinese name of a verb; the verb itself where a newer program wrote it. */
export function ledgerVerbTitle(verb: string): string {
  return verb in ledgerVerbs ? ledgerVerbs[verb as LedgerVerb] : verb;
}

/** The verbs whose Chinese name has a text in it. */
export function ledgerVerbsTitled(text: string): LedgerVerb[] {
  return (Object.keys(ledgerVerbs) as LedgerVerb[]).filter((verb) => ledgerVerbs[verb].includes(text));
}
