import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const react = {
  group: ['react', 'react-dom', 'react/*', 'react-dom/*'],
  message: 'This layer knows nothing of React.',
};

/** Arrows go one way: protocol <- connection <- state <- features; ui, a11y and i18n stand beside. */
function wall(folder, forbidden, message, more = []) {
  const group = forbidden.map((name) => `**/${name}/**`);
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.*'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group, message }, ...more] }],
    },
  };
}

export default tseslint.config(
  { ignores: ['node_modules', 'eslint.config.js'] },
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
  wall('text', ['protocol', 'connection', 'state', 'features', 'ui', 'a11y', 'i18n'], 'text knows nobody.', [react]),
  wall('protocol', ['connection', 'state', 'features', 'ui', 'a11y', 'i18n'], 'protocol knows nobody.', [react]),
  wall('connection', ['state', 'features', 'ui', 'a11y', 'i18n'], 'connection knows protocol only.', [react]),
  wall('state', ['features', 'ui', 'a11y', 'i18n'], 'state knows connection and protocol only.', [react]),
  wall('ui', ['connection', 'state', 'features'], 'ui shows what it is given.'),
  wall('features', ['connection'], 'features reach the server through state.'),
  {
    files: ['src/features/**', 'src/ui/**', 'src/a11y/**'],
    ignores: ['**/*.test.*'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'],
    },
  },
);
