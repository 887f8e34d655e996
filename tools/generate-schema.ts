// Writes rules/ruleset.schema.json anew: `npm run schema`.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderRuleSchema } from './render-rule-schema';

writeFileSync(join(import.meta.dirname, '../rules/ruleset.schema.json'), await renderRuleSchema());
