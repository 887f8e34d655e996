// The question that Confluence asks an administrator before an app may reach an address.

import { Dialog } from '../ui/dialog';

/** Addresses that an app asks to reach, and who is told the answer. */
export interface EgressQuestion {
  readonly addresses: readonly { readonly domain: string; readonly description: string }[];
  readonly answer: (allowed: boolean) => void;
}

/** The dialog. */
export function EgressDialog({ question }: { readonly question: EgressQuestion }) {
  const { addresses, answer } = question;
  return (
    <Dialog
      title="Allow this app to connect?"
      confirm="Allow"
      onConfirm={() => answer(true)}
      onClose={() => answer(false)}
    >
      <p>The app asks to send data to:</p>
      <ul>
        {addresses.map(({ domain, description }) => (
          <li key={domain}>
            <strong>{domain}</strong> ({description})
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
