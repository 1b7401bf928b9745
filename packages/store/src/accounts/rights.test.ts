import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Session } from '../database/database.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { createAccount, insertAccount } from './account.ts';
import type { GrantRequest } from './grant.ts';
import { listPlansFor } from './list-plans.ts';
import { type Caller, mayDo, mayManageAccount } from './rights.ts';
import { type Role, roles, type Verb, verbs } from './roles.ts';

const actor = { name: 'tester', origin: 'here' };
const allVerbs = Object.keys(verbs) as Verb[];

/** A tree by the parent of each node, always one before it; null for a root. */
const trees = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 4, maxLength: 14 })
  .map((draws) => draws.map((draw, node) => (draw < 0.2 || node === 0 ? null : Math.floor(draw * node))));

const verbSets = fc.subarray(allVerbs);

interface World {
  readonly parents: readonly (number | null)[];
  readonly grants: readonly ModelGrant[];
  readonly limits: { readonly verbs: readonly Verb[]; readonly node: number | null } | undefined;
  readonly disabled: boolean;
}

interface ModelGrant {
  readonly role: Role;
  readonly node: number | null;
  readonly verbs: readonly Verb[] | undefined;
  readonly ended: boolean;
}

const worlds: fc.Arbitrary<World> = trees.chain((parents) => {
  const node = fc.option(fc.nat(parents.length - 1), { freq: 6 });
  return fc.record({
    parents: fc.constant(parents),
    grants: fc.array(
      fc.record({
        role: fc.constantFrom(...(Object.keys(roles) as Role[])),
        node,
        verbs: fc.oneof(fc.constant(undefined), verbSets),
        ended: fc.constantFrom(false, false, true),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    limits: fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.record({ verbs: verbSets, node })),
    disabled: fc.constantFrom(false, false, false, true),
  });
});

/** The rule in plain words: some grant holds the verb at the node or above it, and nothing else forbids it. */
function naive({ parents, grants, limits, disabled }: World, verb: Verb, node: number | null): boolean {
  const reaches = (outer: number | null): boolean => {
    if (outer === null) return true;
    for (let at = node; at !== null; at = parents[at]!) if (at === outer) return true;
    return false;
  };
  if (disabled || (limits && !limits.verbs.includes(verb))) return false;
  if (limits && !reaches(limits.node)) return false;
  return grants.some(
    (grant) => !grant.ended && (grant.verbs ?? roles[grant.role].verbs).includes(verb) && reaches(grant.node),
  );
}

const adcode = (node: number): string => String(110_001 + node);

async function build(tx: Session, world: World): Promise<Caller> {
  for (const [node, parent] of world.parents.entries()) {
    await tx.query(`INSERT INTO region (adcode, parent, level, name) VALUES ($1, $2, 'county', $1)`, [
      adcode(node),
      parent === null ? null : adcode(parent),
    ]);
    await tx.query(
      `WITH made AS (INSERT INTO plan (code, region, name) VALUES ($1, $1, $1) RETURNING id)
       INSERT INTO plan_version (plan, number, kind, content, unnumbered, features, opened, ended, last_feature, actor, reason)
       SELECT id, 1, 'import', sha256('a'), sha256('b'), 0, 0, 0, 0, 'tester', '' FROM made`,
      [adcode(node)],
    );
  }
  const { id, name } = await insertAccount(tx, actor, {
    name: 'somebody',
    displayName: '某人',
    hashed: null,
    grants: [],
    reason: '',
  });
  for (const grant of world.grants) {
    await tx.query(
      `INSERT INTO role_grant (account, role, region, verbs, ended_at) VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN clock_timestamp() END)`,
      [id, grant.role, grant.node === null ? null : adcode(grant.node), grant.verbs ?? null, grant.ended],
    );
  }
  if (world.disabled)
    await tx.query('UPDATE account SET disabled_at = clock_timestamp() WHERE id = $1', [id]);
  const { limits } = world;
  const region = limits === undefined || limits.node === null ? null : adcode(limits.node);
  return { account: id, name, ...(limits && { limits: { verbs: limits.verbs, region } }) };
}

class Undo extends Error {}

onBothDatabases('rights on the region tree', (database) => {
  it('are those of a naive model, one by one and in lists filtered by SQL', async () => {
    let allowed = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(worlds, fc.constantFrom(...allVerbs), async (world, verb) => {
        const nodes = world.parents.map((_, node) => node);
        const run = database().transaction(async (tx) => {
          const caller = await build(tx, world);
          for (const asked of new Set<Verb>(['plan.read', verb])) {
            for (const node of [null, ...nodes]) {
              const answer = await mayDo(tx, caller, asked, node === null ? null : adcode(node));
              expect(answer, `${asked} at ${node}`).toBe(naive(world, asked, node));
              if (answer) allowed++;
              else refused++;
            }
          }
          const listed = (await listPlansFor(tx, caller)).map(({ region }) => region);
          expect(listed).toEqual(nodes.filter((node) => naive(world, 'plan.read', node)).map(adcode));
          throw new Undo();
        });
        await expect(run).rejects.toBeInstanceOf(Undo);
      }),
      { numRuns: 100 },
    );
    expect(Math.min(allowed, refused)).toBeGreaterThan(50);
  });

  it('count a region that is not in the tree yet as part of the closest one around it', async () => {
    const { id, name } = await createAccount(database(), actor, {
      name: '市局',
      displayName: '市局',
      grants: [{ role: 'city', region: '230800' }],
      reason: '',
    });
    const caller = { account: id, name };
    expect(await mayDo(database(), caller, 'plan.read', '230882')).toBe(true);
    expect(await mayDo(database(), caller, 'plan.read', '230882100')).toBe(true);
    expect(await mayDo(database(), caller, 'plan.read', '230900')).toBe(false);
    expect(await mayDo(database(), caller, 'plan.read', '110101')).toBe(false);
    expect(await mayDo(database(), caller, 'plan.publish', '230882')).toBe(false);
  });

  it('let nobody manage an account that reaches further than their own', async () => {
    const make = async (given: string, grants: readonly GrantRequest[]): Promise<Caller> => {
      const { id, name } = await createAccount(database(), actor, {
        name: given,
        displayName: given,
        grants,
        reason: '',
      });
      return { account: id, name };
    };
    const county = await make('county-admin', [{ role: 'administrator', region: '230882' }]);
    const whole = await make('whole-admin', [{ role: 'administrator', region: null }]);
    const within = await make('within', [{ role: 'township', region: '230882100' }]);
    const across = await make('across', [
      { role: 'planner', region: '230882' },
      { role: 'planner', region: '230881' },
    ]);
    const without = await make('without', []);
    const managed = async (caller: Caller): Promise<string[]> => {
      const names: string[] = [];
      for (const { account, name } of [county, whole, within, across, without]) {
        if (await mayManageAccount(database(), caller, account)) names.push(name);
      }
      return names;
    };
    expect(await managed(county)).toEqual(['county-admin', 'within']);
    expect(await managed(whole)).toEqual(['county-admin', 'whole-admin', 'within', 'across', 'without']);
    expect(await managed(across)).toEqual([]);
  });
});
