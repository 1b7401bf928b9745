import { useQuery } from '@tanstack/react-query';
import { Form, TreeSelect } from 'antd';
import { mayIn } from '../../api/rights.ts';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../words/use-words.ts';
import { managedRegionsQuery } from './managed-regions.ts';
import { type RegionNode, treeOf } from './region-tree.ts';
import { regionsWords } from './words.ts';

/** Stands for the whole tree, which the API writes as null. */
export const EVERYWHERE = 'everywhere';

/** The region that a field of this kind names, as the API has it. */
export const adcodeOf = (chosen: string): string | null => (chosen === EVERYWHERE ? null : chosen);

interface Option {
  readonly value: string;
  readonly title: string;
  readonly children: Option[];
}

const optionOf = ({ adcode, name, children }: RegionNode): Option => ({
  value: adcode,
  // A region that nobody has named yet is called by its code.
  title: name === adcode ? name : `${name} ${adcode}`,
  children: children.map(optionOf),
});

/** Chooses a region of the tree, or all of it where one may. */
export function RegionField({ label, extra }: { readonly label: string; readonly extra?: string }) {
  const words = useWords(regionsWords);
  const session = useSession();
  const { data: regions = [] } = useQuery(managedRegionsQuery);
  const tree = treeOf(regions).map(optionOf);
  const everywhere = { value: EVERYWHERE, title: words.everywhere, children: [] };
  return (
    <Form.Item name="region" label={label} extra={extra} rules={[{ required: true }]}>
      <TreeSelect
        // What is open at first is taken from the tree that is there at first.
        key={regions.length}
        treeData={mayIn(session, 'account.manage', null) ? [everywhere, ...tree] : tree}
        treeNodeLabelProp="title"
        showSearch={{ treeNodeFilterProp: 'title' }}
        treeDefaultExpandedKeys={regions
          .filter(({ level }) => level !== 'county')
          .map(({ adcode }) => adcode)}
        styles={{ popup: { root: { maxHeight: 360 } } }}
      />
    </Form.Item>
  );
}
