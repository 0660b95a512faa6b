/** localStorage in memory. */
export class FakeStorage implements Storage {
  private readonly entries = new Map<string, string>();

  get length() {
    return this.entries.size;
  }

  clear() {
    this.entries.clear();
  }

  getItem(name: string) {
    return this.entries.get(name) ?? null;
  }

  key(index: number) {
    return [...this.entries.keys()][index] ?? null;
  }

  removeItem(name: string) {
    this.entries.delete(name);
  }

  setItem(name: string, value: string) {
    this.entries.set(name, value);
  }
}
