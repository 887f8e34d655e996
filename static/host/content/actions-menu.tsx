// The "more" menu of a page or blog post. Each entry does its thing or opens the dialog that asks what is needed.

import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { archivePage } from '../api/content';
import type { Content, ContentKind } from '../api/content';
import { listReaders, restrictTo } from '../api/page-settings';
import { publishLiveDoc } from '../api/site';
import { useCurrentUser } from '../state/session';
import { useAction } from '../state/use-action';
import { useAppModules } from '../admin/app-modules';
import type { AppModule } from '../api/host';
import { AppAction } from './app-action';
import { ActionDialogs } from './action-dialogs';
import type { DialogName } from './action-dialogs';

/** The menu of a page or blog post. */
export function ActionsMenu({ kind, content }: { readonly kind: ContentKind; readonly content: Content }) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<DialogName>();
  const [appAction, setAppAction] = useState<AppModule>();
  const appActions = useAppModules('confluence:contentAction');
  const me = useCurrentUser()?.accountId;
  const { data: readers = [] } = useQuery({
    queryKey: ['readers', content.id],
    queryFn: () => listReaders(content.id),
  });
  const isRestricted = readers.length > 0;
  const archive = useAction('Could not archive the page', () => archivePage(content.id));
  const publish = useAction('Could not turn it into a page', () => publishLiveDoc(content.id));
  const restrict = useAction('Could not change who may see it', () =>
    restrictTo(content.id, isRestricted ? undefined : me),
  );
  const isPage = kind === 'page';
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
          <DropdownItem onClick={() => setDialog('status')}>Set status</DropdownItem>
          <DropdownItem onClick={() => void restrict.run()}>
            {isRestricted ? 'Let everyone see it' : 'Let only me see it'}
          </DropdownItem>
          <DropdownItem onClick={() => setDialog('inline')}>Comment on a phrase</DropdownItem>
          {content.subtype === 'live' ? (
            <DropdownItem onClick={() => void publish.run()}>Turn the live doc into a page</DropdownItem>
          ) : null}
        </DropdownItemGroup>
        {isPage ? (
          <DropdownItemGroup hasSeparator>
            <DropdownItem onClick={() => navigate(`/pages/new?parent=${content.id}`)}>
              Create a page under this
            </DropdownItem>
            <DropdownItem onClick={() => setDialog('order')}>Order the pages under this</DropdownItem>
            <DropdownItem onClick={() => setDialog('move')}>Move</DropdownItem>
            <DropdownItem onClick={() => setDialog('copy')}>Copy</DropdownItem>
          </DropdownItemGroup>
        ) : null}
        {appActions.length > 0 ? (
          <DropdownItemGroup hasSeparator>
            {appActions.map((module) => (
              <DropdownItem key={module.key} onClick={() => setAppAction(module)}>
                {module.title}
              </DropdownItem>
            ))}
          </DropdownItemGroup>
        ) : null}
        <DropdownItemGroup hasSeparator>
          {isPage ? <DropdownItem onClick={() => void archive.run()}>Archive</DropdownItem> : null}
          <DropdownItem onClick={() => setDialog('trash')}>Move to trash</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      <ActionDialogs kind={kind} content={content} open={dialog} onClose={() => setDialog(undefined)} />
      <AppAction module={appAction} content={content} onClose={() => setAppAction(undefined)} />
    </>
  );
}
