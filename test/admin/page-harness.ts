// Opens the real admin page through the real @forge/react reconciler, against a pretended bridge whose resolver
// is the real use cases over in-memory ports. What the page would draw is read from its ForgeDoc.

import { vi } from 'vitest';
import { ADMIN_CALLS } from '../../src/core/admin/calls';
import { tabIndexOf } from '../../src/admin/page/tabs';
import type { TABS } from '../../src/admin/page/tabs';
import { FROM_FRAME, TO_FRAME } from '../../src/core/admin/frame-protocol';
import type { AdminApi } from '../../src/core/admin/api';
import type { FrameReport } from '../../src/core/admin/frame-protocol';
import type { FakePorts } from '../support/fake-ports';

/** A node of the ForgeDoc, as the product gets it. */
export interface Node {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly Node[];
}

export interface Call {
  readonly name: string;
  readonly payload: unknown;
}

export interface OpenPage {
  /** Everything that is written on the page, one line for each piece of text. */
  text(): string;
  /** Every node of a type, in order. */
  all(type: string): readonly Node[];
  /** The button with this caption. */
  button(caption: string): Node;
  /** The control of the field with this label. */
  field(label: string): Node;
  click(caption: string): void;
  showTab(tab: (typeof TABS)[number][0]): void;
  type(label: string, text: string): void;
  pick(label: string, ...values: readonly string[]): void;
  check(label: string, on: boolean): void;
  readonly calls: readonly Call[];
  readonly flags: readonly { readonly title: string; readonly type: string }[];
  /** Commands that went to the Frame. */
  readonly commands: readonly Readonly<Record<string, unknown>>[];
  report(message: FrameReport): void;
  /** Makes the next calls of this name answer so. */
  /** Addresses that the app may reach, and whether the administrator confirms what is asked. */
  readonly egress: { allowed: string[]; confirms: boolean };
  refuseNext(name: keyof AdminApi, answer: unknown): void;
  /** Waits until `done` holds for what is on the page. */
  until(done: () => unknown): Promise<void>;
}

type Resolver = Readonly<Record<string, (payload: never) => unknown>>;

const ADMIN = 'admin-account';

/** The bridge of the page opened last: @forge/bridge takes `callBridge` once, when it is loaded. */
let current: Resolver = {};
const callBridge = (command: string, data: unknown): Promise<unknown> => {
  const handle = current[command];
  return handle === undefined
    ? Promise.reject(new Error(`The page used an unexpected bridge command: ${command}`))
    : Promise.resolve(handle(data as never));
};

/** Documents of pages opened before: what they still draw is nobody's concern. */
const retired = new WeakSet<Node>();
let retire: () => void = () => undefined;

/** Opens a page of its own: our modules are loaded anew, those of Forge stay. */
export async function openPage(ports: FakePorts): Promise<OpenPage> {
  retire();
  let root: Node | undefined;
  retire = () => {
    if (root !== undefined) retired.add(root);
  };
  const calls: Call[] = [];
  const flags: { title: string; type: string }[] = [];
  const commands: Record<string, unknown>[] = [];
  const refusals = new Map<string, unknown[]>();
  const listeners: ((payload: unknown) => void)[] = [];
  const resolver = createResolver(ports);

  const bridge: Resolver = {
    reconcile({ forgeDoc }: { forgeDoc: Node }) {
      if (!retired.has(forgeDoc)) root = forgeDoc;
    },
    async invoke({ functionKey, payload }: { functionKey: string; payload: unknown }) {
      const sent = overTheWire(payload);
      calls.push({ name: functionKey, payload: sent });
      const refused = refusals.get(functionKey)?.shift();
      if (refused instanceof Error) throw refused;
      if (refused !== undefined) return refused;
      return overTheWire(await resolver[functionKey]?.(sent as never));
    },
    showFlag: (flag: { title: string; type: string }) => void flags.push(flag),
    emit: ({ event, payload }: { event: string; payload: Record<string, unknown> }) =>
      event === TO_FRAME ? void commands.push(payload) : undefined,
    on({ event, callback }: { event: string; callback: (payload: unknown) => void }) {
      if (event === FROM_FRAME) listeners.push(callback);
      return { unsubscribe: () => undefined };
    },
  };
  const egress = { allowed: [] as string[], confirms: true };
  Object.assign(bridge, egressBridge(egress));
  current = bridge;
  // The reconciler looks for the bridge on `self`, which Node has not.
  Object.assign(globalThis, { self: globalThis, __bridge: { callBridge } });
  vi.resetModules();
  await import('../../src/admin/index');

  const page: OpenPage = {
    calls,
    flags,
    commands,
    egress,
    text: () => nodes(root).flatMap(ownText).join('\n'),
    all: (type) => nodes(root).filter((node) => node.type === type),
    button(caption) {
      const found = nodes(root).find(
        (node) => /Button$|^Pressable$/.test(node.type) && textIn(node) === caption,
      );
      if (found === undefined) throw new Error(`There is no button "${caption}" in:\n${page.text()}`);
      return found;
    },
    field: (label) => fieldOf(root, label),
    click(caption) {
      const { props } = page.button(caption);
      if (props['isDisabled'] === true) throw new Error(`The button "${caption}" is disabled.`);
      (props['onClick'] as () => void)();
    },
    showTab(tab) {
      (page.all('Tabs')[0]!.props['onChange'] as (index: number) => void)(tabIndexOf(tab));
    },
    type(label, text) {
      change(page.field(label), { target: { value: text, type: 'text' } });
    },
    pick(label, ...values) {
      const select = page.field(label);
      const options = values.map((value) => ({ label: value, value }));
      change(select, select.props['isMulti'] === true ? options : (options[0] ?? null));
    },
    check(label, on) {
      change(page.field(label), { target: { checked: on, type: 'checkbox' } });
    },
    report: (message) => listeners.forEach((hear) => hear(message)),
    refuseNext: (name, refusal) => refusals.set(name, [...(refusals.get(name) ?? []), refusal]),
    async until(done) {
      await vi.waitFor(
        () => {
          if (done() !== false) return;
          throw new Error(`It has not come about. The page shows:\n${page.text()}`);
        },
        { timeout: 30_000, interval: 5 },
      );
    },
  };
  await page.until(() => root !== undefined);
  return page;
}

/** `permissions.egress` as Confluence answers it: one group of addresses is enough here. */
function egressBridge(state: OpenPage['egress']): Resolver {
  interface Group {
    readonly key: string;
    readonly description: string;
    readonly configured: readonly { readonly domain: string; readonly type: readonly string[] }[];
  }
  let group: Group | undefined;
  const results = () => ({
    results: [
      {
        ...(group ?? { key: 'webhooks', description: '' }),
        configured: state.allowed.map((domain) => ({ domain, type: ['FETCH_BACKEND_SIDE'] })),
      },
    ],
  });
  return {
    __permission__egressGet: results,
    __permission__egressSet({ egresses }: { egresses: readonly Group[] }) {
      if (!state.confirms) throw new Error('Not approved.');
      group = egresses[0];
      state.allowed = group?.configured.map(({ domain }) => domain) ?? [];
      return results();
    },
    __permission__egressDeleteDomain({ domain }: { domain: string }) {
      state.allowed = state.allowed.filter((each) => each !== domain);
    },
  };
}

function createResolver(ports: FakePorts): Resolver {
  return Object.fromEntries(
    Object.entries(ADMIN_CALLS).map(([name, call]) => [
      name,
      (payload: unknown) => call(payload, { by: ADMIN, ports }),
    ]),
  );
}

/** What JSON does to a value between the page and the app. */
function overTheWire(value: unknown): unknown {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value));
}

function change(node: Node, event: unknown): void {
  (node.props['onChange'] as (event: unknown) => void)(event);
}

function nodes(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return [node, ...noElements(node), ...node.children.flatMap(nodes)];
}

/** Elements in props are not reconciled: the product could not draw them, nor call what is inside. */
function noElements(node: Node): readonly Node[] {
  for (const [name, value] of Object.entries(node.props)) {
    if (isElement(value)) throw new Error(`${node.type} has an element in its prop "${name}".`);
  }
  return [];
}

function isElement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$$typeof' in value;
}

/** Text that a node shows of itself: text nodes, and the props that components draw. */
function ownText(node: Node): readonly string[] {
  const { text, header, description, title, label } = node.props;
  const shown =
    node.type === 'String' || node.type === 'CodeBlock' ? [text] : [header, description, title, label];
  return shown.filter((piece) => typeof piece === 'string');
}

function textIn(node: Node): string {
  return nodes(node)
    .filter((inner) => inner.type === 'String')
    .map((inner) => inner.props['text'])
    .join('');
}

function fieldOf(root: Node | undefined, label: string): Node {
  const every = nodes(root);
  const own = every.find((node) => node.props['label'] === label && 'onChange' in node.props);
  if (own !== undefined) return own;
  const caption = every.find((node) => node.type === 'Label' && textIn(node) === label);
  const id = caption?.props['labelFor'];
  const found = every.find(
    (node) => id !== undefined && (node.props['id'] === id || node.props['inputId'] === id),
  );
  if (found === undefined) {
    throw new Error(`There is no field "${label}" in:\n${every.flatMap(ownText).join('\n')}`);
  }
  return found;
}
