// Previous and next, for lists that the app gives page by page.

import { Button } from '@forge/react';
import { words } from '../wording';
import { Buttons } from './buttons';

/** Two buttons; nothing when everything is on one page. */
export function Paging(props: {
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}) {
  if (!props.hasPrevious && !props.hasNext) return null;
  return (
    <Buttons>
      <Button iconBefore="chevron-left" isDisabled={!props.hasPrevious} onClick={props.onPrevious}>
        {words.common.previous}
      </Button>
      <Button iconAfter="chevron-right" isDisabled={!props.hasNext} onClick={props.onNext}>
        {words.common.next}
      </Button>
    </Buttons>
  );
}
