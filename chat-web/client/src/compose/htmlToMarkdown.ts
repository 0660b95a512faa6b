/** Nested deeper than this, elements are only read for their text. */
const MAX_DEPTH = 40;

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'IFRAME', 'OBJECT']);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const HEADING = /^H[1-6]$/;

type Mark = '**' | '_' | '~~' | '`';

/** Converts HTML to Markdown. The document is parsed without running scripts or loading anything. */
export function htmlToMarkdown(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return blocksOf(body, 0).join('\n\n').trim();
}

/** The blocks within an element, each in one or more lines. */
function blocksOf(parent: Node, depth: number): string[] {
  if (depth > MAX_DEPTH) return [collapsed(parent.textContent ?? '').trim()].filter(Boolean);
  const blocks: string[] = [];
  let line = '';
  const endLine = () => {
    const text = tidied(line);
    if (text) blocks.push(text);
    line = '';
  };
  for (const node of parent.childNodes) {
    if (isElement(node) && containsBlocks(node)) {
      endLine();
      blocks.push(...blocksFrom(node, depth + 1));
    } else {
      line += inline(node, new Set(), depth + 1);
    }
  }
  endLine();
  return blocks;
}

/** A document of a word processor can be wrapped in an inline element. */
function containsBlocks(element: Element) {
  if (SKIPPED.has(element.tagName.toUpperCase())) return false;
  return BLOCKS.has(element.tagName) || element.querySelector('p, div, ul, ol, pre, table, blockquote') !== null;
}

function blocksFrom(element: Element, depth: number): string[] {
  const { tagName } = element;
  if (tagName === 'HR') return [];
  if (tagName === 'PRE') return [codeBlock(element)];
  if (tagName === 'UL' || tagName === 'OL') return [list(element, depth)].filter(Boolean);
  if (tagName === 'TABLE') return [table(element)].filter(Boolean);
  const blocks = blocksOf(element, depth);
  if (HEADING.test(tagName)) return blocks.map((text) => wrapped(text.replaceAll('**', ''), '**'));
  if (tagName === 'BLOCKQUOTE') return [prefixed(blocks.join('\n\n'), '> ', '> ')].filter((text) => text !== '> ');
  return blocks;
}

function codeBlock(element: Element) {
  const text = (element.textContent ?? '').replace(/^\n|\n$/g, '');
  const named = /(?:^|\s)(?:language|lang)-([\w+#-]+)/.exec(
    `${element.className} ${element.querySelector('code')?.className ?? ''}`,
  );
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${named?.[1] ?? ''}\n${text}\n${fence}`;
}

function list(element: Element, depth: number): string {
  if (depth > MAX_DEPTH) return collapsed(element.textContent ?? '').trim();
  const first = Number(element.getAttribute('start') ?? 1);
  let number = Number.isInteger(first) ? first : 1;
  return [...element.children]
    .map((child) => {
      // Some editors put a nested list next to the item instead of into it.
      if (child.tagName === 'UL' || child.tagName === 'OL') return prefixed(list(child, depth + 1), '  ', '  ');
      const marker = element.tagName === 'OL' ? `${number++}. ` : '- ';
      return prefixed(blocksOf(child, depth + 1).join('\n'), marker, ' '.repeat(marker.length));
    })
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function table(element: Element): string {
  return [...element.querySelectorAll('tr')]
    .map((row) => [...row.children].map((cell) => collapsed(cell.textContent ?? '').trim()).join('\t'))
    .join('\n')
    .trim();
}

function prefixed(text: string, first: string, rest: string) {
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? first : rest) + line)
    .join('\n');
}

function inline(node: Node, marks: ReadonlySet<Mark>, depth: number): string {
  if (node.nodeType === Node.TEXT_NODE) return collapsed(node.textContent ?? '');
  if (!isElement(node) || SKIPPED.has(node.tagName.toUpperCase())) return '';
  if (node.tagName === 'BR') return '\n';
  if (node.tagName === 'IMG') return node.getAttribute('alt') ?? '';
  if (depth > MAX_DEPTH) return collapsed(node.textContent ?? '');
  const own = marksOf(node).filter((mark) => !marks.has(mark) && !marks.has('`'));
  const within = new Set([...marks, ...own]);
  const text = [...node.childNodes].map((child) => inline(child, within, depth + 1)).join('');
  const marked = own.reduce((inner, mark) => wrapped(inner, mark), text);
  return node.tagName === 'A' ? link(node, marked) : marked;
}

/** The formatting of an element: by its name, or by its style as word processors write it. */
function marksOf(element: Element): Mark[] {
  const style = element.getAttribute('style')?.toLowerCase() ?? '';
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
  const isNormal = weight !== undefined && /^(?:normal|[1-4]00)$/.test(weight);
  const marks: Mark[] = [];
  if (/^(?:CODE|TT|KBD|SAMP)$/.test(element.tagName)) return ['`'];
  if ((/^(?:B|STRONG)$/.test(element.tagName) && !isNormal) || /^(?:bold|[6-9]00)$/.test(weight ?? ''))
    marks.push('**');
  if ((/^(?:I|EM)$/.test(element.tagName) && !/font-style:\s*normal/.test(style)) || /font-style:\s*italic/.test(style))
    marks.push('_');
  if (/^(?:S|DEL|STRIKE)$/.test(element.tagName) || /text-decoration[^;]*line-through/.test(style)) marks.push('~~');
  return marks;
}

/** Markers must touch the text that they format. */
function wrapped(text: string, mark: Mark): string {
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}${mark}${inner}${mark}${text.slice(start + inner.length)}`;
}

function link(element: Element, text: string): string {
  const href = element.getAttribute('href') ?? '';
  const shown = text.trim();
  if (!/^(?:https?|mailto):/i.test(href) || shown === '') return text;
  if (shown === href || `mailto:${shown}` === href) return text;
  const target = /[()\s]/.test(href) ? `<${href}>` : href;
  return text.replace(shown, () => `[${shown}](${target})`);
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const collapsed = (text: string) => text.replace(/[ \t\n\r\f]+/g, ' ');

const tidied = (text: string) => text.replace(/ *\n */g, '\n').trim();
