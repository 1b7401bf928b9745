import { useQuery } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { Region } from '../api/answers.ts';
import { useWords } from '../words/use-words.ts';
import { plansQuery, regionsQuery, useRegionNow } from './region.ts';
import style from './top-bar.module.css';
import { shellWords } from './words.ts';

/** Levels down to which one can go: what lies in a township is shown by the map. */
const switched = ['province', 'city', 'county'];

/** Which region the workspace is about. */
export function RegionSwitch() {
  const words = useWords(shellWords);
  const { data: regions = [] } = useQuery(regionsQuery);
  const { data: plans = [] } = useQuery(plansQuery);
  const [region, setRegion] = useRegionNow(regions, plans);
  const choices = regions.filter(({ level }) => switched.includes(level));
  const label = (
    <>
      <strong>{region?.name ?? words.allRegions}</strong>
      {region && <small>{region.adcode}</small>}
    </>
  );
  if (choices.length < 2) return <span className={style.plain}>{label}</span>;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: region ? [region.adcode] : [],
        items: choices.map(({ adcode, name, level }: Region) => ({
          key: adcode,
          label: `${'　'.repeat(switched.indexOf(level))}${name}　${adcode}`,
        })),
        onClick: ({ key }) => setRegion(key),
      }}
    >
      <button type="button" className={style.plain}>
        <span className="visually-hidden">{words.region}</span>
        {label}
        <ChevronDown size={14} aria-hidden="true" />
      </button>
    </Dropdown>
  );
}
