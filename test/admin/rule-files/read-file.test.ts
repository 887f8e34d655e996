import { describe, expect, it } from 'vitest';
import { readFile } from '../../../static/rule-files/read-file';

function aFile(...parts: (string | Uint8Array<ArrayBuffer>)[]): File {
  return new File(parts, 'rules.json');
}

describe('read a chosen file', () => {
  it('reads UTF-8, and drops a byte order mark', async () => {
    expect(await readFile(aFile('{"name":"Grüße"}'))).toEqual({ ok: true, value: '{"name":"Grüße"}' });
    expect(await readFile(aFile(new Uint8Array([0xef, 0xbb, 0xbf]), '{}'))).toEqual({
      ok: true,
      value: '{}',
    });
  });

  it('refuses what is no text', async () => {
    for (const bytes of [
      new Uint8Array([0x89, 0x50, 0xff, 0xfe]),
      new Uint8Array([0x7b, 0x00, 0x7d, 0x00]),
    ]) {
      expect(await readFile(aFile(bytes))).toMatchObject({
        ok: false,
        error: expect.stringContaining('something else than text') as string,
      });
    }
  });

  it('refuses what is larger than one call carries, and says how large that is', async () => {
    expect(await readFile(aFile('x'.repeat(500_001)))).toMatchObject({
      ok: false,
      error: expect.stringContaining('500 kB') as string,
    });
  });

  it('says so when the file cannot be read', async () => {
    const gone = aFile('x');
    gone.arrayBuffer = () => Promise.reject(new Error('it was moved'));
    expect(await readFile(gone)).toEqual({ ok: false, error: 'It could not be read: it was moved.' });
  });
});
