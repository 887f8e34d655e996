// Draws a body in storage format. Only what is listed here is drawn, with only the attributes listed here; HTML
// is never handed to the browser as text, so nothing in a body can run.

import SectionMessage from '@atlaskit/section-message';
import { createElement, Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';
import { drawMacro } from './macros';
import { Mention } from './mention';
import { childNamed, parseStorage, textOf } from './parse';
import type { StorageNode } from './parse';
import { safeAddress } from './safe-address';
import { TaskItem } from './task-item';

type StorageElement = Extract<StorageNode, { type: 'element' }>;
/** Draws children; handed to macros so that they need not know this file. */
export type DrawNodes = (nodes: readonly StorageNode[]) => ReactNode;

/** Elements drawn as they are, without attributes. */
const PLAIN_ELEMENTS = new Set(
  `p h1 h2 h3 h4 h5 h6 ul ol li strong b em i u s del ins sub sup code pre blockquote br hr
   table tbody thead tfoot tr div span small time colgroup col caption dl dt dd cite q`.split(/\s+/u),
);

/** A body in storage format, drawn; one that cannot be read is shown as text with the reason. */
export function StorageBody({ value }: { readonly value: string }) {
  const parsed = useMemo(() => parseStorage(value), [value]);
  if (!parsed.ok) {
    return (
      <SectionMessage appearance="warning" title="This body is not well-formed storage format">
        <p>{parsed.problem}</p>
        <pre className="storage-source">{value}</pre>
      </SectionMessage>
    );
  }
  return <div className="storage-body">{drawNodes(parsed.nodes)}</div>;
}

function drawNodes(nodes: readonly StorageNode[]): ReactNode {
  return nodes.map((node, index) => (
    <Fragment key={index}>{node.type === 'text' ? node.text : drawElement(node)}</Fragment>
  ));
}

function drawElement(element: StorageElement): ReactNode {
  const { name } = element;
  if (PLAIN_ELEMENTS.has(name)) {
    return element.children.length === 0
      ? createElement(name)
      : createElement(name, {}, drawNodes(element.children));
  }
  const draw = special[name];
  return draw === undefined ? <UnknownElement element={element} /> : draw(element);
}

const special: Readonly<Record<string, (element: StorageElement) => ReactNode>> = {
  a: (element) => {
    const href = safeAddress(element.attributes['href']);
    return href === undefined ? (
      <span>{drawNodes(element.children)}</span>
    ) : (
      <a href={href} rel="noreferrer">
        {drawNodes(element.children)}
      </a>
    );
  },
  th: (element) => <th {...spans(element)}>{drawNodes(element.children)}</th>,
  td: (element) => <td {...spans(element)}>{drawNodes(element.children)}</td>,
  'ac:link': drawLink,
  'ac:image': drawImage,
  'ac:emoticon': (element) => element.attributes['ac:emoji-fallback'] ?? element.attributes['ac:name'] ?? '',
  'ac:task-list': (element) => <ul className="storage-tasks">{drawNodes(element.children)}</ul>,
  'ac:task': drawTask,
  'ac:structured-macro': (element) => drawMacro(element, drawNodes),
  'ac:layout': (element) => <div>{drawNodes(element.children)}</div>,
  'ac:layout-section': (element) => <div className="storage-layout">{drawNodes(element.children)}</div>,
  'ac:layout-cell': (element) => <div>{drawNodes(element.children)}</div>,
  'ac:inline-comment-marker': (element) => <mark>{drawNodes(element.children)}</mark>,
  'ac:placeholder': (element) => <em className="storage-placeholder">{drawNodes(element.children)}</em>,
};

function drawLink(element: StorageElement): ReactNode {
  const user = childNamed(element, 'ri:user');
  if (user !== undefined) return <Mention accountId={user.attributes['ri:account-id'] ?? ''} />;
  const body = childNamed(element, 'ac:link-body') ?? childNamed(element, 'ac:plain-text-link-body');
  const page = childNamed(element, 'ri:page');
  const text = body === undefined ? (page?.attributes['ri:content-title'] ?? 'link') : textOf(body);
  return <span className="storage-link">{text}</span>;
}

function drawImage(element: StorageElement): ReactNode {
  const file = childNamed(element, 'ri:attachment')?.attributes['ri:filename'];
  const address = childNamed(element, 'ri:url')?.attributes['ri:value'];
  return (
    <span className="storage-macro-label">
      Image: {element.attributes['ac:alt'] ?? file ?? address ?? 'unnamed'}
    </span>
  );
}

function drawTask(element: StorageElement): ReactNode {
  const localId = childNamed(element, 'ac:task-id');
  const status = childNamed(element, 'ac:task-status');
  const body = childNamed(element, 'ac:task-body');
  return (
    <TaskItem
      localId={localId === undefined ? undefined : textOf(localId)}
      isDone={status !== undefined && textOf(status) === 'complete'}
    >
      {body === undefined ? null : drawNodes(body.children)}
    </TaskItem>
  );
}

function spans(element: StorageElement): { colSpan?: number; rowSpan?: number } {
  const colSpan = Number(element.attributes['colspan']);
  const rowSpan = Number(element.attributes['rowspan']);
  return { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}

function UnknownElement({ element }: { readonly element: StorageElement }) {
  return (
    <span className="storage-unknown">
      <span className="storage-macro-label">{element.name}</span>
      {drawNodes(element.children)}
    </span>
  );
}
