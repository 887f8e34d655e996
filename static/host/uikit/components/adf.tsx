// AdfRenderer: documents in Atlassian's format, drawn simply. A kind of node that is not known shows its name.

import AtlaskitLozenge from '@atlaskit/lozenge';
import AtlaskitSectionMessage from '@atlaskit/section-message';
import { createElement } from 'react';
import type { ReactNode } from 'react';
import { Mention } from '../../storage/mention';
import { safeAddress } from '../../storage/safe-address';
import { TaskItem } from '../../storage/task-item';
import { Unknown } from '../draw';
import { wordOf } from '../node-props';
import type { NodeProps } from '../node-props';

type Attributes = Readonly<Record<string, unknown>>;
type Draw = (children: ReactNode, attributes: Attributes) => ReactNode;

/** Draws `AdfRenderer`. */
export function AdfRenderer({ node }: NodeProps) {
  return <div className="storage-body">{drawAdf(node.props['document'])}</div>;
}

const NODES: Readonly<Record<string, Draw>> = {
  doc: (children) => children,
  paragraph: (children) => <p>{children}</p>,
  heading: (children, { level }) =>
    createElement(`h${Math.min(6, Math.max(1, Number(level ?? 1)))}`, {}, children),
  bulletList: (children) => <ul>{children}</ul>,
  orderedList: (children) => <ol>{children}</ol>,
  listItem: (children) => <li>{children}</li>,
  blockquote: (children) => <blockquote>{children}</blockquote>,
  codeBlock: (children) => <pre className="storage-code">{children}</pre>,
  rule: () => <hr />,
  hardBreak: () => <br />,
  table: (children) => (
    <table>
      <tbody>{children}</tbody>
    </table>
  ),
  tableRow: (children) => <tr>{children}</tr>,
  tableHeader: (children) => <th>{children}</th>,
  tableCell: (children) => <td>{children}</td>,
  panel: (children, { panelType }) => (
    <AtlaskitSectionMessage appearance={PANELS[String(panelType)] ?? 'information'}>
      {children}
    </AtlaskitSectionMessage>
  ),
  expand: (children, { title }) => (
    <details>
      <summary>{wordOf(title)}</summary>
      {children}
    </details>
  ),
  mention: (_children, { id }) => <Mention accountId={wordOf(id)} />,
  emoji: (_children, { text, shortName }) => wordOf(text ?? shortName),
  status: (_children, { text }) => <AtlaskitLozenge>{wordOf(text)}</AtlaskitLozenge>,
  date: (_children, { timestamp }) => new Date(Number(timestamp)).toLocaleDateString('en-US'),
  inlineCard: (_children, { url }) => <AdfLink href={url}>{wordOf(url)}</AdfLink>,
  taskList: (children) => <ul className="storage-tasks">{children}</ul>,
  taskItem: (children, { state }) => (
    <TaskItem localId={undefined} isDone={state === 'DONE'}>
      {children}
    </TaskItem>
  ),
};

const PANELS: Readonly<Record<string, 'information' | 'warning' | 'error' | 'success' | 'discovery'>> = {
  note: 'discovery',
  warning: 'warning',
  error: 'error',
  success: 'success',
};

function drawAdf(node: unknown): ReactNode {
  if (!isRecord(node)) return null;
  const type = String(node['type']);
  if (type === 'text') return drawMarks(wordOf(node['text']), node['marks']);
  const draw = Object.hasOwn(NODES, type) ? NODES[type] : undefined;
  if (draw === undefined) return <Unknown what={`Unknown document node: ${type}`} />;
  const content: readonly unknown[] = Array.isArray(node['content']) ? node['content'] : [];
  const children = content.map((child, index) => <AdfNode key={index} node={child} />);
  return draw(children.length === 0 ? null : children, isRecord(node['attrs']) ? node['attrs'] : {});
}

function AdfNode({ node }: { readonly node: unknown }) {
  return <>{drawAdf(node)}</>;
}

function drawMarks(text: string, marks: unknown): ReactNode {
  const list: readonly unknown[] = Array.isArray(marks) ? marks : [];
  return list.reduce<ReactNode>((inner, mark) => {
    if (!isRecord(mark)) return inner;
    const attributes = isRecord(mark['attrs']) ? mark['attrs'] : {};
    switch (mark['type']) {
      case 'strong':
        return <strong>{inner}</strong>;
      case 'em':
        return <em>{inner}</em>;
      case 'code':
        return <code>{inner}</code>;
      case 'strike':
        return <s>{inner}</s>;
      case 'underline':
        return <u>{inner}</u>;
      case 'link':
        return <AdfLink href={attributes['href']}>{inner}</AdfLink>;
      default:
        return inner;
    }
  }, text);
}

function AdfLink({ href, children }: { readonly href: unknown; readonly children: ReactNode }) {
  const address = safeAddress(typeof href === 'string' ? href : undefined);
  return address === undefined ? <span>{children}</span> : <a href={address}>{children}</a>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
