import { expect, it } from 'vitest';
import { stagesOf } from './stages.ts';

it('reads the stages of a review from its progress lines', () => {
  const progress = '读取备案库 /a b/备案.gdb：2.0 秒\n[ 40%] 计算变更 GHFQ …\n[ 40%] 计算变更 GHFQ：5.0 秒\n';
  expect(stagesOf(progress, 10)).toEqual([
    { stage: '读取备案库', seconds: 2, share: 0.2 },
    { stage: '计算变更 GHFQ', seconds: 5, share: 0.5 },
    { stage: '其他', seconds: 3, share: 0.3 },
  ]);
});
