// The account ids that a UserPicker hands over. UI Kit's type names one user; with `isMulti` a list arrives, and
// nothing when the choice was cleared.

/** None, one or several account ids. */
export function userIdsOf(picked: unknown): readonly string[] {
  const users: readonly unknown[] = Array.isArray(picked) ? picked : [picked];
  return users.flatMap((user) =>
    typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string' ? [user.id] : [],
  );
}
