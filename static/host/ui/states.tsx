// What a page shows while it has nothing to show yet, nothing at all, or a refusal. Wording comes from outside.

import Spinner from '@atlaskit/spinner';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';

/** A spinner in the middle of its place. */
export function Loading({ label }: { readonly label: string }) {
  return (
    <div className="state-loading">
      <Spinner size="large" label={label} />
    </div>
  );
}

/** A refusal with the server's words. */
export function Refusal({ title, error }: { readonly title: string; readonly error: unknown }) {
  return (
    <SectionMessage appearance="error" title={title}>
      <p>{error instanceof Error ? error.message : String(error)}</p>
    </SectionMessage>
  );
}

/** Nothing here yet, and what to do next. */
export function Nothing(props: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state-nothing">
      <h2>{props.title}</h2>
      <div>{props.children}</div>
    </div>
  );
}
