import { readFile } from 'node:fs/promises';
import { VectorTile } from '@mapbox/vector-tile';
import type { Inspection } from '@tuheng/inspection';
import type { Review } from '@tuheng/maintenance';
import { type TileAddress, tilesOver } from '@tuheng/tiles';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, test } from 'vitest';
import { county, jobDone, uploadPlan } from '../testing/review-job.ts';
import { reviewWork } from '../testing/review-work.ts';
import { plan, withServer } from '../testing/test-server.ts';
import type { ChangeRow, ChangeTotal } from './change-table.ts';
import type { ScreenInspection } from './screen-inspection.ts';
import type { ScreenReview } from './screen-review.ts';

interface Collection {
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly features: {
    readonly id: number;
    readonly geometry: unknown;
    readonly properties: Record<string, unknown>;
  }[];
}
interface Changes {
  readonly total: number;
  readonly totals: ChangeTotal[];
  readonly rows: ChangeRow[];
}
interface LayerAnswer {
  readonly code: string;
  readonly features: number;
  readonly fields: { name: string; title: string | null }[];
}

describe('the review desk', () => {
  const server = withServer({}, reviewWork);
  let token: string;
  let neighbour: string;
  /** Of two files. */
  let files: string;
  /** Of a file against the version in force. */
  let version: string;
  let inspection: string;
  let review: Review;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: plan });
    neighbour = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
    const [filed, maintained, base] = await Promise.all(
      [county.filed, county.maintained, county.base].map((one) => uploadPlan(server(), token, one)),
    );
    const given = { filed: { upload: filed }, maintained: { upload: maintained }, base: { upload: base } };
    files = await jobDone(server(), token, { kind: 'review', ...given });
    version = await jobDone(server(), token, { kind: 'review', maintained: { upload: maintained } });
    inspection = await jobDone(server(), token, { kind: 'inspect', path: { upload: maintained } });
    review = await server().json(`/api/v1/jobs/${files}/results/review.json`, token);
  }, 400_000);

  const ask = <T>(job: string, path: string) => server().json<T>(`/api/v1/jobs/${job}/${path}`, token);
  const statusOf = async (path: string, by = token) => (await server().ask(path, { token: by })).status;

  test('the results stay what people download', async () => {
    expect(await ask(files, 'results')).toMatchObject([{ name: 'review.json' }]);
  });

  test('the sides of two files are what was reviewed', async () => {
    expect(await ask(files, 'sides')).toEqual([
      { side: 'filed', title: '备案库', version: null },
      { side: 'maintained', title: '维护后数据库', version: null },
      { side: 'base', title: '基础数据', version: null },
      { side: 'change', title: '变更', version: null },
    ]);
    for (const side of ['filed', 'maintained', 'base'] as const) {
      const layers = await ask<LayerAnswer[]>(files, `sides/${side}/layers`);
      const inputs = review.inputs.find(({ role }) => role === side)!.layers;
      const sorted = (all: readonly { code: string; features: number }[]) =>
        all.map(({ code, features }) => `${code} ${features}`).sort();
      expect(sorted(layers)).toEqual(sorted(inputs));
    }
  });

  test('a side has tiles and a style, as a version has', async () => {
    const tileJson = await ask<{ tiles: string[]; bounds: number[] }>(files, 'sides/maintained/tiles/GHFQ');
    const address = tileJson.tiles[0]!.replace('{z}/{x}/{y}', '0/0/0');
    const answer = await server().ask(new URL(address).pathname, { token });
    const tile = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer())));
    expect(tile.layers.GHFQ!.length).toBeGreaterThan(0);
    const style = await ask<{ sources: { plan: { url: string } } }>(files, 'sides/maintained/style');
    expect(new URL(style.sources.plan.url).pathname).toBe(`/api/v1/jobs/${files}/sides/maintained/tiles/all`);
    const again = await server().ask(new URL(address).pathname, {
      token,
      headers: { 'if-none-match': answer.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    expect(await statusOf(`/api/v1/jobs/${files}/sides/maintained/tiles/NONE`)).toBe(404);
  });

  test('a side that is a version is not kept twice', async () => {
    expect(await ask(version, 'sides')).toEqual([
      { side: 'filed', title: `${plan} 第 1 版`, version: { plan, number: 1 } },
      { side: 'maintained', title: '维护后数据库', version: null },
      { side: 'change', title: '变更', version: null },
    ]);
    const of = (path: string) => server().json<LayerAnswer[]>(`/api/v1/${path}/layers`, token);
    expect(await of(`jobs/${version}/sides/filed`)).toEqual(await of(`plans/${plan}/versions/1`));
    const kept = server().running.services.desks.folderOf(
      await server().running.services.desks.find({ account: 1, name: 'county' }, version),
    );
    await expect(readFile(`${kept}/side-filed/side.json`)).rejects.toThrow('ENOENT');
  });

  test('the pieces of the change are layers of their own, coloured by their type', async () => {
    const layers = await ask<LayerAnswer[]>(files, 'sides/change/layers');
    const moved = layers.find(({ code }) => code === 'CZKFBJ')!;
    expect(moved.fields.find(({ name }) => name === 'WHMJ')?.title).toContain('椭球面积');
    expect(moved.fields.find(({ name }) => name === 'WHLX')?.title).toBe('维护类型');
    const style = JSON.stringify(await ask(files, 'sides/change/style'));
    expect(style).toContain('["get","WHLX"]');
    // The coarse tiles of a whole county may have nothing of it: the middle of its largest piece has.
    const { rows } = await ask<Changes>(
      files,
      'review/changes?layer=CZKFBJ&sort=area&descending=true&limit=1',
    );
    const [west, south, east, north] = rows[0]!.box!;
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    const [{ z, x, y }] = [...tilesOver([lon, lat, lon, lat], 14)] as [TileAddress];
    const tiles = await server().ask(`/api/v1/jobs/${files}/sides/change/tiles/CZKFBJ/${z}/${x}/${y}.mvt`, {
      token,
    });
    const tile = new VectorTile(new PbfReader(new Uint8Array(await tiles.arrayBuffer())));
    expect(tile.layers.CZKFBJ!.feature(0).properties).toHaveProperty('WHLX');
  });

  test('the review comes without shapes, with where the pieces are', async () => {
    const answer = await server().ask(`/api/v1/jobs/${files}/review`, { token });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const screen = (await answer.json()) as ScreenReview;
    const { verdicts, ...rest } = review;
    const { verdicts: shown, ...restShown } = screen;
    expect(restShown).toEqual(rest);
    expect(shown.map(({ rule, status, pieces }) => [rule, status, pieces])).toEqual(
      verdicts.map(({ rule, status, evidence }) => [rule, status, evidence.length]),
    );
    const [piece] = shown.find(({ pieces }) => pieces > 0)!.evidence;
    expect(piece).toMatchObject({ n: 0, label: expect.any(String) });
    const [west, south, east, north] = piece!.box!;
    expect(west).toBeLessThan(east);
    expect(south).toBeLessThan(north);
    expect(piece).not.toHaveProperty('geometry');
  });

  test('the pictures of a verdict come when asked for, exactly as the review has them', async () => {
    const { verdicts } = await ask<ScreenReview>(files, 'review');
    for (const { rule, pictures, tables } of verdicts) {
      const whole = review.verdicts.find((verdict) => verdict.rule === rule)!;
      expect(tables).toEqual(whole.tables);
      expect(pictures).toBe(whole.pictures.length);
      if (pictures > 0) expect(await ask(files, `review/pictures?rule=${rule}`)).toEqual(whole.pictures);
    }
    expect(await ask(files, 'review/pictures?rule=none')).toEqual([]);
  });

  test('the evidence of a verdict comes in pages, exactly as the review has it', async () => {
    const verdict = review.verdicts.toSorted((a, b) => b.evidence.length - a.evidence.length)[0]!;
    expect(verdict.evidence.length).toBeGreaterThan(2);
    const page = (query: string) => ask<Collection>(files, `review/evidence?rule=${verdict.rule}&${query}`);
    const first = await page('limit=2');
    expect(first).toMatchObject({ type: 'FeatureCollection', numberMatched: verdict.evidence.length });
    const second = await page('offset=2&limit=1');
    const found = [...first.features, ...second.features];
    expect(found.map(({ geometry }) => geometry)).toEqual(
      verdict.evidence.slice(0, 3).map(({ geometry }) => geometry),
    );
    expect(found.map(({ properties }) => properties.n)).toEqual([0, 1, 2]);
    expect(await page(`offset=${verdict.evidence.length}`)).toMatchObject({
      numberReturned: 0,
      features: [],
    });
    expect(await ask(files, 'review/evidence?rule=none')).toMatchObject({ numberMatched: 0 });
  });

  test('the table of the change adds up to what the review says', async () => {
    const { total, totals, rows } = await ask<Changes>(files, 'review/changes?limit=1000');
    expect(rows).toHaveLength(Math.min(total, 1000));
    for (const [code, { change }] of Object.entries(review.layers)) {
      const figures = { 1: change.transferIn, 2: change.reclassified, 3: change.transferOut };
      for (const type of ['1', '2', '3'] as const) {
        const found = totals.find((one) => one.layer === code && one.type === type);
        if (review.layers[code]!.mode === 'reclassify' && type !== '2') continue;
        expect(found?.pieces ?? 0, `${code} ${type}`).toBe(figures[type].pieces);
        expect(found?.area ?? 0).toBeCloseTo(figures[type].area, 0);
      }
    }
    const zones = rows.find(({ layer }) => layer === 'GHFQ')!;
    expect(zones.from!.code).not.toBe(zones.to!.code);
    expect(zones.from!.name).toMatch(/\p{Script=Han}/u);
  });

  test('the table is filtered, sorted and cut into pages', async () => {
    const { rows } = await ask<Changes>(files, 'review/changes?limit=1000');
    const page = (query: string) => ask<Changes>(files, `review/changes?${query}`);
    const largest = await page('sort=area&descending=true&limit=3');
    expect(largest.rows.map(({ area }) => area)).toEqual(
      rows
        .map(({ area }) => area)
        .sort((a, b) => b - a)
        .slice(0, 3),
    );
    const out = await page('layer=CZKFBJ&type=3&sort=whbh&limit=1000');
    const expected = rows.filter(({ layer, type }) => layer === 'CZKFBJ' && type === '3');
    expect(out.rows).toEqual(expected.toSorted((a, b) => (a.whbh! < b.whbh! ? -1 : 1)));
    expect(out.total).toBe(expected.length);
    expect((await page('offset=1&limit=2')).rows).toEqual(rows.slice(1, 3));
    expect(await statusOf(`/api/v1/jobs/${files}/review/changes?sort=nothing`)).toBe(400);
  });

  test('every piece lies in a township where regions were delivered', async () => {
    const { rows } = await ask<Changes>(files, 'review/changes?limit=1000');
    expect(county.base.layers.has('XZQ')).toBe(true);
    expect(rows.every(({ township }) => township !== null)).toBe(true);
    const none = await ask<Changes>(version, 'review/changes');
    expect(none.rows.every(({ township }) => township === null)).toBe(!county.filed.layers.has('XZQ'));
  });

  test('an inspection comes without findings, and they in pages with their places', async () => {
    const whole = await ask<Inspection>(inspection, 'results/inspection.json');
    const { findings, ...rest } = whole;
    const screen = await ask<ScreenInspection>(inspection, 'inspection');
    expect(screen).toMatchObject({ ...rest, findings: findings.length });
    expect(screen.found.reduce((sum, one) => sum + one.findings, 0)).toBe(findings.length);
    expect(findings.length).toBeGreaterThan(0);
    const all = await ask<Collection>(inspection, 'inspection/findings?limit=1000');
    expect(all.numberMatched).toBe(findings.length);
    for (const [i, { geometry, properties }] of all.features.entries()) {
      const { geometry: place, ...finding } = findings[i]!;
      expect(geometry).toEqual(place ?? null);
      expect(properties).toEqual({ n: i, ...finding });
    }
    const { rule, layer, severity } = findings.at(-1)!;
    const some = await ask<Collection>(
      inspection,
      `inspection/findings?rule=${rule}&layer=${layer}&severity=${severity}`,
    );
    expect(some.numberMatched).toBe(
      findings.filter((f) => f.rule === rule && f.layer === layer && f.severity === severity).length,
    );
  });

  test('a review has the inspections of both databases', async () => {
    for (const side of ['filed', 'maintained'] as const) {
      const { id } = await ask<ScreenInspection>(files, `inspection?side=${side}`);
      const { numberMatched } = await ask<Collection>(files, `inspection/findings?side=${side}&limit=1`);
      expect(numberMatched).toBeGreaterThanOrEqual(0);
      expect(id).toMatch(/^[0-9a-f]{64}$/);
    }
    const [filed, maintained] = await Promise.all([
      ask<ScreenInspection>(files, 'inspection?side=filed'),
      ask<ScreenInspection>(files, 'inspection'),
    ]);
    expect(filed.id).not.toBe(maintained.id);
  });

  test('nothing of it is for others, nor there where the job has none', async () => {
    for (const path of ['sides', 'sides/filed/layers', 'review', 'review/changes', 'inspection'])
      expect(await statusOf(`/api/v1/jobs/${files}/${path}`, neighbour), path).toBe(404);
    expect(await ask(inspection, 'sides')).toEqual([]);
    for (const path of [
      'sides/filed/layers',
      'review',
      'review/changes',
      'review/evidence?rule=a',
      'review/pictures?rule=a',
    ])
      expect(await statusOf(`/api/v1/jobs/${inspection}/${path}`), path).toBe(404);
    expect(await statusOf(`/api/v1/jobs/${files}/sides/..%2Finputs/layers`)).toBe(400);
  });
});
