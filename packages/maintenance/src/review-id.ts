import { sha256 } from '@tuheng/standard';
import type { Review } from './review.ts';

/** The id that a review of this content has: SHA-256 (hex) of everything else in it as JSON. A file that was edited has another one. */
export function reviewIdOf(review: Omit<Review, 'schema' | 'id'> & Partial<Review>): Promise<string> {
  const { schema: _schema, id: _id, ...body } = review;
  return sha256(JSON.stringify(body));
}
