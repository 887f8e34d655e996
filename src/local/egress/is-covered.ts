// Whether an egress address covers a URL, as Forge compares them. It must not know who has allowed the address.

/** Whether `address` (`*`, `https://a.example.com`, `*.example.com`) covers `url`. */
export function isCovered(url: URL, address: string): boolean {
  if (address === '*') return true;
  const scheme = /^(https?|wss?):\/\//.exec(address);
  if (scheme !== null && url.protocol !== `${scheme[1] ?? ''}:`) return false;
  const host = address.slice(scheme?.[0].length ?? 0).split('/')[0] ?? '';
  return host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
}
