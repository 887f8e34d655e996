// The area for files: choose, drop, and what is ready to be saved. It must not know what a rule is.

import { readFile } from './read-file';
import { words } from './wording';

export interface FilesArea {
  readonly element: HTMLElement;
  /** Offers a text as a file, and starts its download. */
  readonly offer: (name: string, text: string) => void;
  readonly dispose: () => void;
}

/** What the area reports. */
export interface FilesListener {
  readonly opened: (name: string, text: string) => void;
  readonly refused: (name: string, reason: string) => void;
  /** A sentence for people who cannot see what happened. */
  readonly say: (text: string) => void;
}

/** Makes the area. */
export function createFilesArea(listener: FilesListener): FilesArea {
  const element = document.createElement('div');
  const drop = document.createElement('div');
  drop.className = 'drop';
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'file';
  input.accept = '.json,application/json';
  const label = document.createElement('label');
  label.className = 'button';
  label.htmlFor = input.id;
  label.textContent = words.choose;
  const hint = document.createElement('span');
  hint.textContent = words.orDrop;
  drop.append(input, label, hint);
  const downloads = document.createElement('ul');
  downloads.className = 'downloads';
  element.append(drop, downloads);
  let address: string | undefined;

  async function take(files: FileList | null | undefined): Promise<void> {
    const file = files?.[0];
    if (file === undefined) return;
    const text = await readFile(file);
    if (text.ok) {
      listener.say(words.opened(file.name));
      listener.opened(file.name, text.value);
    } else {
      listener.say(`${words.refused(file.name)} ${text.error}`);
      listener.refused(file.name, text.error);
    }
  }

  input.addEventListener('change', () => {
    void take(input.files).finally(() => {
      // So that choosing the same file again, after it was edited, is a change too.
      input.value = '';
    });
  });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => {
    drop.classList.remove('over');
  });
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    const files = event.dataTransfer?.files;
    if ((files?.length ?? 0) > 1) listener.say(words.severalFiles);
    void take(files);
  });

  function release(): void {
    if (address !== undefined) URL.revokeObjectURL(address);
    address = undefined;
  }

  return {
    element,
    offer(name, text) {
      release();
      address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      const link = document.createElement('a');
      link.className = 'button';
      link.href = address;
      link.download = name;
      link.textContent = words.save(name);
      const item = document.createElement('li');
      item.append(link);
      downloads.replaceChildren(item);
      listener.say(words.ready(name));
      // The link stays, because a browser may refuse a download that no click in this window began.
      link.click();
    },
    dispose: release,
  };
}
