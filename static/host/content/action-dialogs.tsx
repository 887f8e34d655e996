// The dialogs that the menu of a page opens. Only the one that is open is there, so that each starts afresh.

import { useLocation } from 'wouter';
import { trashContent } from '../api/content';
import type { Content, ContentKind } from '../api/content';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { CopyDialog } from './copy-dialog';
import { InlineCommentDialog } from './inline-comment-dialog';
import { MoveDialog } from './move-dialog';
import { OrderDialog } from './order-dialog';
import { StatusDialog } from './status-dialog';

/** The dialogs by name. */
export type DialogName = 'copy' | 'move' | 'trash' | 'order' | 'status' | 'inline';

/** What every dialog about a page is told. */
export interface ContentDialogProps {
  readonly kind: ContentKind;
  readonly content: Content;
  readonly onClose: () => void;
}

/** The dialog that is open, if one is. */
export function ActionDialogs({
  open,
  ...props
}: ContentDialogProps & { readonly open: DialogName | undefined }) {
  switch (open) {
    case 'copy':
      return <CopyDialog {...props} />;
    case 'move':
      return <MoveDialog kind="page" contentId={props.content.id} onClose={props.onClose} />;
    case 'order':
      return <OrderDialog {...props} />;
    case 'status':
      return <StatusDialog {...props} />;
    case 'inline':
      return <InlineCommentDialog {...props} />;
    case 'trash':
      return <TrashDialog {...props} />;
    case undefined:
      return null;
  }
}

function TrashDialog({ kind, content, onClose }: ContentDialogProps) {
  const [, navigate] = useLocation();
  const trash = useAction('Could not move it to the trash', () => trashContent(kind, content.id));
  const confirm = async (): Promise<void> => {
    if (await trash.run()) navigate('/');
  };
  return (
    <Dialog
      title="Move to trash?"
      confirm="Move to trash"
      isDangerous
      isBusy={trash.isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      “{content.title}” can be restored from the space’s trash.
    </Dialog>
  );
}
