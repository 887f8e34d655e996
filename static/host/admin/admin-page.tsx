// The page of the app's global settings: runs the real UI Kit bundle and draws the documents it sends.

import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { BridgeContext } from '../bridge/bridge-context';
import { createBridge } from '../bridge/commands';
import { useCurrentUser } from '../state/session';
import { ForgeDocView } from '../uikit/forge-doc-view';
import { copyForgeDoc } from '../uikit/forge-doc';
import type { DocNode } from '../uikit/forge-doc';
import { Loading } from '../ui/states';
import { openAppWindow } from './app-window';
import { useBridgeHost } from './use-bridge-host';

/** The module `confluence:globalSettings` of the app's manifest. */
const MODULE_KEY = 'rulewright-admin';
const BASE_PATH = '/wiki/admin/rulewright';
const BUNDLE = '/_host/app/admin.js';

/** The admin page; started anew for each user, because the app may show each something else. */
export function AdminPage() {
  const user = useCurrentUser();
  return (
    <main id="main" className="admin-page">
      {user === undefined ? <Loading label="Loading Automation" /> : <AppPage key={user.accountId} />}
    </main>
  );
}

function AppPage() {
  const { host, dialog, failures } = useBridgeHost(MODULE_KEY, BASE_PATH);
  const [doc, setDoc] = useState<DocNode>();
  const previous = useRef<DocNode>(undefined);
  useEffect(() => {
    const reconcile = (sent: unknown): void => {
      const copied = copyForgeDoc(sent, previous.current);
      previous.current = copied;
      // Drawn at once, so that a field never shows an older answer of the app after a newer keystroke.
      flushSync(() => setDoc(copied));
    };
    const app = openAppWindow(
      BUNDLE,
      (window) => createBridge(host, { window, reconcile }),
      (message) => host.reportFailure(message),
    );
    return () => app.dispose();
  }, [host]);
  return (
    <BridgeContext.Provider value={host}>
      {failures.map((failure) => (
        <div key={failure} className="admin-failure">
          <SectionMessage appearance="error" title="The app or this host has a problem">
            <p>{failure}</p>
          </SectionMessage>
        </div>
      ))}
      {doc === undefined ? <Loading label="Starting the app" /> : <ForgeDocView doc={doc} />}
      <ModalTransition>
        {dialog === undefined ? null : (
          <Modal onClose={() => host.closeDialog(undefined)} width={dialog.size === 'max' ? '100%' : 'large'}>
            <ModalHeader hasCloseButton>
              <ModalTitle>{dialog.title}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              {dialog.resource === null ? null : (
                <iframe
                  className="uikit-dialog-frame"
                  title={dialog.title}
                  src={`/_host/resource/${encodeURIComponent(dialog.resource)}/index.html`}
                />
              )}
            </ModalBody>
          </Modal>
        )}
      </ModalTransition>
    </BridgeContext.Provider>
  );
}
