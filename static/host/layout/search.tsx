// The search field of the top bar, with its results below.

import SearchIcon from '@atlaskit/icon/core/search';
import Popup from '@atlaskit/popup';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { searchSite } from '../api/site';
import { addressOf } from '../bridge/locations';
import { useAction } from '../state/use-action';

interface Found {
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

/** The search of the site. */
export function Search() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Found[]>();
  const search = useAction('Could not search', async () => setFound((await searchSite(text)).results));
  const open = useAction('Could not open it', async (contentId: string) => {
    navigate(await addressOf({ target: 'contentView', contentId }));
    setFound(undefined);
  });
  return (
    <Popup
      isOpen={found !== undefined}
      onClose={() => setFound(undefined)}
      placement="bottom-end"
      content={() => (
        <ul className="search-results">
          {found?.length === 0 ? <li className="quiet">Nothing found</li> : null}
          {found?.map((result) => (
            <li key={result.id}>
              <button type="button" className="search-result" onClick={() => void open.run(result.id)}>
                {result.title === '' ? 'Untitled' : result.title}{' '}
                <span className="side-note">{result.type}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      trigger={(trigger) => (
        <form
          ref={trigger.ref}
          role="search"
          className="search"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void search.run();
          }}
        >
          <SearchIcon label="" size="small" />
          <input
            type="search"
            aria-label="Search"
            placeholder="Search"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </form>
      )}
    />
  );
}
