import { DatasetError, planOf, readDelivery } from '@tuheng/dataset';
import type { Aliases, Delivery, Plan } from '@tuheng/standard';

/** A plan, and the delivery it was read from. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly delivery: Delivery;
}

/**
 * Reads a plan once, as it was delivered and as it may be computed with. In a package the one database with layers of the plan is meant.
 *
 * @param aliases names of layers and fields that profiles add
 * @throws DatasetError
 */
export async function readPlanDatabase(path: string, aliases: Aliases = {}): Promise<ReadPlan> {
  const delivery = await readDelivery(path, { aliases });
  const [only, ...more] = delivery.databases;
  if (only && more.length === 0 && !only.failure) return { plan: planOf(only), delivery };
  const plans = delivery.databases.filter(({ layers }) => layers.some(({ part }) => part === 'plan'));
  if (plans.length === 1) return { plan: planOf(plans[0]!), delivery: { ...delivery, databases: plans } };
  const detail = delivery.databases.map(({ path: place }) => place).join('、');
  throw new DatasetError('dataset.ambiguous', delivery.name, { detail });
}
