// stub
export function AdminPage() {
  return null;
}
