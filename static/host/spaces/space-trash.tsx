// What was thrown away or archived in a space, and the ways back or out.

import ButtonGroup from '@atlaskit/button/button-group';
import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { listContent, trashContent } from '../api/content';
import type { ContentKind, ContentSummary } from '../api/content';
import { restore as takeOut, setArchived } from '../api/site';
import { useAction } from '../state/use-action';
import { Nothing } from '../ui/states';
import { useSpace } from './use-space';

const SHELVES = [
  { kind: 'page', status: 'trashed', title: 'Pages in the trash' },
  { kind: 'blogpost', status: 'trashed', title: 'Blog posts in the trash' },
  { kind: 'page', status: 'archived', title: 'Archived pages' },
] as const;

/** Trash and archive of the frame's space. */
export function SpaceTrash() {
  return (
    <article>
      <div className="page-heading">
        <h1>Trash and archive</h1>
      </div>
      {SHELVES.map((shelf) => (
        <Shelf key={shelf.title} {...shelf} />
      ))}
    </article>
  );
}

function Shelf(props: { readonly kind: ContentKind; readonly status: string; readonly title: string }) {
  const space = useSpace();
  const { kind, status } = props;
  const { data = [] } = useQuery({
    queryKey: [kind, status, space.id],
    queryFn: () => listContent(kind, space.id, status),
  });
  const restore = useAction('Could not restore it', ({ id }: ContentSummary) =>
    status === 'archived' ? setArchived(kind, id, false) : takeOut(kind, id),
  );
  const purge = useAction('Could not delete it', (content: ContentSummary) =>
    trashContent(kind, content.id, true),
  );
  return (
    <section>
      <h2 className="section-heading">{props.title}</h2>
      {data.length === 0 ? <Nothing title="Nothing here" /> : null}
      <ul className="recent">
        {data.map((content) => (
          <li key={content.id}>
            <span>{content.title}</span>
            <ButtonGroup>
              <Button spacing="compact" onClick={() => void restore.run(content)}>
                Restore
              </Button>
              {status === 'trashed' ? (
                <Button spacing="compact" appearance="danger" onClick={() => void purge.run(content)}>
                  Delete for good
                </Button>
              ) : null}
            </ButtonGroup>
          </li>
        ))}
      </ul>
    </section>
  );
}
