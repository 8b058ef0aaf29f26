import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig(
  // Browser code has its own compiler settings and is checked by its own build; *.cjs is the Jest transform.
  { ignores: ['**/dist/', '**/node_modules/', 'apps/web/', '**/*.cjs', '**/coverage/', 'test/.output/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,mts}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // A promise that nobody awaits is a booking that nobody confirms.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Nest modules and marker tokens are classes without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      // Interfaces decide what is async; an implementation need not await.
      '@typescript-eslint/require-await': 'off',
      // A transaction's functions are closures and may be handed on.
      '@typescript-eslint/unbound-method': 'off',
      // What was caught is thrown on, typed as far as it was looked at.
      '@typescript-eslint/only-throw-error': 'off',
      // Cents are a branded bigint, which the rule does not see through.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // A cast of an untyped answer says what we expect, also where inference would come to the same.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      // Answers of the API are read as `any` on purpose: a test states what it expects of them.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
