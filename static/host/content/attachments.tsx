// The files attached to a page, with attaching and removing.

import Button, { IconButton } from '@atlaskit/button/new';
import AttachmentIcon from '@atlaskit/icon/core/attachment';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ContentKind } from '../api/content';
import { deleteAttachment, listAttachments, uploadAttachment } from '../api/talk';
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
  const remove = useAction('Could not remove the file', deleteAttachment);
  return (
    <section className="attachments" aria-label="Attachments">
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <AttachmentIcon label="" size="small" />
            {file.downloadLink == null ? (
              <span>{file.title}</span>
            ) : (
              <a href={`/wiki${file.downloadLink}`} download={file.title}>
                {file.title}
              </a>
            )}
            <span className="quiet">{sizeText(file.fileSize ?? 0)}</span>
            <IconButton
              icon={DeleteIcon}
              label={`Remove ${file.title}`}
              appearance="subtle"
              spacing="compact"
              onClick={() => void remove.run(file.id)}
            />
          </li>
        ))}
      </ul>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="File to attach"
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

function sizeText(bytes: number): string {
  return bytes < BYTES_PER_KB ? `${bytes} B` : `${Math.round(bytes / BYTES_PER_KB)} KB`;
}
