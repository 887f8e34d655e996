// The tab "Health": sizes against limits, and rules that want attention. It must not hold state: state.ts does.

import {
  Button,
  DynamicTable,
  Heading,
  Inline,
  Lozenge,
  ProgressBar,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import type { HealthFinding, HealthSize, HealthSizes } from '../../core/admin/api/settings-api';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { TextButton } from '../shared/text-button';
import { whenText } from '../shared/when-text';
import { Wide, column } from '../shared/wide';
import type { HealthEvent, HealthState } from './state';

/** More findings than this want a look at their common cause, not at each. */
const SHOWN_FINDINGS = 50;

const APPEARANCE: { readonly [K in HealthFinding['kind']]: 'default' | 'removed' | 'moved' } = {
  'never-ran': 'default',
  'always-fails': 'removed',
  noisy: 'moved',
  identity: 'removed',
};

interface Props {
  readonly state: HealthState;
  readonly send: (event: HealthEvent) => void;
  readonly onEditRule: (id: string) => void;
}

/** How the installation is. */
export function HealthView(props: Props) {
  const { state, send } = props;
  const { sizes } = state;
  return (
    <Stack space="space.300">
      <Stack space="space.150">
        <Heading as="h2" size="medium">
          {words.health.title}
        </Heading>
        {sizes.status === 'loading' && <Loading />}
        {sizes.status === 'failed' && <Failure error={sizes.error} onRetry={() => send({ type: 'shown' })} />}
        {sizes.status === 'ready' && <PutOff sizes={sizes.data} />}
        {sizes.status === 'ready' && sizes.data.sizes.map((size) => <Size key={size.name} size={size} />)}
      </Stack>
      <Stack space="space.150">
        <Heading as="h3" size="small">
          {words.health.rulesTitle}
        </Heading>
        <Text>{words.health.rulesHelp}</Text>
        <Buttons>
          <Button isDisabled={state.check?.running === true} onClick={() => send({ type: 'check-asked' })}>
            {words.health.check}
          </Button>
        </Buttons>
        {state.check !== undefined && <Check {...props} check={state.check} />}
      </Stack>
    </Stack>
  );
}

function PutOff({ sizes: { putOff } }: { readonly sizes: HealthSizes }) {
  if (putOff === undefined) return null;
  return (
    <SectionMessage appearance="warning" title={words.health.putOffTitle}>
      <Text>{words.health.putOff(putOff.rules, whenText(putOff.until), putOff.why)}</Text>
    </SectionMessage>
  );
}

function Size({ size }: { readonly size: HealthSize }) {
  const { name, value, limit } = size;
  const text = words.health.size[name](value, limit);
  return (
    <Stack space="space.050">
      <Text>{text}</Text>
      {limit !== undefined && <ProgressBar ariaLabel={text} value={Math.min(1, value / limit)} />}
    </Stack>
  );
}

function Check({ check, onEditRule }: Props & { readonly check: NonNullable<HealthState['check']> }) {
  const { findings, checked, of, running, error } = check;
  const progress = words.health.checked(checked, of);
  return (
    <Stack space="space.150">
      {running && <ProgressBar ariaLabel={progress} value={of === 0 ? 0 : checked / of} />}
      <Text>{progress}</Text>
      {error !== undefined && <Failure error={error} />}
      {!running && error === undefined && findings.length === 0 && (
        <SectionMessage appearance="success">
          <Text>{words.health.allWell}</Text>
        </SectionMessage>
      )}
      {findings.length > 0 && (
        <Wide>
          <DynamicTable
            label={words.health.rulesTitle}
            head={HEAD}
            rows={findings.slice(0, SHOWN_FINDINGS).map((finding, index) => ({
              key: `${finding.rule}:${index}`,
              cells: [
                {
                  key: 'rule',
                  content: column(
                    <TextButton text={finding.name} onClick={() => onEditRule(finding.rule)} />,
                  ),
                },
                {
                  key: 'what',
                  content: (
                    <Inline>
                      <Lozenge appearance={APPEARANCE[finding.kind]}>
                        {words.health.kind[finding.kind]}
                      </Lozenge>
                    </Inline>
                  ),
                },
                { key: 'why', content: column(<Text>{finding.text}</Text>) },
              ],
            }))}
          />
        </Wide>
      )}
      {findings.length > SHOWN_FINDINGS && <Text>{words.health.more(findings.length - SHOWN_FINDINGS)}</Text>}
    </Stack>
  );
}

const { columns } = words.health;
const HEAD = {
  cells: [
    { key: 'rule', content: columns.rule },
    { key: 'what', content: columns.what },
    { key: 'why', content: columns.why },
  ],
};
