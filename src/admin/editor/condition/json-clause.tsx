// A clause that no form of the builder fits, as JSON inside the builder: it is kept exactly as it is.

import { Button, Inline, Stack } from '@forge/react';
import type { JsonNode } from '../../../core/conditions/builder/model';
import { words } from '../../wording';
import { TextField } from '../text-field';
import type { ClauseProps } from './condition-props';

/** The text of the clause, checked as one types. */
export function JsonClause(props: ClauseProps & { readonly clause: JsonNode }) {
  const { clause, edit, problemsAt, version } = props;
  const { key } = clause;
  const { problems, path } = problemsAt(key);
  const broken =
    clause.problem === undefined
      ? []
      : [{ path, level: 'error' as const, message: words.editor.conditionNotJson(clause.problem) }];
  return (
    <Stack space="space.050">
      <TextField
        key={version}
        id={`json-${key}`}
        label={words.condition.jsonClause}
        help={words.condition.jsonClauseHelp}
        rows={3}
        monospaced
        value={clause.text}
        problems={[...broken, ...problems]}
        path={path}
        onChange={(text) => edit({ do: 'set-json', key, text })}
      />
      <Inline space="space.050">
        <Button spacing="compact" appearance="subtle" onClick={() => edit({ do: 'from-json', key })}>
          {words.condition.asForm}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={() => edit({ do: 'remove', key })}>
          {words.condition.remove}
        </Button>
      </Inline>
    </Stack>
  );
}
