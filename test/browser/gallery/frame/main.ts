// The Custom UI side of the gallery: answers what the page tells it, and asks the resolver once.

import { events, invoke } from '@forge/bridge';

void events.on('to-frame', (payload) => {
  const place = document.getElementById('heard');
  if (place !== null) place.textContent = `The frame heard ${JSON.stringify(payload)}`;
  void events.emit('from-frame', { answered: true });
  void invoke('record', { name: 'Frame.invoke', given: [] });
});
