// Who wrote a page, who changed it last, and its status.

import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import type { Content } from '../api/content';
import { readState } from '../api/page-settings';
import { useUserNames } from '../state/session';
import { Face } from '../ui/person';
import { TimeAgo } from '../ui/time-ago';

/** The line under the title. */
export function Byline({ content }: { readonly content: Content }) {
  const nameOf = useUserNames();
  const { data: state } = useQuery({ queryKey: ['state', content.id], queryFn: () => readState(content.id) });
  const { version } = content;
  return (
    <div className="byline">
      <Face accountId={content.authorId ?? ''} />
      <div>
        <div>By {nameOf(content.authorId)}</div>
        <div className="quiet">
          {version.number === 1 ? (
            <>
              Created <TimeAgo at={content.createdAt} />
            </>
          ) : (
            <>
              Version {version.number}, changed by {nameOf(version.authorId)}{' '}
              <TimeAgo at={version.createdAt} />
            </>
          )}
        </div>
      </div>
      {state == null ? null : <Lozenge appearance="inprogress">{state.name}</Lozenge>}
    </div>
  );
}
