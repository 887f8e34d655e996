// Tooltip and Popup.

import { Popup as AtlaskitPopup } from '@atlaskit/popup';
import AtlaskitTooltip from '@atlaskit/tooltip';
import type { ComponentProps } from 'react';
import { DrawNode, drawChildren, wrapped } from '../draw';
import { givenHandlers, givenProps, isSet, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

type TooltipProps = ComponentProps<typeof AtlaskitTooltip>;
type PopupProps = ComponentProps<typeof AtlaskitPopup>;

/** Draws `Tooltip`. */
export function Tooltip({ node }: NodeProps) {
  const props = givenProps<TooltipProps>(node, ['delay', 'mousePosition', 'position', 'testId', 'truncate']);
  return (
    <AtlaskitTooltip {...props} content={textProp(node, 'content') ?? ''}>
      {(trigger) => (
        <span {...trigger} className="uikit-tooltip">
          {drawChildren(node)}
        </span>
      )}
    </AtlaskitTooltip>
  );
}

/** Draws `Popup`; the app decides whether it is open. */
export function Popup({ node }: NodeProps) {
  const content = wrapped(node, 'content');
  const trigger = wrapped(node, 'trigger');
  const props = givenProps<PopupProps>(node, [
    'autoFocus',
    'fallbackPlacements',
    'id',
    'label',
    'placement',
    'role',
    'rootBoundary',
    'shouldDisableFocusLock',
    'shouldFlip',
    'shouldUseCaptureOnOutsideClick',
    'strategy',
    'testId',
    'titleId',
  ]);
  return (
    <AtlaskitPopup
      {...props}
      {...givenHandlers(node, ['onClose'])}
      isOpen={isSet(node, 'isOpen')}
      content={() => content.map((part) => <DrawNode key={part.key} node={part} />)}
      trigger={(attributes) => (
        <span {...attributes} className="uikit-popup-trigger">
          {trigger.map((part) => (
            <DrawNode key={part.key} node={part} />
          ))}
        </span>
      )}
    />
  );
}
