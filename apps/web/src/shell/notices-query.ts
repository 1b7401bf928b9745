import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '../api/answers.ts';
import { answered, api } from '../api/client.ts';

export type Notices = Answer<'/api/v1/notifications'>;
export type Notice = Notices['items'][number];

/** Milliseconds between two looks: nobody waits for a notice. */
const LOOK = 60_000;

/** What one's account should hear of, the latest first. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => answered(api.GET('/api/v1/notifications', { params: { query: { unread: false } } })),
  refetchInterval: LOOK,
  staleTime: LOOK / 2,
});
