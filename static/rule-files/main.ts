// The Custom UI resource that the admin page shows in its Frame: does what the page's messages say and reports
// what a person did. It never calls the app's resolver: the page does.

import { events, view } from '@forge/bridge';
import { FROM_FRAME, TO_FRAME, parseFrameCommand } from '../../src/core/admin/frame-protocol';
import type { FrameCommand, FrameReport } from '../../src/core/admin/frame-protocol';
import { createFilesArea } from './files-area';
import { createJsonEditor } from './json-editor';
import type { FilesArea } from './files-area';
import type { JsonEditor } from './json-editor';

const stage = document.querySelector('#stage');
const announcement = document.querySelector('#announcement');

let files: FilesArea | undefined;
let editor: JsonEditor | undefined;

function report(message: FrameReport): void {
  void events.emit(FROM_FRAME, message);
}

function say(text: string): void {
  if (announcement !== null) announcement.textContent = text;
}

function showFiles(): FilesArea {
  editor?.dispose();
  editor = undefined;
  files ??= createFilesArea({
    opened: (name, text) => {
      report({ type: 'file-opened', name, text });
    },
    refused: (name, reason) => {
      report({ type: 'file-refused', name, reason });
    },
    say,
  });
  stage?.replaceChildren(files.element);
  return files;
}

function showEditor(command: Extract<FrameCommand, { type: 'show-editor' }>): void {
  files?.dispose();
  files = undefined;
  editor?.dispose();
  const { session, text, ...names } = command;
  editor = createJsonEditor(text, names, (changed) => {
    report({ type: 'edited', session, text: changed });
  });
  stage?.replaceChildren(editor.element);
  say('');
}

function obey(command: FrameCommand): void {
  switch (command.type) {
    case 'show-files':
      showFiles();
      return;
    case 'show-editor':
      showEditor(command);
      return;
    case 'download':
      (files ?? showFiles()).offer(command.name, command.text);
  }
}

async function start(): Promise<void> {
  // Without theming, as in a product that has none, the style sheet's own colours hold.
  await view.theme.enable().catch(() => undefined);
  const subscription = await events.on(TO_FRAME, (payload: unknown) => {
    const command = parseFrameCommand(payload);
    if (command !== undefined) obey(command);
  });
  // The page takes the Frame away and shows it again: a window that is gone must not go on listening.
  window.addEventListener('pagehide', () => {
    subscription.unsubscribe();
  });
  report({ type: 'ready' });
}

void start();
