import type { Stage } from './result.ts';

/**
 * The stages of a review from its progress lines (`[ 40%] 名称：1.2 秒`). Stages under a second say nothing and are together
 * the last one, `其他`, with the start of the process.
 */
export function stagesOf(progress: string, seconds: number): Stage[] {
  const stages: Stage[] = [];
  let told = 0;
  for (const [, name, text] of progress.matchAll(/^(?:\[[ \d]+%\] )?(.+)：([\d.]+) 秒$/gm)) {
    const own = Number(text);
    told += own;
    // Paths tell of the machine, not of the work.
    const stage = name!.replace(/^(读取\S+) .*$/, '$1');
    stages.push({ stage, seconds: own, share: own / seconds });
  }
  const rest = Math.max(0, seconds - told);
  return [...stages, { stage: '其他', seconds: rest, share: rest / seconds }];
}
