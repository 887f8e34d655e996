// The labels of a page or blog post.

import { useQuery } from '@tanstack/react-query';
import type { ContentKind } from '../api/content';
import { addLabel, listLabels, removeLabel } from '../api/talk';
import { useAction } from '../state/use-action';
import { LabelRow } from '../ui/label-row';

/** The labels of a page or blog post. */
export function Labels({ kind, contentId }: { readonly kind: ContentKind; readonly contentId: string }) {
  const { data: labels } = useQuery({
    queryKey: ['labels', kind, contentId],
    queryFn: () => listLabels(kind, contentId),
  });
  const add = useAction('Could not add the label', (name: string) => addLabel(contentId, name));
  const remove = useAction('Could not remove the label', (name: string) => removeLabel(contentId, name));
  return <LabelRow labels={labels} onAdd={add.run} onRemove={(name) => void remove.run(name)} />;
}
