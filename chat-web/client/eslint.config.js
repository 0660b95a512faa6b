import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The folders of src that each folder may import from, besides itself. Only folders with `react` may import React. */
const folders = {
  device: { uses: [] },
  text: { uses: [] },
  navigation: { uses: [] },
  protocol: { uses: ['text'] },
  connection: { uses: ['device', 'protocol'] },
  outbox: { uses: ['connection', 'protocol'] },
  state: { uses: ['connection', 'outbox', 'protocol'] },
  i18n: { uses: [] },
  parts: { uses: [], react: true },
  a11y: { uses: [], react: true },
  ui: { uses: ['a11y', 'device', 'i18n', 'parts'], react: true },
  markdown: { uses: ['i18n', 'parts', 'text'], react: true },
  emoji: { uses: ['device', 'i18n', 'parts', 'text'], react: true },
  files: { uses: ['connection', 'device', 'i18n', 'parts', 'protocol', 'ui'], react: true },
  previews: { uses: ['connection', 'device', 'i18n', 'parts', 'protocol', 'ui'], react: true },
  compose: { uses: ['device', 'emoji', 'i18n', 'markdown', 'parts', 'text', 'ui'], react: true },
  features: {
    uses: [
      'a11y',
      'compose',
      'device',
      'emoji',
      'files',
      'i18n',
      'markdown',
      'navigation',
      'parts',
      'previews',
      'protocol',
      'state',
      'text',
      'ui',
    ],
    react: true,
  },
};

/** The features that each feature may import from, besides itself. */
const features = {
  shared: [],
  auth: [],
  channels: ['directory', 'shared'],
  conversations: ['shared'],
  directory: ['shared'],
  filePanel: ['shared'],
  messages: ['shared'],
  operator: ['shared'],
  switcher: ['directory', 'shared'],
  views: ['shared'],
  chat: ['channels', 'conversations', 'filePanel', 'messages', 'shared', 'switcher', 'views'],
  app: ['auth', 'chat', 'operator', 'shared'],
};

const react = {
  group: ['react', 'react-dom', 'react/*', 'react-dom/*'],
  message: 'This folder must not depend on React.',
};

/** The default entry point of Zustand depends on React. */
const zustandHooks = { regex: '^zustand$', message: 'Use zustand/vanilla.' };

/** All installations of a host share them. */
const storage = ['localStorage', 'sessionStorage'].map((name) => ({
  name,
  message: 'Use localStore or tabStore of src/device.',
}));

/** What a dynamic import that fails would do: take the page away, or leave something out until a reload. */
const parts = [
  {
    selector: 'ImportExpression:not(CallExpression[callee.name=/^(lazyPart|loadPart|tryPart)$/] ImportExpression)',
    message: 'Use lazyPart, loadPart or tryPart of src/parts: they handle a part that cannot be loaded.',
  },
  { selector: 'ImportSpecifier[imported.name="lazy"]', message: 'Use lazyPart of src/parts.' },
];

function wall(files, patterns) {
  return {
    files: [`${files}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.*'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

function allExcept(names, from, uses) {
  const group = names.filter((name) => name !== from && !uses.includes(name)).map((name) => `**/${name}/**`);
  return group.length ? [{ group, message: `${from} may import from: ${uses.join(', ') || 'nothing else'}.` }] : [];
}

const forbiddenFolders = (folder) => allExcept([...Object.keys(folders), 'testing'], folder, folders[folder].uses);

const walls = [
  ...Object.keys(folders)
    .filter((folder) => folder !== 'features')
    .map((folder) =>
      wall(`src/${folder}`, [...forbiddenFolders(folder), ...(folders[folder].react ? [] : [react, zustandHooks])]),
    ),
  ...Object.entries(features).map(([feature, uses]) =>
    wall(`src/features/${feature}`, [
      ...forbiddenFolders('features'),
      ...allExcept(Object.keys(features), feature, uses),
    ]),
  ),
];

export default tseslint.config(
  { ignores: ['node_modules', 'eslint.config.js', 'compress.js', 'compress.d.ts', 'vite/*.js'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  ...walls,
  {
    files: ['src/**'],
    ignores: ['**/*.test.*', 'src/parts/**'],
    rules: { 'no-restricted-syntax': ['error', ...parts] },
  },
  {
    files: ['src/**'],
    ignores: ['**/*.test.*', 'src/device/**', 'src/testing/**'],
    rules: { 'no-restricted-globals': ['error', ...storage] },
  },
  {
    files: ['src/features/**', 'src/ui/**', 'src/a11y/**'],
    ignores: ['**/*.test.*'],
    rules: {
      'no-restricted-globals': ['error', ...storage, 'fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'],
    },
  },
);
