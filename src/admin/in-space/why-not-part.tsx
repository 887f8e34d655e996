// What every rule of the space would make of the next change of one of its pages.

import { Heading, HelperMessage, Label, Select, Stack } from '@forge/react';
import { valuesOf } from '../shared/input';
import { Nothing } from '../shared/nothing';
import { VerdictList } from '../verdicts/verdict-list';
import { words } from '../wording';
import type { InSpaceEvent, InSpaceState } from './state';

/** The tab "Why not?". */
export function WhyNotPart(props: {
  readonly state: InSpaceState;
  readonly send: (event: InSpaceEvent) => void;
}) {
  const { state, send } = props;
  const { pages, chosen, verdicts } = state;
  const known = chosen === undefined || pages.some(({ id }) => id === chosen.id) ? pages : [chosen, ...pages];
  const options = known.map(({ id, title }) => ({ label: title, value: id }));
  return (
    <Stack space="space.200">
      <Stack>
        <Label labelFor="space-page">{words.inSpace.page}</Label>
        <Select
          inputId="space-page"
          isClearable
          placeholder={words.inSpace.pagePlaceholder}
          options={options}
          value={options.find(({ value }) => value === chosen?.id) ?? null}
          onInputChange={(text: string) => send({ type: 'pages-searched', text })}
          onChange={(picked: unknown) => {
            const [id] = valuesOf(picked);
            send({ type: 'page-chosen', page: known.find((page) => page.id === id) });
          }}
        />
        <HelperMessage>{words.inSpace.pageHelp}</HelperMessage>
      </Stack>
      {chosen === undefined ? (
        <Nothing title={words.inSpace.pickFirstTitle} text={words.inSpace.pickFirst} />
      ) : (
        <Stack space="space.150">
          <Heading as="h3" size="small">
            {words.inSpace.verdictsOf(chosen.title)}
          </Heading>
          <VerdictList state={verdicts} send={send} />
        </Stack>
      )}
    </Stack>
  );
}
