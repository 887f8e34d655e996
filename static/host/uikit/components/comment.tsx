// Comment, with its nested comments.

import AtlaskitComment, { CommentAction, CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import type { ComponentProps, ReactElement } from 'react';
import { DrawNode, wrapped } from '../draw';
import type { DocNode } from '../forge-doc';
import { asFunction, givenProps, listProp, textProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { serialiseArguments } from '../serialise';

type CommentProps = ComponentProps<typeof AtlaskitComment>;

/** Draws `Comment`. */
export function Comment({ node }: NodeProps) {
  const author = textAndClick(node.props['author']);
  const time = textAndClick(node.props['time']);
  const edited = textProp(node, 'edited');
  const props = givenProps<CommentProps>(node, [
    'errorIconLabel',
    'headingLevel',
    'highlighted',
    'id',
    'isError',
    'isSaving',
    'restrictedTo',
    'savingText',
    'shouldRenderNestedCommentsInline',
    'testId',
    'type',
  ]);
  const nested = node.children.filter((child) => child.type !== 'ContentWrapper');
  return (
    <AtlaskitComment
      {...props}
      avatar={drawAll(wrapped(node, 'avatar'))}
      content={drawAll(wrapped(node, 'content'))}
      {...(author === undefined
        ? {}
        : { author: <CommentAuthor {...author.props}>{author.text}</CommentAuthor> })}
      {...(time === undefined ? {} : { time: <CommentTime {...time.props}>{time.text}</CommentTime> })}
      {...(edited === undefined ? {} : { edited: <CommentEdited>{edited}</CommentEdited> })}
      actions={actions(node, 'actions')}
      errorActions={actions(node, 'errorActions')}
    >
      {nested.length === 0 ? null : drawAll(nested)}
    </AtlaskitComment>
  );
}

function drawAll(nodes: readonly DocNode[]): ReactElement {
  return (
    <>
      {nodes.map((part) => (
        <DrawNode key={part.key} node={part} />
      ))}
    </>
  );
}

function actions(node: DocNode, name: 'actions' | 'errorActions'): ReactElement[] {
  return listProp(node, name).map((given, index) => {
    const action = textAndClick(given);
    return (
      <CommentAction key={index} {...action?.props}>
        {action?.text}
      </CommentAction>
    );
  });
}

/** UI Kit gives author, time and actions as text with an optional click. */
function textAndClick(
  given: unknown,
): { text: string; props: { onClick?: (event: unknown) => void } } | undefined {
  if (typeof given !== 'object' || given === null || !('text' in given)) return undefined;
  const click = asFunction('onClick' in given ? given.onClick : undefined);
  const props =
    click === undefined ? {} : { onClick: (event: unknown) => void click(...serialiseArguments([event])) };
  return { text: String(given.text), props };
}
