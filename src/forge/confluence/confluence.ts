// Confluence as the engine sees it, over Forge's product requests.

import { commentOperations } from './comments';
import { labelOperations } from './labels';
import { userOperations } from './users';
import type { Confluence } from '../../core/ports';

export const confluence: Confluence = { ...labelOperations, ...commentOperations, ...userOperations };
