import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import properties from 'highlight.js/lib/languages/properties';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const languages = {
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  kotlin,
  properties,
  python,
  rust,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** A piece of code; `scope` is the class of highlight.js, such as `hljs-keyword`. */
export interface CodePiece {
  scope?: string;
  text: string;
}

/** The output of highlight.js: text with escaped characters in nested `span`s. */
const OUTPUT = /<span class="([^"]*)">|(<\/span>)|([^<]+)/g;

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Undefined if the language is unknown. The text of all pieces together is the code. */
export function highlight(code: string, language: string): CodePiece[] | undefined {
  if (!hljs.getLanguage(language)) return undefined;
  const { value } = hljs.highlight(code, { language, ignoreIllegals: true });
  const scopes: string[] = [];
  const pieces: CodePiece[] = [];
  for (const [, opened, closed, text] of value.matchAll(OUTPUT)) {
    if (opened !== undefined) scopes.push(opened);
    else if (closed !== undefined) scopes.pop();
    else if (text !== undefined) pieces.push({ scope: scopes.at(-1), text: unescaped(text) });
  }
  return pieces;
}

function unescaped(text: string) {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => characters[name] ?? whole);
}
