// All spaces that one may see, and a way to create another.

import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { listSpaces } from '../api/content';
import { Loading, Nothing, Refusal } from '../ui/states';
import { CreateSpaceDialog } from './create-space-dialog';
import { SpaceMark } from './space-mark';

/** The list of spaces. */
export function SpaceList() {
  const { data, error } = useQuery({ queryKey: ['spaces'], queryFn: listSpaces });
  const [isCreating, setCreating] = useState(false);
  return (
    <main id="main" className="page-narrow">
      <div className="page-heading">
        <h1>Spaces</h1>
        <Button onClick={() => setCreating(true)}>Create space</Button>
      </div>
      {error !== null ? <Refusal title="The spaces could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the spaces" /> : null}
      {data?.length === 0 ? (
        <Nothing title="There is no space that you may see">Create one, or act as somebody else.</Nothing>
      ) : null}
      <ul className="space-cards">
        {data?.map((space) => (
          <li key={space.id}>
            <Link href={`/wiki/spaces/${space.key}`} className="space-card">
              <SpaceMark space={space} isLarge />
              <span>
                <strong>{space.name}</strong>
                <span className="quiet">{space.type === 'personal' ? 'Personal space' : space.key}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <CreateSpaceDialog isOpen={isCreating} onClose={() => setCreating(false)} />
    </main>
  );
}
