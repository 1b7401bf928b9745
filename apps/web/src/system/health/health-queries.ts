import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../api/api-problem.ts';
import { answered, api } from '../../api/client.ts';

/** Milliseconds between two looks. */
const PAUSE = 15_000;

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => answered(api.GET('/api/v1/system')),
  refetchInterval: PAUSE,
});

/** Whether the server can answer: false where it says that it cannot, an error where it says nothing. */
export const readyQuery = queryOptions({
  queryKey: ['system', 'ready'],
  queryFn: async () => {
    try {
      await answered(api.GET('/health/ready'));
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 503) return false;
      throw error;
    }
  },
  refetchInterval: PAUSE,
  retry: false,
});

/** Days, hours and minutes of so many seconds. */
export function durationOf(seconds: number): readonly [days: number, hours: number, minutes: number] {
  const minutes = Math.floor(seconds / 60);
  return [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
}
