// A UI Kit page that uses every component of @forge/react at least once, each reporting what reaches it.

import ForgeReconciler, { Heading, Stack, Tab, TabList, TabPanel, Tabs } from '@forge/react';
import { Bridge } from './bridge';
import { Charts } from './charts';
import { Content } from './content';
import { Fields } from './fields';
import { FormExample } from './form';
import { Overlays } from './overlays';
import { record } from './record';
import { TableExample } from './table';

ForgeReconciler.render(
  <Stack space="space.200">
    <Heading as="h1">Gallery</Heading>
    <Content />
    <Fields />
    <FormExample />
    <TableExample />
    <Overlays />
    <Charts />
    <Bridge />
    <Tabs id="tabs" onChange={record('Tabs.onChange')}>
      <TabList>
        <Tab>First tab</Tab>
        <Tab>Second tab</Tab>
      </TabList>
      <TabPanel>First panel</TabPanel>
      <TabPanel>Second panel</TabPanel>
    </Tabs>
  </Stack>,
);
