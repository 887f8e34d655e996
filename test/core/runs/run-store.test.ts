// The run store in memory, by the cases that the real one is held to.

import { createMemoryRunStore } from '../../support/memory-run-store';
import { itIsARunStore } from './run-store-conformance';

itIsARunStore(createMemoryRunStore);
