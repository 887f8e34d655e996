// The dialog of a content action: the app's module on the page or blog post whose menu it was chosen from.

import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { AppView } from '../admin/app-view';
import type { AppModule } from '../api/host';
import type { Content } from '../api/content';
import { useSpace } from '../spaces/use-space';

/** Forge's sizes of a dialog that Atlaskit has by the same name. */
const WIDTHS = { small: 'small', medium: 'medium', large: 'large', xlarge: 'x-large' } as const;

/** Shows `module` about `content`, or nothing when there is none. */
export function AppAction(props: {
  readonly module: AppModule | undefined;
  readonly content: Content;
  readonly onClose: () => void;
}) {
  const { module, content, onClose } = props;
  const space = useSpace();
  return (
    <ModalTransition>
      {module === undefined ? null : (
        <Modal onClose={onClose} width={widthOf(module)} shouldScrollInViewport>
          <ModalHeader hasCloseButton>
            <ModalTitle>{module.title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="app-action">
              <AppView
                place={{
                  moduleKey: module.key,
                  basePath: location.pathname,
                  extension: {
                    content: { id: content.id, ...(content.subtype === 'live' ? { subtype: 'live' } : {}) },
                    space: { id: space.id, key: space.key },
                    location: location.href,
                  },
                  onClose,
                }}
                resource={module.resource}
              />
            </div>
          </ModalBody>
        </Modal>
      )}
    </ModalTransition>
  );
}

function widthOf({ viewportSize }: AppModule): string {
  return Object.hasOwn(WIDTHS, viewportSize) ? WIDTHS[viewportSize as keyof typeof WIDTHS] : '100%';
}
