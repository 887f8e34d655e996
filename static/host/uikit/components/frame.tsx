// Frame: a Custom UI resource of the app inside its UI Kit page. It grows with its content unless given a size.

import { useContext, useEffect, useRef, useState } from 'react';
import { BridgeContext } from '../../bridge/bridge-context';
import { Unknown } from '../draw';
import { textProp } from '../node-props';
import type { NodeProps } from '../node-props';

// Before the content is known; about what one line of controls takes.
const FIRST_HEIGHT_PX = 48;

/** Draws `Frame`. */
export function Frame({ node }: NodeProps) {
  const bridge = useContext(BridgeContext);
  const frame = useRef<HTMLIFrameElement>(null);
  const [contentHeight, setContentHeight] = useState(FIRST_HEIGHT_PX);
  const resource = textProp(node, 'resource') ?? '';
  const height = textProp(node, 'height');
  const isConnected = bridge !== undefined;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let observer: ResizeObserver | undefined;
    const follow = (): void => {
      const body = element.contentDocument?.body;
      if (body == null) return;
      observer?.disconnect();
      observer = new ResizeObserver(() => setContentHeight(body.scrollHeight));
      observer.observe(body);
    };
    element.addEventListener('load', follow);
    follow();
    return () => {
      element.removeEventListener('load', follow);
      observer?.disconnect();
    };
  }, [isConnected]);
  if (bridge === undefined) return <Unknown what="Frame: no bridge to connect it to" />;
  if (resource === '') return <Unknown what="Frame: no resource given" />;
  return (
    <iframe
      ref={frame}
      className="uikit-frame"
      title={resource}
      src={`/_host/resource/${encodeURIComponent(resource)}/index.html`}
      style={{ height: height ?? contentHeight, width: textProp(node, 'width') ?? '100%' }}
    />
  );
}
