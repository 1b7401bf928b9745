import { mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Inspection } from '@tuheng/inspection';
import type { Review, ReviewResult } from '@tuheng/maintenance';
import type { Plan } from '@tuheng/standard';
import { changeLayers } from './change-layers.ts';
import { deskFiles, type Inspected, type Side } from './desk-files.ts';
import { type Line, writeLineFile } from './line-file.ts';
import { screenInspection } from './screen-inspection.ts';
import { screenPiece, screenReview } from './screen-review.ts';
import { writeSide } from './side-files.ts';

const compress = promisify(gzip);
/** Level of gzip: higher ones gain little on JSON and take several times as long. */
const LEVEL = 5;

/** Where a job leaves what the review desk needs of it, and which databases have to be kept for that: versions are in the store already. */
export interface DeskPlace {
  readonly folder: string;
  readonly keep: readonly Side[];
}

/** The databases of a review. */
export interface ReviewedPlans {
  readonly filed: Plan;
  readonly maintained: Plan;
  readonly base?: Plan;
}

/** Writes what the review desk needs of a job, each part as soon as it is there, so that none waits in memory. */
export class DeskWriter {
  readonly #folder: string;
  readonly #keep: ReadonlySet<Side>;

  constructor({ folder, keep }: DeskPlace) {
    this.#folder = folder;
    this.#keep = new Set(keep);
  }

  /** The databases that a review works on. */
  async plans(plans: ReviewedPlans): Promise<void> {
    for (const side of ['filed', 'maintained', 'base'] as const) {
      const plan = plans[side];
      if (plan && this.#keep.has(side))
        await writeSide(deskFiles.side(this.#folder, side), plan.digest, plan.layers.values());
    }
  }

  async inspection(of: Inspected, inspection: Inspection): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeCompressed(deskFiles.inspection(this.#folder, of), screenInspection(inspection));
    const path = deskFiles.findings(this.#folder, of);
    await writeLineFile(path, ['rule', 'severity', 'layer'], findingLines(inspection));
  }

  async review(result: ReviewResult, plans: ReviewedPlans): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const { review } = result;
    await writeCompressed(deskFiles.review(this.#folder), screenReview(review));
    await writeLineFile(deskFiles.evidence(this.#folder), ['rule'], evidenceLines(review));
    await writeLineFile(deskFiles.pictures(this.#folder), ['rule'], pictureLines(review));
    const regions = [plans.base, plans.filed, plans.maintained].find((plan) => plan?.layers.has('XZQ'));
    const layers = changeLayers(result, regions?.layers.get('XZQ'));
    // The numbers of the pieces carry the day of the review, which is no part of what it says.
    const day = result.changeSet[0]?.change.columns.get('WHBH')?.values[0] ?? '';
    await writeSide(deskFiles.side(this.#folder, 'change'), `${review.id} ${day}`, layers);
  }
}

async function writeCompressed(path: string, value: unknown): Promise<void> {
  await writeFile(path, await compress(JSON.stringify(value), { level: LEVEL }));
}

function* evidenceLines({ verdicts }: Review): Generator<Line<'rule'>> {
  for (const { rule, evidence } of verdicts)
    for (const [n, piece] of evidence.entries()) {
      const { geometry } = piece;
      yield {
        keys: { rule },
        value: { type: 'Feature', id: n, geometry, properties: screenPiece(piece, n) },
      };
    }
}

function* pictureLines({ verdicts }: Review): Generator<Line<'rule'>> {
  for (const { rule, pictures } of verdicts) for (const value of pictures) yield { keys: { rule }, value };
}

function* findingLines({ findings }: Inspection): Generator<Line<'rule' | 'severity' | 'layer'>> {
  for (const [n, { geometry, ...finding }] of findings.entries()) {
    const { rule, severity, layer } = finding;
    yield {
      keys: { rule, severity, layer },
      value: { type: 'Feature', id: n, geometry: geometry ?? null, properties: { n, ...finding } },
    };
  }
}
