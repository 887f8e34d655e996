// SectionMessage, EmptyState, Spinner, ProgressBar, ProgressTracker: how things stand.

import AtlaskitProgressBar from '@atlaskit/progress-bar';
import { ProgressTracker as AtlaskitProgressTracker } from '@atlaskit/progress-tracker';
import AtlaskitSectionMessage, { SectionMessageAction as AtlaskitAction } from '@atlaskit/section-message';
import AtlaskitSpinner from '@atlaskit/spinner';
import type { ComponentProps } from 'react';
import { useNavigateTo } from '../../bridge/navigation';
import { drawChildren, drawSlot } from '../draw';
import { elementToNode } from '../forge-doc';
import { givenProps, handlerOf, isSet, listProp, textProp, wordOf } from '../node-props';
import type { NodeProps } from '../node-props';

type MessageProps = ComponentProps<typeof AtlaskitSectionMessage>;
type TrackerProps = ComponentProps<typeof AtlaskitProgressTracker>;

/** Draws `SectionMessage` with the actions that were handed to it as elements. */
export function SectionMessage({ node }: NodeProps) {
  const given = node.props['actions'];
  const elements: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const actions = elements
    .map((element, index) => elementToNode(element, String(index)))
    .filter((action) => action !== undefined)
    .map((action) => <SectionMessageAction key={action.key} node={action} />);
  const title = textProp(node, 'title');
  return (
    <AtlaskitSectionMessage
      {...givenProps<MessageProps>(node, ['appearance', 'testId'])}
      {...(title === undefined ? {} : { title })}
      actions={actions}
    >
      {drawChildren(node)}
    </AtlaskitSectionMessage>
  );
}

/** Draws `SectionMessageAction`. */
export function SectionMessageAction({ node }: NodeProps) {
  const navigateTo = useNavigateTo();
  const href = textProp(node, 'href');
  const clicked = handlerOf(node, 'onClick');
  return (
    <AtlaskitAction
      {...givenProps<ComponentProps<typeof AtlaskitAction>>(node, ['testId', 'href'])}
      onClick={(event) => {
        clicked?.(event);
        if (href !== undefined) {
          event.preventDefault();
          navigateTo(href);
        }
      }}
    >
      {drawChildren(node)}
    </AtlaskitAction>
  );
}

/** Draws `EmptyState`. */
export function EmptyState({ node }: NodeProps) {
  const level = node.props['headingLevel'];
  const Heading = level === 1 ? 'h1' : level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4';
  return (
    <div
      className={node.props['width'] === 'wide' ? 'uikit-empty is-wide' : 'uikit-empty'}
      data-testid={node.props['testId']}
    >
      <Heading>{textProp(node, 'header')}</Heading>
      <div className="uikit-empty-text">{drawSlot(node.props['description'])}</div>
      <div className="uikit-empty-actions" role="group" aria-label={textProp(node, 'buttonGroupLabel')}>
        {drawSlot(node.props['secondaryAction'])}
        {drawSlot(node.props['primaryAction'])}
        {isSet(node, 'isLoading') ? <AtlaskitSpinner /> : null}
      </div>
      {drawSlot(node.props['tertiaryAction'])}
    </div>
  );
}

/** Draws `Spinner`. */
export function Spinner({ node }: NodeProps) {
  const props = givenProps<ComponentProps<typeof AtlaskitSpinner>>(node, [
    'appearance',
    'delay',
    'size',
    'testId',
  ]);
  return <AtlaskitSpinner {...props} label={textProp(node, 'label') ?? 'Loading'} />;
}

/** Draws `ProgressBar`. */
export function ProgressBar({ node }: NodeProps) {
  return (
    <AtlaskitProgressBar
      {...givenProps<ComponentProps<typeof AtlaskitProgressBar>>(node, [
        'appearance',
        'ariaLabel',
        'isIndeterminate',
        'testId',
        'value',
      ])}
    />
  );
}

/** Draws `ProgressTracker`. */
export function ProgressTracker({ node }: NodeProps) {
  const items = listProp(node, 'items').map((item) => ({
    id: wordOf(item['id']),
    label: wordOf(item['label']),
    percentageComplete: Number(item['percentageComplete'] ?? 0),
    status: stageStatus(item['status']),
    noLink: true,
  }));
  return (
    <AtlaskitProgressTracker
      {...givenProps<TrackerProps>(node, ['animated', 'label', 'spacing', 'testId'])}
      items={items}
    />
  );
}

type StageStatus = TrackerProps['items'][number]['status'];
const STAGE_STATUSES: readonly StageStatus[] = ['unvisited', 'visited', 'current', 'disabled'];

function stageStatus(status: unknown): StageStatus {
  return STAGE_STATUSES.find((known) => known === status) ?? 'unvisited';
}
