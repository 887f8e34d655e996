// One test: its field, what is asked of it, and what it is compared with, side by side as far as the window allows.

import { Box, Button, HelperMessage, Inline, Label, Select, Stack, xcss } from '@forge/react';
import type { ReactNode } from 'react';
import { QUANTIFIERS } from '../../../core/conditions/builder/model';
import { offeredForms } from '../../../core/conditions/builder/offered-forms';
import { TEST_FORM_IDS } from '../../../core/conditions/builder/test-forms';
import type { TestNode } from '../../../core/conditions/builder/model';
import { words } from '../../wording';
import { valuesOf } from '../../shared/input';
import { FieldProblems } from '../../shared/problem-list';
import { fieldChoice } from './field-choices';
import { OperandField } from './operand-field';
import type { Choice } from '../../shared/input';
import type { ClauseProps } from './condition-props';

const CARD = xcss({
  padding: 'space.150',
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.small',
  backgroundColor: 'elevation.surface',
});
const WIDE = xcss({ minWidth: '14rem', width: '34%', flexGrow: '2' });
const NARROW = xcss({ minWidth: '9rem', width: '22%', flexGrow: '1' });

const QUANTIFIER_CHOICES = QUANTIFIERS.map((quantifier) => ({
  label: words.condition.quantifier[quantifier],
  value: quantifier,
}));

/** A test in its frame. */
export function TestRow(props: ClauseProps & { readonly test: TestNode }) {
  const { test, edit, fields, choices, problemsAt } = props;
  const { key, field, form, quantifier } = test;
  const { problems, path } = problemsAt(key);
  const offered = offeredForms(field, fields);
  // What the rule has already stays among the choices, although nobody would be offered it anew.
  const forms = offered.includes(form) ? offered : [form, ...offered];
  const info = fields.has(field);
  return (
    <Box xcss={CARD}>
      <Stack space="space.050">
        <Inline space="space.100" shouldWrap rowSpace="space.100" alignBlock="start">
          <Box xcss={WIDE}>
            <Picked
              id={`field-${key}`}
              label={words.condition.field}
              placeholder={words.condition.fieldPlaceholder}
              options={choices}
              value={fieldChoice(field, choices)}
              onPick={(picked) => edit({ do: 'set-field', key, field: picked })}
            />
          </Box>
          {quantifier !== undefined && (
            <Box xcss={NARROW}>
              <Picked
                id={`quantifier-${key}`}
                label={words.condition.quantifierLabel}
                options={QUANTIFIER_CHOICES}
                value={QUANTIFIER_CHOICES.find(({ value }) => value === quantifier) ?? null}
                onPick={(picked) => {
                  const chosen = QUANTIFIERS.find((known) => known === picked);
                  if (chosen !== undefined) edit({ do: 'set-quantifier', key, quantifier: chosen });
                }}
              />
            </Box>
          )}
          {field !== '' && (
            <Box xcss={NARROW}>
              <Picked
                id={`test-${key}`}
                label={words.condition.testLabel}
                options={forms.map((id) => ({ label: words.condition.test[id], value: id }))}
                value={{ label: words.condition.test[form], value: form }}
                onPick={(picked) => {
                  const chosen = TEST_FORM_IDS.find((known) => known === picked);
                  if (chosen !== undefined) edit({ do: 'set-form', key, form: chosen });
                }}
              />
            </Box>
          )}
          {field !== '' && <OperandField {...props} />}
        </Inline>
        {info?.onDemand === true && <HelperMessage>{words.condition.lookedUpHelp}</HelperMessage>}
        <FieldProblems problems={problems} path={path} />
        <Inline space="space.050">
          <Button spacing="compact" appearance="subtle" onClick={() => edit({ do: 'remove', key })}>
            {words.condition.remove}
          </Button>
          {field !== '' && (
            <Button spacing="compact" appearance="subtle" onClick={() => edit({ do: 'to-json', key })}>
              {words.condition.asJson}
            </Button>
          )}
        </Inline>
      </Stack>
    </Box>
  );
}

function Picked(props: {
  readonly id: string;
  readonly label: ReactNode;
  readonly placeholder?: string;
  readonly options: (Choice | { label: string; options: Choice[] })[];
  readonly value: Choice | null;
  readonly onPick: (value: string) => void;
}) {
  const { id, label, options, value, onPick, placeholder } = props;
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Select
        inputId={id}
        options={options}
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(picked: unknown) => {
          const [chosen] = valuesOf(picked);
          if (chosen !== undefined) onPick(chosen);
        }}
      />
    </Stack>
  );
}
