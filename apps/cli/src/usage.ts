/** A command line that cannot be carried out; the message is for the person who typed it. */
export class UsageError extends Error {
  readonly code = 'cli.usage';

  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const helpText = `tuheng 图衡 · 县级国土空间总体规划动态维护

用法
  tuheng review --filed A --maintained B [--base BASE] --out DIR [选项]
      比对备案库 A 与维护后数据库 B，逐条判定，输出报告。
  tuheng inspect PATH --out DIR [选项]
      质检规划数据库、动态维护数据库或成果包，输出问题清单和报告。
  tuheng rules [--profile FILE] [--json]
      列出实际执行的质检规则，每个数的来源和可信度。
  tuheng demo [--out DIR] [--faults]
      生成演示县（虚构）并审查它的维护成果。
  tuheng demo --generate DIR [--parcels N] [--seed N] [--faults [名称]]
      只生成演示县的数据库，不审查。
      --package 另写一份成果包；--data-faults 另写一份每条质检规则各有一个问题的成果包，问题列在 data-faults.json。
  tuheng account first-link [--data DIR | --database-url URL] [--origin URL]
      还没有账号时，生成首次设置管理员的链接（24 小时内用一次，再次生成则原链接作废）。URL 是服务的网址，默认 http://127.0.0.1:8080。
  tuheng --version | --help

A、B、BASE 可以是：FileGDB 文件夹（.gdb）、装有 FileGDB 的 zip、GeoPackage、Shapefile 文件夹、GeoJSON 文件。
BASE 提供两版共用的图层：地类图斑 DLTB、行政区 XZQ、开发区范围 KFQ。

review 的选项
  --targets FILE   规划目标值与细则参数；不写时用数据旁的 targets.json
  --date YYYYMMDD  维护编号（WHBH）所用日期，默认当天
  --json           在屏幕上输出 review.json 而不是判定表
  --quiet          不显示进度

inspect 的选项
  --profile FILE   省、市、县的地方细则（docs/profiles.md）
  --base BASE      行政区 XZQ、地类图斑 DLTB：县域范围、接边等规则要用
  --filed A --maintained B   两版规划数据库：检查维护范围以外没有改动
  --neighbour N    相邻县的数据库，可写多次：检查接边
  --targets FILE   规划目标值；不写时用数据旁的 targets.json
  --fix            另写修复副本，只修复只有一种安全改法的问题，并记录每一处改动
  --json           在屏幕上输出 inspection.json
  --quiet          不显示进度

退出码
  0 没有不通过的判定（规则）　1 有不通过的判定（规则）　2 输入无法判定（屏幕上说明原因和办法）

示例
  bin/tuheng demo --generate out/演示县
  bin/tuheng review --filed out/演示县/备案.gdb --maintained out/演示县/维护后.gdb \\
    --base out/演示县/基础数据.gdb --out out/演示县/报告
`;
