// Writes docs/events.md anew: `npm run docs:events`.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderEventDocs } from './render-event-docs';

writeFileSync(join(import.meta.dirname, '../docs/events.md'), await renderEventDocs());
