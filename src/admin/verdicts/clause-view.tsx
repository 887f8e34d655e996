// The clauses of a condition as a tree: for each what it found, whether it holds, and whether it decided.

import { Box, Icon, Inline, Stack, Text, xcss } from '@forge/react';
import type { ExplainedClause } from '../../core/conditions/explain';
import { words } from '../wording';

const INDENTED = xcss({ paddingInlineStart: 'space.300' });

const GROUPS: { readonly [K in Exclude<ExplainedClause['kind'], 'test' | 'constant'>]: string } = {
  all: words.verdicts.allOf,
  any: words.verdicts.anyOf,
  not: words.verdicts.noneOf,
  choice: words.verdicts.choice,
};

/** One clause and those inside it. */
export function ClauseView(props: { readonly clause: ExplainedClause }) {
  const { clause } = props;
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="start">
        <Truth truth={clause.truth} />
        {clause.decisive && clause.clauses.length === 0 ? (
          <Text weight="semibold">{clauseText(clause)}</Text>
        ) : (
          <Text>{clauseText(clause)}</Text>
        )}
      </Inline>
      {clause.clauses.length > 0 && (
        <Box xcss={INDENTED}>
          <Stack space="space.050">
            {clause.clauses.map((inner) => (
              <ClauseView key={inner.path} clause={inner} />
            ))}
          </Stack>
        </Box>
      )}
    </Stack>
  );
}

function Truth(props: { readonly truth: ExplainedClause['truth'] }) {
  const { truth } = props;
  if (truth === true) {
    return <Icon glyph="check-circle" label={words.verdicts.holds} color="color.icon.success" />;
  }
  if (truth === false) {
    return <Icon glyph="cross-circle" label={words.verdicts.fails} color="color.icon.danger" />;
  }
  return <Icon glyph="question-circle" label={words.verdicts.unknown} color="color.icon.warning" />;
}

function clauseText(clause: ExplainedClause): string {
  const group = clause.kind === 'test' || clause.kind === 'constant' ? undefined : GROUPS[clause.kind];
  const text = group ?? clause.found ?? clause.words;
  return clause.reached ? text : `${text} ${words.verdicts.notReached}`;
}
