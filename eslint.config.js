import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const never = (selector, message) => ({ selector, message });

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'scripts/**', 'eslint.config.js'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 250],
      complexity: ['error', 10],
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipComments: true, skipRegExps: true }], // 全角空白 is Japanese
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off', // ports are promises by contract
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['src/{domain,flows,cards}/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        never("CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/]", 'Time is a parameter: take `now: Instant`.'),
        never("NewExpression[callee.name='Date'], CallExpression[callee.object.name='Date']", 'Time is a parameter: take `now: Instant`.'),
        never("CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Chance is a parameter.'),
        never("MemberExpression[object.name='process'], MemberExpression[object.name='console']", 'Only entry points and adapters touch the process.'),
        never('TSEnumDeclaration, ClassDeclaration', 'Plain data and functions here.'),
      ],
    },
  },
  { files: ['test/**'], rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
);
