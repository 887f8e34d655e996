// The table of recorded events. Cells hold no hooks: DynamicTable calls their components itself.

import { DynamicTable, Text, User } from '@forge/react';
import type { SeenEvent } from '../../core/admin/activity/list-events';
import { subjectText } from '../activity/subject-text';
import { eventName } from '../shared/event-options';
import { TextButton } from '../shared/text-button';
import { whenText } from '../shared/when-text';
import { Wide, column } from '../shared/wide';
import { words } from '../wording';
import type { EventOption } from '../shared/event-options';
import type { WhyNotEvent } from './state';

const { columns } = words.whyNot;
const HEAD = {
  cells: [
    { key: 'event', content: columns.event },
    { key: 'subject', content: columns.subject },
    { key: 'seen', content: columns.seen },
    { key: 'by', content: columns.by },
    { key: 'verdicts', content: columns.verdicts },
  ],
};

/** One page of events; the name of one opens it. */
export function EventsTable(props: {
  readonly items: readonly SeenEvent[];
  readonly send: (event: WhyNotEvent) => void;
  readonly events: readonly EventOption[];
}) {
  const { items, send, events } = props;
  return (
    <Wide>
      <DynamicTable
        label={words.whyNot.title}
        head={HEAD}
        rows={items.map((item) => ({
          key: item.eventKey,
          cells: [
            { key: 'event', content: column(eventCell(item, send, events)) },
            { key: 'subject', content: column(<Text>{subjectText(item.subject)}</Text>) },
            { key: 'seen', content: column(<Text>{whenText(item.seenAt)}</Text>) },
            { key: 'by', content: column(byCell(item)) },
            { key: 'verdicts', content: column(<Text>{decidedText(item)}</Text>) },
          ],
        }))}
      />
    </Wide>
  );
}

function eventCell(item: SeenEvent, send: (event: WhyNotEvent) => void, events: readonly EventOption[]) {
  const open = () => send({ type: 'opened', question: { about: 'event', event: item } });
  return <TextButton text={eventName(item.eventType, events)} onClick={open} />;
}

function byCell({ actorAccountId }: SeenEvent) {
  if (actorAccountId === undefined) return <Text>{words.whyNot.nobody}</Text>;
  return <User accountId={actorAccountId} />;
}

function decidedText({ verdicts }: SeenEvent): string {
  const acted = verdicts.filter(({ verdict }) => verdict === 'acts' || verdict === 'shadow').length;
  return acted === 0 ? words.whyNot.nothingDecided : words.whyNot.acted(acted);
}
