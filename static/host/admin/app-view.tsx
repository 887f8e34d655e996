// One module of the app on a page of the site: runs its real UI Kit bundle and draws the documents it sends.

import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { BridgeContext } from '../bridge/bridge-context';
import { createBridge } from '../bridge/commands';
import { ForgeDocView } from '../uikit/forge-doc-view';
import { copyForgeDoc } from '../uikit/forge-doc';
import type { DocNode } from '../uikit/forge-doc';
import { Loading } from '../ui/states';
import { EgressDialog } from './egress-question';
import { openAppWindow } from './app-window';
import { useBridgeHost } from './use-bridge-host';
import type { AppPlace } from './use-bridge-host';

/** The module, alive; a change of the place starts it anew only with another React key. */
export function AppView({ place, resource }: { readonly place: AppPlace; readonly resource: string }) {
  const { host, dialog, failures, egress } = useBridgeHost(place);
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
      `/_host/ui-kit/${encodeURIComponent(resource)}.js`,
      (window) => createBridge(host, { window, reconcile }),
      (message) => host.reportFailure(message),
    );
    return () => app.dispose();
  }, [host, resource]);
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
      {egress === undefined ? null : <EgressDialog question={egress} />}
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
