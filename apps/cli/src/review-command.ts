import { join } from 'node:path';
import type { Review } from '@tuheng/maintenance';
import type { ReviewArguments } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { Progress } from './progress.ts';
import { roleWords, runReview } from './run-review.ts';
import { verdictCounts, verdictTable } from './verdict-table.ts';
import { resultNames } from './write-results.ts';

/** Runs `tuheng review` and returns its exit code. */
export async function reviewCommand(args: ReviewArguments): Promise<number> {
  const progress = new Progress(args.quiet);
  const { review } = await runReview(args, (stage, share) => progress.stage(stage, share));
  progress.end();
  process.stdout.write(args.json ? `${JSON.stringify(review, null, 1)}\n` : summary(review, args, progress));
  return review.verdicts.some(({ status }) => status === 'fail') ? exitCodes.fails : exitCodes.clean;
}

/** What the data do to the trustworthiness of the verdicts; nothing where they do nothing. */
function trustLines(review: Review): string {
  const doubtful = review.dataQuality.filter(({ doubts }) => doubts.length > 0);
  if (doubtful.length === 0) return '';
  const lines = doubtful.flatMap(({ input, errors, warnings, doubts }) => [
    `数据质检：${roleWords[input]}有 ${errors} 个错误、${warnings} 个警告，影响判定的可信度`,
    ...doubts.map(
      ({ layer, message, verdicts }) =>
        `    ${layer}：${message}${verdicts.length > 0 ? `涉及 ${verdicts.join('、')}` : '不涉及判定'}`,
    ),
  ]);
  return `${lines.join('\n')}\n    详见 tuheng inspect\n\n`;
}

function summary(review: Review, args: ReviewArguments, progress: Progress): string {
  const invented = review.invented ? '演示数据：虚构的县，不是真实规划\n\n' : '';
  const changed = Object.entries(review.layers).filter(
    ([, { change }]) => change.transferIn.pieces + change.transferOut.pieces + change.reclassified.pieces > 0,
  );
  return `${invented}${trustLines(review)}${verdictTable(review)}

${verdictCounts(review)}
比对 ${Object.keys(review.layers).length} 个图层，其中 ${changed.length} 个有变更；用时 ${progress.seconds.toFixed(1)} 秒
报告　　　　${join(args.out, resultNames.report)}
审查结果　　${join(args.out, resultNames.review)}
变更数据库　${changed.length > 0 ? join(args.out, resultNames.changeSet) : '（没有变更，未生成）'}
`;
}
