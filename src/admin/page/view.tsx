// The page: the tabs, or the editor in their place. It must not hold state: page/state.ts does.

import { Box, Button, Stack, Tab, TabList, TabPanel, Tabs, xcss } from '@forge/react';
import { words } from '../wording';
import { ActivityView } from '../activity/view';
import { ChangesView } from '../changes/view';
import { EditorView } from '../editor/view';
import { HealthView } from '../health/view';
import { HistoryView } from '../history/view';
import { PacksView } from '../packs/view';
import { RulesView } from '../rules/view';
import { SettingsView } from '../settings/view';
import { TransferView } from '../transfer/view';
import { WhyNotView } from '../why-not/view';
import { Buttons } from '../shared/buttons';
import type { EventOption } from '../shared/event-options';
import { TABS, tabIndexOf } from './tabs';
import type { PageEvent, PageState } from './state';
import type { Tab as TabName } from './tabs';

const PANEL = xcss({ width: '100%', paddingBlockStart: 'space.200' });

interface Props {
  readonly state: PageState;
  readonly send: (event: PageEvent) => void;
  readonly events: readonly EventOption[];
}

/** Everything that is on screen. */
export function PageView(props: Props) {
  const { state, send, events } = props;
  if (state.editor !== undefined) {
    return (
      <EditorView state={state.editor} send={(event) => send({ area: 'editor', event })} events={events} />
    );
  }
  if (state.history !== undefined) {
    return <HistoryView state={state.history} send={(event) => send({ area: 'history', event })} />;
  }
  return (
    <Stack>
      <Tabs
        id="rulewright"
        selected={tabIndexOf(state.tab)}
        onChange={(index) => {
          const tab = TABS[index]?.[0];
          if (tab !== undefined) send({ area: 'page', event: { type: 'tab-chosen', tab } });
        }}
      >
        <TabList>
          {TABS.map(([tab]) => (
            <Tab key={tab}>{words.tabs[tab]}</Tab>
          ))}
        </TabList>
        {TABS.map((views, index) => (
          <TabPanel key={views[0]}>
            <Box xcss={PANEL}>
              {index === tabIndexOf(state.tab) ? (
                <Stack space="space.200">
                  <Views {...props} views={views} />
                  <Panel {...props} tab={state.tab} />
                </Stack>
              ) : null}
            </Box>
          </TabPanel>
        ))}
      </Tabs>
    </Stack>
  );
}

/** The way between the views of one tab; nothing where there is only one. */
function Views(props: Props & { readonly views: readonly TabName[] }) {
  const { state, send, views } = props;
  if (views.length < 2) return null;
  return (
    <Buttons label={words.views}>
      {views.map((tab) => (
        <Button
          key={tab}
          isSelected={tab === state.tab}
          onClick={() => send({ area: 'page', event: { type: 'tab-chosen', tab } })}
        >
          {words.viewNames[tab]}
        </Button>
      ))}
    </Buttons>
  );
}

/** Only the panel on screen is built, so that there is one Frame at most. */
function Panel(props: Props & { readonly tab: TabName }) {
  const { state, send, events, tab } = props;
  const edit = (id: string | undefined) => send({ area: 'page', event: { type: 'edit', id } });
  const history = (rule: string) => send({ area: 'page', event: { type: 'history-of-rule', rule } });
  const choose = (chosen: TabName) => send({ area: 'page', event: { type: 'tab-chosen', tab: chosen } });
  switch (tab) {
    case 'rules':
      return (
        <RulesView
          state={state.rules}
          send={(event) => send({ area: 'rules', event })}
          events={events}
          links={{
            onCreate: () => edit(undefined),
            onImport: () => choose('transfer'),
            onPacks: () => choose('packs'),
            onExport: (rules) => send({ area: 'page', event: { type: 'export-rules', rules } }),
            onEdit: edit,
            onHistory: history,
            onRuns: (rule) => send({ area: 'page', event: { type: 'runs-of-rule', rule } }),
          }}
        />
      );
    case 'activity':
      return (
        <ActivityView
          state={state.activity}
          send={(event) => send({ area: 'activity', event })}
          events={events}
          onEditRule={edit}
        />
      );
    case 'whyNot':
      return (
        <WhyNotView state={state.whyNot} send={(event) => send({ area: 'whyNot', event })} events={events} />
      );
    case 'transfer':
      return (
        <TransferView
          state={state.transfer}
          send={(event) => send({ area: 'transfer', event })}
          onSeeRules={() => choose('rules')}
        />
      );
    case 'packs':
      return (
        <PacksView
          state={state.packs}
          send={(event) => send({ area: 'packs', event })}
          events={events}
          onSeeRules={() => choose('rules')}
        />
      );
    case 'health':
      return (
        <HealthView
          state={state.health}
          send={(event) => send({ area: 'health', event })}
          onEditRule={edit}
        />
      );
    case 'changes':
      return (
        <ChangesView
          state={state.changes}
          send={(event) => send({ area: 'changes', event })}
          onHistory={history}
        />
      );
    case 'settings':
      return <SettingsView state={state.settings} send={(event) => send({ area: 'settings', event })} />;
  }
}
