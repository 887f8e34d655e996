// Writes the generated part of docs/conditions.md anew: `npm run docs:conditions`.

import { writeFileSync } from 'node:fs';
import { CONDITION_DOCS, renderConditionDocs } from './render-condition-docs';

writeFileSync(CONDITION_DOCS, await renderConditionDocs());
