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
  tuheng rules [--profile FILE] [--targets FILE] [--book review|inspection] [--json]
      列出实际执行的审查规则和质检规则：算法、图层、依据，每个数的来源、可信度和由谁设定，停用的理由。
  tuheng site GEOMETRY --plan PLAN [--base BASE] [选项]
      一个项目的准入核对：用地涉及规划数据库的哪些图层、各多少面积，逐项判定；占用生态保护红线的，列出可能适用的有限人为活动。
  tuheng demo [--out DIR] [--faults] [--port N] [--no-serve]
      生成演示县（虚构），审查它的维护成果，发布后启动服务，按 Ctrl+C 结束；有不通过的判定或写 --no-serve 时，审查后即结束。
  tuheng demo --generate DIR [--parcels N] [--seed N] [--faults [名称]]
      只生成演示县的数据库，不审查。
      --package 另写一份成果包；--data-faults 另写一份每条质检规则各有一个问题的成果包，问题列在 data-faults.json。
  tuheng plan import PATH --reason 事由 [--region 行政区代码] [--code 代码] [--name 名称] [--base BASE]
      规划数据库入库，作为第 1 版；BASE 的行政区 XZQ 所列乡镇归入这个县的行政区划。没有数据文件夹时新建，新建时可用 --ledger-algorithm sha256 代替默认的 sm3。
  tuheng plan list | versions 代码 | show 代码 [--version N | --day 日期] | verify 代码
      列出规划、版本；一个版本的图层；按图斑重算每个版本的哈希。
  tuheng plan export 代码 --out 文件.gdb|.gpkg [--version N | --day 日期]
      导出一个版本。
  tuheng plan diff 代码 --from N [--to N] [--out 文件.gpkg]
      两个版本有哪些不同。
  tuheng plan publish 代码 --filed A --maintained B --review 审查结果 --reason 事由
      发布审查过的变更，成为下一个版本。
  tuheng plan rollback 代码 --to N --reason 事由
      以旧版本的内容另发一个新版本；中间的版本仍然可查。
  tuheng ledger verify [FILE] [--seal SEAL]… [--json]
      核验留痕台账：哈希链是否完整、是否与封存一致，指出每条链断开的第一行。FILE 是导出的台账，不写时核验库中的台账。
  tuheng ledger export --out FILE
      导出台账（JSON Lines），不用数据库也能核验。
  tuheng ledger seal --out FILE
      封存：记下每条链现在到哪一行，另外保管，以后可查出末尾被截去或整段重写。
  tuheng backup --out FILE
      把规划库备份成一个文件；数据库服务器上不影响他人使用。
  tuheng restore FILE [--reason 事由]
      把备份恢复到新的数据文件夹或空的数据库，并记入台账。
  tuheng migrate --from DIR --to URL [--reason 事由]
      把数据文件夹中的规划库搬到数据库服务器，逐表核对，并记入台账。
  tuheng serve [选项]
      启动服务：网页、接口、瓦片、OGC API，并执行排队的任务；没有数据库时新建，没有账号时给出设置管理员的链接。能回答时输出一行 ready http://…。
  tuheng serve --demo [--parcels N] [--port N]
      在 ./tuheng-demo 载入演示县（虚构）并启动服务，账号和密码显示在屏幕上；只能在本机用。
  tuheng worker
      执行排队的任务（导入、质检、审查、发布），按 Ctrl+C 结束。用数据库服务器时可在多台机器上同时运行多个。
  tuheng job submit import|inspect PATH … | review … | publish 代码 … [--wait]
      把任务排入队列，由 tuheng worker 执行，输出它的编号；选项与 plan import、inspect、review、plan publish 相同，--plan 写明质检、审查的是哪个规划。
      --wait 等到任务结束并输出结果；用数据文件夹时由本命令自己执行。
  tuheng job list [--state STATE] [--json] | show ID | cancel ID
      列出任务，查看或取消一个任务。
  tuheng account first-link [--origin URL]
      还没有账号时，生成首次设置管理员的链接（24 小时内用一次，再次生成则原链接作废）。URL 是服务的网址，默认 http://127.0.0.1:8080。
  tuheng account recover 账号 [--origin URL] [--reason 事由]
      管理员忘记密码时，生成重设密码的链接（1 小时内用一次，再次生成则原链接作废），并记入台账。
  tuheng --version | --help

A、B、BASE 可以是：FileGDB 文件夹（.gdb）、装有 FileGDB 的 zip、GeoPackage、Shapefile 文件夹、GeoJSON 文件。
BASE 提供两版共用的图层：地类图斑 DLTB、行政区 XZQ、开发区范围 KFQ、道路中心线 DLZXX。
GEOMETRY 可以是：WKT、GeoJSON、勘测定界坐标文本（.txt），或装有一个 Shapefile 的 zip。

review 的选项
  --targets FILE   规划目标值与细则参数；不写时用数据旁的 targets.json
  --profile FILE   省、市、县的地方细则（docs/profiles.md）：参数、停用和增设的规则，也用于对数据的质检
  --projects FILE  维护后的重点建设项目清单（.xlsx、.csv）；不写时用数据旁的 重点建设项目清单.xlsx，没有时用图层 ZDJSXM
  --filed-projects FILE   备案的重点建设项目清单；不写时用数据旁的 备案重点建设项目清单.xlsx
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

site 的选项
  --land-use CODE  拟用途的用地用海分类代码，如 1202；--land-use-year 2020 写明是 2020 版，默认 2023
  --activity N     申报为生态保护红线内第几类有限人为活动，1 到 10
  --out FILE       另把报告写成 JSON
  --json           在屏幕上输出报告（tuheng.site/1）而不是表
  --quiet          不显示进度

serve 的选项
  --host HOST      监听的地址，默认 127.0.0.1（只有本机能连）
  --port N         端口，默认 8080，0 为任意空闲端口
  --tls-key FILE --tls-cert FILE   私钥和证书（PEM），由本程序加密
  --basemap URL        底图：WMTS 或 XYZ 瓦片的网址（含 {z} {x} {y}，可带密钥），由服务转发；--basemap-note 写来源和审图号
  --oidc FILE          统一身份认证（OpenID Connect）的配置，JSON，写法见 docs/deployment.md
  --trust-proxy ADDR   反向代理的地址或网段，可写多次：相信它给出的客户端地址和协议
  --origin URL     对外的网址，写在首次设置链接里；默认为监听的地址
  --folder DIR     服务自己的文件夹（上传、瓦片），默认数据文件夹中的 server，用数据库服务器时为 ./tuheng-server
  --memory MB      内存中保留的图层最多共占多少，默认 2048
  --no-worker      不执行任务，由 tuheng worker 执行
  --quiet          只显示错误

数据在哪里（serve、plan、ledger、backup、restore、worker、job、account）
  --data DIR           数据文件夹，默认 ./tuheng-data
  --database-url URL   PostgreSQL 服务器上的数据库，postgres://用户@主机/库名

plan 的选项
  --json           在屏幕上输出 JSON
  --quiet          不显示进度

退出码
  0 没有不通过的判定（规则）　1 有不通过的判定（规则）　2 输入无法判定（屏幕上说明原因和办法）
  job submit --wait：0 完成　1 完成，有不通过的判定（规则）　2 失败或被取消
  ledger verify：0 台账完好　1 台账被改动过　2 无法核验

示例
  bin/tuheng demo --generate out/演示县
  bin/tuheng review --filed out/演示县/备案.gdb --maintained out/演示县/维护后.gdb \\
    --base out/演示县/基础数据.gdb --out out/演示县/报告
`;
