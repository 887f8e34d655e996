// Writes docs/actions.md from the kinds of action. A test says when it is not current.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderActionDocs } from './render-action-docs';

writeFileSync(join(import.meta.dirname, '..', 'docs', 'actions.md'), await renderActionDocs());
