// What a page does over the bridge besides drawing: context, flags, events with a frame, commands nobody knows.

import { events, router, showFlag, view } from '@forge/bridge';
import { Button, Frame, Stack, Text, useProductContext } from '@forge/react';
import { useEffect, useState } from 'react';

export function Bridge() {
  const context = useProductContext();
  const [heard, setHeard] = useState('nothing yet');
  useEffect(() => {
    const listening = events.on('from-frame', (payload) => setHeard(JSON.stringify(payload)));
    return () => void listening.then((subscription) => subscription.unsubscribe());
  }, []);
  return (
    <Stack>
      <Text>Module: {context?.moduleKey ?? 'unknown'}</Text>
      <Text>Heard: {heard}</Text>
      <Button onClick={() => void events.emit('to-frame', { word: 'hello' })}>Tell the frame</Button>
      <Frame resource="frame" />
      <Button
        onClick={() => void showFlag({ id: 'f', title: 'A flag', type: 'success', isAutoDismiss: true })}
      >
        Show flag
      </Button>
      <Button onClick={() => void router.navigate('/wiki/spaces')}>Navigate away</Button>
      <Button onClick={() => void view.submit({}).catch(() => undefined)}>Submit view</Button>
      <Button onClick={() => void unknownCommand()}>Unknown command</Button>
    </Stack>
  );
}

async function unknownCommand(): Promise<void> {
  const bridge: unknown = Reflect.get(globalThis, '__bridge');
  if (typeof bridge !== 'object' || bridge === null) return;
  const call: unknown = Reflect.get(bridge, 'callBridge');
  if (typeof call !== 'function') return;
  await Promise.resolve(Reflect.apply(call, bridge, ['teleport', {}])).catch(() => undefined);
}
