// Who wrote a page and who changed it last.

import type { Content } from '../api/content';
import { useUserNames } from '../state/session';
import { Face } from '../ui/person';
import { TimeAgo } from '../ui/time-ago';

/** The line under the title. */
export function Byline({ content }: { readonly content: Content }) {
  const nameOf = useUserNames();
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
    </div>
  );
}
