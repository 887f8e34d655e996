// stub
export function HostPages() {
  return null;
}
