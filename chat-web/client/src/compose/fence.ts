/** Whether the caret is in a fenced block: in its content, or at the end of the line that opens it. */
export function isInFence(text: string, caret: number): boolean {
  let fence: string | undefined;
  for (const line of text.slice(0, caret).split('\n')) {
    const run = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence === undefined) fence = run;
    else if (run?.startsWith(fence) && line.trim() === run) fence = undefined;
  }
  return fence !== undefined;
}
