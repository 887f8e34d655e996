// Reads of the fields that rules are mostly about, each written out. The engine remembers for each place in the source
// where a property was found; one loop for all paths has just one such place, and costs two to three times as much.
// Each must be what `readSteps` is for its path.

/** Every step of the paths below. */
type Step =
  | ('event' | 'space' | 'actor' | 'content' | 'label' | 'attachment' | 'author' | 'container' | 'version')
  | (
      | 'history'
      | 'type'
      | 'action'
      | 'key'
      | 'name'
      | 'accountId'
      | 'accountType'
      | 'id'
      | 'title'
      | 'subType'
    )
  | ('status' | 'labels' | 'number' | 'createdDate' | 'mediaType' | 'fileSize');

/** Facts are whatever was delivered; every step may be missing or of any type. */
type Loose = { readonly [Name in Step]?: Loose } | undefined;

/** The value at a path, undefined where there is none. */
type NamedRead = (event: { readonly facts: Loose }) => unknown;

/** By path. Any other path is read step by step. */
export const NAMED_READS: ReadonlyMap<string, NamedRead> = new Map<string, NamedRead>([
  ['event.type', ({ facts }) => facts?.event?.type],
  ['event.action', ({ facts }) => facts?.event?.action],
  ['space.key', ({ facts }) => facts?.space?.key],
  ['space.name', ({ facts }) => facts?.space?.name],
  ['space.type', ({ facts }) => facts?.space?.type],
  ['actor.accountId', ({ facts }) => facts?.actor?.accountId],
  ['actor.accountType', ({ facts }) => facts?.actor?.accountType],
  ['content.id', ({ facts }) => facts?.content?.id],
  ['content.title', ({ facts }) => facts?.content?.title],
  ['content.type', ({ facts }) => facts?.content?.type],
  ['content.subType', ({ facts }) => facts?.content?.subType],
  ['content.status', ({ facts }) => facts?.content?.status],
  ['content.labels', ({ facts }) => facts?.content?.labels],
  ['content.author.accountId', ({ facts }) => facts?.content?.author?.accountId],
  ['content.container.title', ({ facts }) => facts?.content?.container?.title],
  ['content.container.type', ({ facts }) => facts?.content?.container?.type],
  ['content.version.number', ({ facts }) => facts?.content?.version?.number],
  ['content.history.createdDate', ({ facts }) => facts?.content?.history?.createdDate],
  ['label.name', ({ facts }) => facts?.label?.name],
  ['attachment.title', ({ facts }) => facts?.attachment?.title],
  ['attachment.mediaType', ({ facts }) => facts?.attachment?.mediaType],
  ['attachment.fileSize', ({ facts }) => facts?.attachment?.fileSize],
]);
