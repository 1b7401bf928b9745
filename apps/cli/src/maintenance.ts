import { type Actor, type Database, forgetEnded } from '@tuheng/store';

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** What a store needs done once a day, at once for the first time. Several processes may do it for one store. */
export function startMaintenance(
  database: Database,
  actor: Actor,
  tell: (line: string) => void,
): { readonly stop: () => Promise<void> } {
  const run = async (): Promise<void> => {
    try {
      const forgotten = await forgetEnded(database, actor);
      if (forgotten > 0) tell(`维护　已清除早已结束的会话、令牌和链接 ${forgotten} 个`);
    } catch (error) {
      tell(`维护　今天没有做成，明天再试：${(error as Error).message}`);
    }
  };
  let running = run();
  const timer = setInterval(() => {
    running = run();
  }, DAY);
  // It must not keep a process going that ends by an error.
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
