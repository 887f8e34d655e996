// The files attached to a page, with attaching, looking at, replacing, archiving and removing.

import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AttachmentIcon from '@atlaskit/icon/core/attachment';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ContentKind } from '../api/content';
import { recordView, setArchived } from '../api/site';
import { deleteAttachment, listAttachments, uploadAttachment } from '../api/talk';
import type { Attachment } from '../api/talk';
import { useAction } from '../state/use-action';

const BYTES_PER_KB = 1024;

/** The attachments of a page or blog post. */
export function Attachments({ kind, contentId }: { readonly kind: ContentKind; readonly contentId: string }) {
  const chooser = useRef<HTMLInputElement>(null);
  const { data: files = [] } = useQuery({
    queryKey: ['attachments', kind, contentId],
    queryFn: () => listAttachments(kind, contentId),
  });
  const upload = useAction('Could not attach the file', (file: File) => uploadAttachment(contentId, file));
  return (
    <section className="attachments" aria-label="Attachments">
      <ul>
        {files.map((file) => (
          <AttachmentRow key={file.id} file={file} />
        ))}
      </ul>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) void upload.run(file);
          event.currentTarget.value = '';
        }}
      />
      <Button
        appearance="subtle"
        spacing="compact"
        iconBefore={AttachmentIcon}
        isLoading={upload.isRunning}
        onClick={() => chooser.current?.click()}
      >
        Attach a file
      </Button>
    </section>
  );
}

function AttachmentRow({ file }: { readonly file: Attachment }) {
  const isArchived = file.status === 'archived';
  const remove = useAction('Could not remove the file', () => deleteAttachment(file.id));
  const archive = useAction('Could not archive the file', () =>
    setArchived('attachment', file.id, !isArchived),
  );
  const view = useAction('Could not open the file', () => recordView('attachment', file.id));
  return (
    <li>
      <AttachmentIcon label="" size="small" />
      <a
        href={file.downloadLink == null ? '#' : `/wiki${file.downloadLink}`}
        target="_blank"
        rel="noreferrer"
        onClick={() => void view.run()}
      >
        {file.title}
      </a>
      <span className="quiet">{sizeText(file.fileSize ?? 0)}</span>
      {isArchived ? <Lozenge>Archived</Lozenge> : null}
      <DropdownMenu<HTMLButtonElement>
        trigger={({ triggerRef, isSelected, ...trigger }) => (
          <IconButton
            {...trigger}
            ref={triggerRef}
            icon={MoreIcon}
            label={`Actions for ${file.title}`}
            appearance="subtle"
            spacing="compact"
            isSelected={isSelected ?? false}
          />
        )}
      >
        <DropdownItemGroup>
          <DropdownItem onClick={() => void archive.run()}>
            {isArchived ? 'Bring back from the archive' : 'Archive'}
          </DropdownItem>
          <DropdownItem onClick={() => void remove.run()}>Remove</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
    </li>
  );
}

function sizeText(bytes: number): string {
  return bytes < BYTES_PER_KB ? `${bytes} B` : `${Math.round(bytes / BYTES_PER_KB)} KB`;
}
