// The view "Automation" in the settings of a space. It must not hold state: in-space/state.ts does.

import { Box, Heading, Stack, Tab, TabList, TabPanel, Tabs, Text, xcss } from '@forge/react';
import { Nothing } from '../shared/nothing';
import { words } from '../wording';
import { RulesPart } from './rules-part';
import { SPACE_TABS } from './state';
import { WhyNotPart } from './why-not-part';
import type { EventOption } from '../shared/event-options';
import type { InSpaceEvent, InSpaceState } from './state';

const PANEL = xcss({ width: '100%', paddingBlockStart: 'space.200' });

interface Props {
  readonly state: InSpaceState;
  readonly send: (event: InSpaceEvent) => void;
  readonly events: readonly EventOption[];
}

/** Everything on the page. */
export function InSpaceView(props: Props) {
  const { state, send } = props;
  if (state.rules.status === 'failed' && state.rules.error.code === 'forbidden') {
    return <Nothing title={words.inSpace.noPermissionTitle} text={state.rules.error.message} />;
  }
  return (
    <Stack space="space.200">
      <Stack space="space.050">
        <Heading as="h2" size="medium">
          {words.inSpace.title}
        </Heading>
        <Text color="color.text.subtle">{words.inSpace.intro}</Text>
      </Stack>
      <Tabs
        id="rulewright-space"
        selected={SPACE_TABS.indexOf(state.tab)}
        onChange={(index) => {
          const tab = SPACE_TABS[index];
          if (tab !== undefined) send({ type: 'tab-chosen', tab });
        }}
      >
        <TabList>
          {SPACE_TABS.map((tab) => (
            <Tab key={tab}>{words.inSpace.tabs[tab]}</Tab>
          ))}
        </TabList>
        <TabPanel>
          <Box xcss={PANEL}>{state.tab === 'rules' ? <RulesPart {...props} /> : null}</Box>
        </TabPanel>
        <TabPanel>
          <Box xcss={PANEL}>{state.tab === 'whyNot' ? <WhyNotPart state={state} send={send} /> : null}</Box>
        </TabPanel>
      </Tabs>
    </Stack>
  );
}
