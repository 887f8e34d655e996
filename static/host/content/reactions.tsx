// Liking and watching.

import Button from '@atlaskit/button/new';
import EyeIcon from '@atlaskit/icon/core/eye-open';
import EyeFilledIcon from '@atlaskit/icon/core/eye-open-filled';
import ThumbsUpIcon from '@atlaskit/icon/core/thumbs-up';
import { useQuery } from '@tanstack/react-query';
import type { ContentKind } from '../api/content';
import { setLike } from '../api/site';
import { isWatching, listLikes, setWatching } from '../api/talk';
import { useCurrentUser, useUserNames } from '../state/session';
import { useAction } from '../state/use-action';

/** The like and watch buttons of a page or blog post. */
export function Reactions({ kind, contentId }: { readonly kind: ContentKind; readonly contentId: string }) {
  const me = useCurrentUser()?.accountId ?? '';
  const nameOf = useUserNames();
  const { data: known } = useQuery({
    queryKey: ['likes', kind, contentId],
    queryFn: () => listLikes(kind, contentId),
  });
  const { data: watching } = useQuery({
    queryKey: ['watching', contentId, me],
    queryFn: () => isWatching(contentId),
  });
  const likes = known ?? [];
  const like = useAction('Could not change the like', () => setLike(kind, contentId, !likes.includes(me)));
  const watch = useAction('Could not change watching', () => setWatching(contentId, watching !== true));
  const names = likes.map(nameOf).join(', ');
  return (
    <div className="reactions">
      <Button
        appearance="subtle"
        iconBefore={ThumbsUpIcon}
        isSelected={likes.includes(me)}
        isDisabled={known === undefined}
        aria-label={likes.length === 0 ? 'Like' : `Like. Liked by ${names}`}
        onClick={() => void like.run()}
      >
        {likes.length === 0 ? 'Like' : String(likes.length)}
      </Button>
      <Button
        appearance="subtle"
        iconBefore={watching === true ? EyeFilledIcon : EyeIcon}
        isSelected={watching === true}
        isDisabled={watching === undefined}
        onClick={() => void watch.run()}
      >
        {watching === true ? 'Watching' : 'Watch'}
      </Button>
    </div>
  );
}
