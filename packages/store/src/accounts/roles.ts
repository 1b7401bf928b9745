/** Everything a person can be allowed to do, with its Chinese name. Stored in grants and tokens: a verb keeps its meaning. */
export const verbs = {
  'plan.read': '查看规划和各个版本',
  'plan.import': '规划入库',
  'plan.publish': '发布新版本',
  'plan.rollback': '回退版本',
  'case.prepare': '编制维护方案',
  'case.submit': '汇交维护成果',
  'case.comment': '对维护事项提意见',
  'case.review': '审查维护成果',
  'case.approve': '审批维护事项',
  'notice.read': '查看公示',
  'notice.comment': '对公示提意见',
  'rule.set': '设定规则的阈值',
  'job.run': '运行任务（入库、质检、审查、切片）',
  'ledger.read': '查看、校验留痕台账',
  'account.manage': '管理账号、角色和令牌',
} as const;

export type Verb = keyof typeof verbs;

export type Role =
  | 'province'
  | 'city'
  | 'county'
  | 'township'
  | 'department'
  | 'planner'
  | 'public'
  | 'administrator';

export interface RoleDefinition {
  readonly title: string;
  readonly verbs: readonly Verb[];
}

/** What an authority above the county does. */
const reviewing: readonly Verb[] = [
  'plan.read',
  'case.comment',
  'case.review',
  'case.approve',
  'notice.read',
  'rule.set',
  'job.run',
  'ledger.read',
];

/**
 * The roles of the field. The division of duties is ours (未核实: no regulation prescribes the roles of software; who examines, approves and files
 * differs by province); a grant can name other verbs instead. What we hold to: who prepares a change does not approve it, who approves it does
 * not publish it, and who manages accounts decides nothing about plans. Thresholds are set by the county, and by the city and the province for their counties.
 */
export const roles: Readonly<Record<Role, RoleDefinition>> = {
  province: {
    title: '省级',
    verbs: reviewing,
  },
  city: {
    title: '市级',
    verbs: reviewing,
  },
  county: {
    title: '县级',
    verbs: [
      'plan.read',
      'plan.import',
      'plan.publish',
      'plan.rollback',
      'case.prepare',
      'case.submit',
      'case.comment',
      'notice.read',
      'rule.set',
      'job.run',
      'ledger.read',
    ],
  },
  township: { title: '乡镇', verbs: ['plan.read', 'case.comment', 'notice.read', 'notice.comment'] },
  department: { title: '其他部门', verbs: ['plan.read', 'case.comment', 'notice.read', 'notice.comment'] },
  planner: { title: '编制单位', verbs: ['plan.read', 'case.prepare', 'notice.read', 'job.run'] },
  public: { title: '公众', verbs: ['notice.read', 'notice.comment'] },
  administrator: {
    title: '管理员',
    verbs: ['plan.read', 'notice.read', 'job.run', 'ledger.read', 'account.manage'],
  },
};

/** The roles that hold a verb where a grant does not say otherwise. */
export function rolesWith(verb: Verb): Role[] {
  return (Object.keys(roles) as Role[]).filter((role) => roles[role].verbs.includes(verb));
}
