import type { FindingFacts } from '../inspection/finding-facts.ts';
import type { createAddress } from './address.ts';
import type { decodeLayer } from './decode.ts';
import type { decodePlaces } from './decode-places.ts';
import type { createElements } from './elements.ts';
import type { createFindingCard } from './finding-card.ts';
import type { fillFindingTable } from './finding-table.ts';
import type { createFlights } from './fly-to-finding.ts';
import type { furnish } from './furniture.ts';
import type { createMap } from './map.ts';
import type { nearestFinding } from './nearest-finding.ts';
import type { createInspectionPainter, InspectionShown } from './paint-inspection.ts';
import type { readFindings } from './read-findings.ts';
import type { readSteps } from './read-steps.ts';
import type { wireRuleFilter } from './rule-filter.ts';
import type { createRuleList } from './rule-list.ts';
import type { unfoldForPrint } from './unfold-for-print.ts';

/** What the page of an inspection is made of, each part self-contained. */
export interface InspectionParts {
  readonly unbroken: RegExp;
  readonly readSteps: typeof readSteps;
  readonly decodeLayer: typeof decodeLayer;
  readonly decodePlaces: typeof decodePlaces;
  readonly readFindings: typeof readFindings;
  readonly furnish: typeof furnish;
  readonly createElements: typeof createElements;
  readonly createMap: typeof createMap;
  readonly createInspectionPainter: typeof createInspectionPainter;
  readonly createFlights: typeof createFlights;
  readonly nearestFinding: typeof nearestFinding;
  readonly createAddress: typeof createAddress;
  readonly createRuleList: typeof createRuleList;
  readonly wireRuleFilter: typeof wireRuleFilter;
  readonly createFindingCard: typeof createFindingCard;
  readonly fillFindingTable: typeof fillFindingTable;
  readonly unfoldForPrint: typeof unfoldForPrint;
}

/** Wires the page of an inspection: which rule is open, which finding is chosen, keys. Runs in the page with the parts it is given. */
export function startInspection(given: InspectionParts): void {
  const furniture = given.furnish();
  const { $, all, read } = furniture;
  const scene = read<{
    origin: number[];
    bounds: number[];
    colours: string[];
    layers: Parameters<typeof decodeLayer>[0][];
    quantum: number;
    places: string;
    borders: string;
    simplified: number[];
    printed: number;
  }>('scene');
  const findings = given.readFindings(read<FindingFacts>('facts'));
  const numbers = Array.from({ length: findings.count }, (_, i) => i);
  const places = given.decodePlaces(scene, given.readSteps);
  const shown: InspectionShown = { hidden: new Set(), all: numbers, lit: [], chosen: -1 };
  const map = given.createMap($<HTMLCanvasElement>('#map'), {
    bounds: scene.bounds,
    closest: 20_000,
    smallest: 0.01,
    margin: furniture.margin,
    paint: given.createInspectionPainter(
      {
        layers: scene.layers.map((layer) => given.decodeLayer(layer, given.readSteps)),
        colours: scene.colours,
        places,
      },
      numbers.map((i) => findings.of(i).severity),
      shown,
    ),
  });
  map.full();

  const elements = given.createElements(given.unbroken);
  const flights = given.createFlights(map, findings, places);
  const address = given.createAddress(findings);
  const list = given.createRuleList(furniture, elements, findings, (i) => choose(i));
  const showFinding = given.createFindingCard(
    furniture,
    elements,
    findings,
    places,
    scene.simplified,
    flights,
    (by) => step(by),
  );

  const markChosen = (): void => {
    for (const row of all('[data-finding]')) {
      row.setAttribute('aria-current', String(Number(row.dataset.finding) === shown.chosen));
    }
  };
  let open = -1;
  const openRule = (rule: number, fly: boolean): void => {
    open = rule;
    shown.lit = rule >= 0 ? findings.ofRule(rule) : [];
    shown.chosen = -1;
    list.unfold(rule);
    markChosen();
    address.tell(rule, -1);
    if (fly) flights.over(shown.lit);
    else map.redraw();
  };
  const choose = (i: number): void => {
    const { rule } = findings.of(i);
    if (open !== rule) openRule(rule, false);
    shown.chosen = i;
    markChosen();
    address.tell(rule, i);
    showFinding(i);
    list.reveal(i);
    flights.close(i);
  };
  const step = (by: number): void => {
    const { lit } = shown;
    if (open < 0 || lit.length === 0) return;
    const at = lit.indexOf(shown.chosen);
    choose(lit[at < 0 ? (by > 0 ? 0 : lit.length - 1) : (at + by + lit.length) % lit.length]!);
  };
  const stepRule = (by: number): void => {
    const visible = list.visible();
    const next = visible[Math.min(visible.length - 1, Math.max(0, visible.indexOf(open) + by))];
    if (next === undefined) return;
    openRule(next, true);
    list.focus(next);
  };

  given.wireRuleFilter(furniture, (rules) => {
    shown.all = rules.flatMap(findings.ofRule);
    if (open >= 0 && !rules.includes(open)) openRule(-1, false);
    else map.redraw();
  });
  for (const head of all('.rule-entry .head')) {
    head.addEventListener('click', () => {
      const rule = Number(head.parentElement!.dataset.rule);
      openRule(open === rule ? -1 : rule, open !== rule);
    });
  }
  for (const each of all('[data-open]')) {
    each.addEventListener('click', () => {
      const rule = findings.rules.findIndex(({ id }) => id === each.dataset.open);
      if (rule >= 0) openRule(rule, true);
    });
  }
  for (const each of all('.examples [data-finding]')) {
    each.addEventListener('click', () => choose(Number(each.dataset.finding)));
  }
  given.fillFindingTable(furniture, elements, findings, choose, markChosen);
  furniture.attach(map, shown.hidden, scene.origin, () => (map.scale() > 20 ? 4 : 1));
  map.onTap((x, y) => {
    const isOpen = shown.lit.length > 0;
    const among = isOpen ? shown.lit : shown.all;
    const near = given.nearestFinding(places, map.at(x, y), 14 / map.scale(), among, !isOpen);
    if (near >= 0) choose(near);
  });
  furniture.keys({
    j: () => stepRule(1),
    k: () => stepRule(-1),
    n: () => step(1),
    p: () => step(-1),
    f: () => map.full(),
    Escape: () => {
      furniture.hideCard();
      furniture.openTab('');
    },
  });
  given.unfoldForPrint(furniture, () => {
    for (const rule of findings.rules.keys()) list.fill(rule, scene.printed);
  });

  const { rule, finding } = address.asked();
  if (finding >= 0) choose(finding);
  else if (rule >= 0) openRule(rule, true);
  document.documentElement.dataset.ready = 'true';
}
