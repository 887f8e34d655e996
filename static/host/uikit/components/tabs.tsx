// Tabs, TabList, Tab and TabPanel.

import AtlaskitTabs, {
  Tab as AtlaskitTab,
  TabList as AtlaskitTabList,
  TabPanel as AtlaskitTabPanel,
} from '@atlaskit/tabs';
import type { ComponentProps } from 'react';
import { drawChildren } from '../draw';
import { givenHandlers, givenProps } from '../node-props';
import type { NodeProps } from '../node-props';

type TabsProps = ComponentProps<typeof AtlaskitTabs>;

/** Draws `Tabs`. */
export function Tabs({ node }: NodeProps) {
  const props = givenProps<TabsProps>(node, [
    'defaultSelected',
    'selected',
    'shouldUnmountTabPanelOnChange',
    'testId',
  ]);
  const { id } = givenProps<TabsProps>(node, ['id']);
  return (
    <AtlaskitTabs {...props} {...givenHandlers(node, ['onChange'])} id={id ?? node.key}>
      {drawChildren(node)}
    </AtlaskitTabs>
  );
}

/** Draws `TabList`. */
export function TabList({ node }: NodeProps) {
  return <AtlaskitTabList>{drawChildren(node)}</AtlaskitTabList>;
}

/** Draws `Tab`. */
export function Tab({ node }: NodeProps) {
  return <AtlaskitTab>{drawChildren(node)}</AtlaskitTab>;
}

/** Draws `TabPanel`. */
export function TabPanel({ node }: NodeProps) {
  return (
    <AtlaskitTabPanel>
      <div className="uikit-panel">{drawChildren(node)}</div>
    </AtlaskitTabPanel>
  );
}
