// Answers Atlaskit's questions for Atlassian's own feature flags: all off, which is the released behaviour. Must
// be imported before anything of Atlaskit is drawn; it must not switch on anything.

import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';

setBooleanFeatureFlagResolver(() => false);
