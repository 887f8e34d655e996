// Media types in words, as events and REST name them.

/** `PNG Image` for `image/png`. */
export function describeMediaType(mediaType: string): string {
  const [kind = '', subtype = ''] = mediaType.split(';')[0]?.split('/') ?? [];
  if (kind === 'image') return `${subtype.replace(/\+.*$/, '').toUpperCase()} Image`;
  if (kind === 'text') return 'Text File';
  if (subtype === 'pdf') return 'PDF Document';
  if (subtype.includes('zip')) return 'Zip Archive';
  return 'File';
}
