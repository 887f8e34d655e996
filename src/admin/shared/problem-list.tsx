// Problems of a rule or a document as a list, and as the messages beside a field.

import { Code, ErrorMessage, HelperMessage, List, ListItem, Text } from '@forge/react';
import type { Problem } from '../../core/result';
import { words } from '../wording';

/** Problems with their places, for where no field stands beside them. Nothing when there are none. */
export function ProblemList(props: {
  readonly problems: readonly Problem[];
  readonly withPaths?: boolean;
  /** What to call the place of a path; without it the path itself is shown. */
  readonly placeName?: (path: string) => string;
}) {
  const { problems, withPaths = false, placeName } = props;
  if (problems.length === 0) return null;
  return (
    <List type="unordered">
      {problems.map((problem, index) => (
        <ListItem key={`${problem.path}:${index}`}>
          <Text>
            {withPaths && problem.path !== '' && (placeName?.(problem.path) ?? <Code>{problem.path}</Code>)}
            {withPaths && problem.path !== '' ? ': ' : ''}
            {problemText(problem)}
          </Text>
        </ListItem>
      ))}
    </List>
  );
}

/** Problems as the messages below their field: errors as errors, warnings as help. */
export function FieldProblems(props: {
  readonly problems: readonly Problem[];
  /** The field's own path; problems deeper inside say where. */
  readonly path: string;
}) {
  return (
    <>
      {props.problems.map((problem, index) => {
        const text = `${placeInside(problem.path, props.path)}${problemText(problem)}`;
        const key = `${problem.path}:${index}`;
        return problem.level === 'error' ? (
          <ErrorMessage key={key}>{text}</ErrorMessage>
        ) : (
          <HelperMessage key={key}>{words.common.labelled(words.common.warning, text)}</HelperMessage>
        );
      })}
    </>
  );
}

function problemText(problem: Problem): string {
  const { message, suggestion } = problem;
  // Most messages name what was probably meant themselves.
  return suggestion === undefined || message.includes(suggestion)
    ? message
    : `${message} ${words.common.mean(suggestion)}`;
}

function placeInside(path: string, field: string): string {
  if (path === field || !path.startsWith(field)) return '';
  return `${path.slice(field.length).replace(/^\./, '')}: `;
}
