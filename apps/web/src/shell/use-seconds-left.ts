import { useEffect, useState } from 'react';
import type { Job } from '../api/answers.ts';
import { secondsLeft } from './seconds-left.ts';

/** Seconds that a job may still take, every second anew while it runs. */
export function useSecondsLeft(job: Job): number | undefined {
  const [now, setNow] = useState(Date.now);
  const isRunning = job.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return secondsLeft(job, now);
}
