/** localStorage without a browser. */
export class FakeStorage implements Storage {
  private readonly kept = new Map<string, string>();

  get length() {
    return this.kept.size;
  }

  clear() {
    this.kept.clear();
  }

  getItem(name: string) {
    return this.kept.get(name) ?? null;
  }

  key(index: number) {
    return [...this.kept.keys()][index] ?? null;
  }

  removeItem(name: string) {
    this.kept.delete(name);
  }

  setItem(name: string, value: string) {
    this.kept.set(name, value);
  }
}
