// The "more" menu of a page: copy, move, archive, trash. Asks first where something is lost or a target is needed.

import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { archivePage, trashContent } from '../api/content';
import type { Content, ContentKind } from '../api/content';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { CopyDialog } from './copy-dialog';
import { MoveDialog } from './move-dialog';

/** The menu of a page or blog post. */
export function ActionsMenu({ kind, content }: { readonly kind: ContentKind; readonly content: Content }) {
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'none' | 'copy' | 'move' | 'trash'>('none');
  const archive = useAction('Could not archive the page', () => archivePage(content.id));
  const trash = useAction('Could not move it to the trash', () => trashContent(kind, content.id));
  const close = (): void => setOpen('none');
  const confirmTrash = async (): Promise<void> => {
    if (await trash.run()) navigate('/');
  };
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        trigger={({ triggerRef, isSelected, ...trigger }) => (
          <IconButton
            {...trigger}
            ref={triggerRef}
            icon={MoreIcon}
            label="More actions"
            isSelected={isSelected ?? false}
          />
        )}
        placement="bottom-end"
      >
        <DropdownItemGroup>
          {kind === 'page' ? (
            <>
              <DropdownItem onClick={() => navigate(`/pages/new?parent=${content.id}`)}>
                Create a page under this
              </DropdownItem>
              <DropdownItem onClick={() => setOpen('move')}>Move</DropdownItem>
              <DropdownItem onClick={() => setOpen('copy')}>Copy</DropdownItem>
              <DropdownItem onClick={() => void archive.run()}>Archive</DropdownItem>
            </>
          ) : null}
          <DropdownItem onClick={() => setOpen('trash')}>Move to trash</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      <MoveDialog content={content} isOpen={open === 'move'} onClose={close} />
      <CopyDialog content={content} isOpen={open === 'copy'} onClose={close} />
      <Dialog
        isOpen={open === 'trash'}
        title="Move to trash?"
        confirm="Move to trash"
        isDangerous
        isBusy={trash.isRunning}
        onConfirm={() => void confirmTrash()}
        onClose={close}
      >
        “{content.title}” can be restored from the space’s trash.
      </Dialog>
    </>
  );
}
