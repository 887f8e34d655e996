// Confluence as the engine sees it, over Forge's product requests.

import { commentOperations } from './comments';
import { contentOperations } from './content';
import { groupOperations } from './groups';
import { labelOperations } from './labels';
import { pageOperations } from './pages';
import { propertyOperations } from './properties';
import { quotaHeard } from './quota';
import { restrictionOperations } from './restrictions';
import { stateOperations } from './states';
import { userOperations } from './users';
import type { Confluence } from '../../core/ports';

export const confluence: Confluence = {
  ...labelOperations,
  ...commentOperations,
  ...contentOperations,
  ...pageOperations,
  ...stateOperations,
  ...propertyOperations,
  ...restrictionOperations,
  ...groupOperations,
  ...userOperations,
  quotaHeard,
};
