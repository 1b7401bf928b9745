import type { Parameter, Rule, RuleBook, Setting } from './rules-query.ts';

/** A parameter that some region set, with what each set. */
export interface Difference {
  readonly book: RuleBook;
  readonly rule: Rule;
  readonly parameter: Parameter;
  /** By adcode. */
  readonly settings: ReadonlyMap<string, Setting>;
}

export interface Differences {
  /** Those that set anything, the widest first: province, city, county. */
  readonly regions: readonly Setting['region'][];
  readonly rows: readonly Difference[];
}

/** What regions set over the values that the rules carry, side by side. */
export function differencesOf(books: readonly RuleBook[]): Differences {
  const regions = new Map<string, Setting['region']>();
  const rows: Difference[] = [];
  for (const book of books)
    for (const rule of book.rules)
      for (const parameter of rule.parameters) {
        if (!parameter.set) continue;
        const settings = [parameter.set, ...parameter.overrides];
        for (const { region } of settings) regions.set(region.adcode, region);
        rows.push({
          ...{ book, rule, parameter },
          settings: new Map(settings.map((setting) => [setting.region.adcode, setting])),
        });
      }
  return { regions: [...regions.values()].sort(widestFirst), rows };
}

/** A code that ends in more zeros is of a wider region. */
const zeros = (adcode: string): number => /0*$/.exec(adcode)![0].length;

function widestFirst(a: Setting['region'], b: Setting['region']): number {
  const level = (adcode: string): number =>
    adcode.length > 6 ? -1 : zeros(adcode) >= 4 ? 2 : zeros(adcode) >= 2 ? 1 : 0;
  return level(b.adcode) - level(a.adcode) || (a.adcode < b.adcode ? -1 : 1);
}
