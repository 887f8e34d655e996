// A page with an element that no version of the library has.

import ForgeReconciler, { Text } from '@forge/react';
import { createElement } from 'react';

ForgeReconciler.render(
  <>
    <Text>Known</Text>
    {createElement('Hologram', {}, 'unseen')}
  </>,
);
