import { join } from 'node:path';

/** What can be looked at of a review: 备案库, 维护后数据库, 基础数据, and the pieces of the change. */
export const sides = ['filed', 'maintained', 'base', 'change'] as const;
export type Side = (typeof sides)[number];

/** What is inspected: the delivery of an inspection, or both databases of a review. */
export const inspected = ['delivery', 'filed', 'maintained'] as const;
export type Inspected = (typeof inspected)[number];

/** What a job leaves for the review desk, by its place in a folder. Beside the results: people download those, the desk reads these. */
export const deskFiles = {
  review: (folder: string) => join(folder, 'review.json.gz'),
  evidence: (folder: string) => join(folder, 'evidence'),
  pictures: (folder: string) => join(folder, 'pictures'),
  inspection: (folder: string, of: Inspected) => join(folder, `inspection-${of}.json.gz`),
  findings: (folder: string, of: Inspected) => join(folder, `findings-${of}`),
  /** A folder with the layers of a side. */
  side: (folder: string, side: Side) => join(folder, `side-${side}`),
} as const;
