import type { PageMap } from './map.ts';

/** What every report's page has around the map: the card, the drawer, the buttons and the scale. */
export interface Furniture {
  $<T extends HTMLElement>(selector: string): T;
  all(selector: string): HTMLElement[];
  /** The data under an id. */
  read<T>(id: string): T;
  /** A phone: the panels stand under the map. */
  narrow(): boolean;
  number(value: number, digits: number): string;
  /** A title, what stands `before`, names with values, and what stands `after` them. */
  showCard(
    title: string,
    rows: readonly (readonly [string, string])[],
    after?: readonly Node[],
    before?: readonly Node[],
  ): void;
  hideCard(): void;
  /** Opens a tab of the drawer; none with ''. */
  openTab(name: string): void;
  /** Space the panels take from the map, pixels. */
  margin(): { left: number; right: number; top: number; bottom: number };
  /** Wires zoom buttons, layer buttons, the coordinates under the pointer and the scale. */
  attach(map: PageMap, hidden: Set<string>, origin: readonly number[], digits: () => number): void;
  /** Runs what is bound to a key, unless a modifier is held or text is typed. */
  keys(actions: Record<string, () => void>): void;
}

/** Runs in the page; self-contained. */
export function furnish(): Furniture {
  const $ = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  const narrow = (): boolean => window.innerWidth < 760;
  const number = (value: number, digits: number): string =>
    value.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const card = $('#card');
  const drawer = $('#drawer');
  const hideCard = (): void => {
    card.hidden = true;
  };
  const openTab = (name: string): void => {
    for (const tab of all('[role=tab]')) tab.setAttribute('aria-selected', String(tab.dataset.tab === name));
    for (const panel of all('[role=tabpanel]')) panel.hidden = panel.id !== `tab-${name}`;
    drawer.classList.toggle('open', name !== '');
  };
  for (const tab of all('[role=tab]')) {
    tab.addEventListener('click', () =>
      openTab(tab.getAttribute('aria-selected') === 'true' ? '' : tab.dataset.tab!),
    );
  }
  return {
    $,
    all,
    read: (id) => JSON.parse(document.getElementById(id)!.textContent!),
    narrow,
    number,
    showCard: (title, rows, after = [], before = []) => {
      card.replaceChildren();
      const head = document.createElement('header');
      head.textContent = title;
      const close = document.createElement('button');
      close.type = 'button';
      close.className = 'close';
      close.setAttribute('aria-label', '关闭');
      close.textContent = '×';
      close.onclick = hideCard;
      head.append(close);
      const list = document.createElement('dl');
      for (const [name, value] of rows) {
        const term = document.createElement('dt');
        term.textContent = name;
        const text = document.createElement('dd');
        text.textContent = value;
        list.append(term, text);
      }
      card.append(head, ...before, list, ...after);
      card.hidden = false;
    },
    hideCard,
    openTab,
    margin: () =>
      narrow()
        ? { left: 0, right: 0, top: $('#top').offsetHeight + 8, bottom: 0 }
        : {
            left: $('.desk').offsetWidth + 24,
            right: card.hidden ? 16 : card.offsetWidth + 24,
            top: 70,
            bottom: drawer.offsetHeight + 24,
          },
    attach: (map, hidden, origin, digits) => {
      for (const button of all('[data-layer]')) {
        button.addEventListener('click', () => {
          const on = button.getAttribute('aria-pressed') !== 'true';
          button.setAttribute('aria-pressed', String(on));
          if (on) hidden.delete(button.dataset.layer!);
          else hidden.add(button.dataset.layer!);
          map.redraw();
        });
      }
      $('#zoom-in').onclick = () => map.zoom(1.6);
      $('#zoom-out').onclick = () => map.zoom(1 / 1.6);
      $('#zoom-full').onclick = () => map.full();
      map.onMove((x, y) => {
        const [east, north] = [origin[0]! + x, origin[1]! + y];
        $('#pointer').textContent = `Y ${number(east, digits())}　X ${number(north, digits())}`;
      });
      map.onView((metresPerPixel) => {
        const wanted = metresPerPixel * 110;
        const power = 10 ** Math.floor(Math.log10(wanted));
        const length = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) ?? power;
        const units = [
          [1000, 'km'],
          [0.1, 'm'],
          [0.01, 'cm'],
          [0, 'mm'],
        ] as const;
        const metres = { km: 1000, m: 1, cm: 0.01, mm: 0.001 };
        const [, unit] = units.find(([from]) => length >= from * 0.999)!;
        $('#scale i').style.width = `${length / metresPerPixel}px`;
        $('#scale span').textContent = `${Number((length / metres[unit]).toPrecision(6))} ${unit}`;
      });
    },
    keys: (actions) => {
      document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const typing =
          /^(INPUT|SELECT)$/.test((event.target as HTMLElement).tagName) && event.key !== 'Escape';
        const action = typing ? undefined : actions[event.key];
        if (!action) return;
        event.preventDefault();
        action();
      });
    },
  };
}
