import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkIban } from '../src/iban.js';

describe('an IBAN', () => {
  const cases: [string, string, boolean][] = [
    ['DE89370400440532013000', 'DE', true],
    ['GB82 WEST 1234 5698 7654 32', 'GB', true],
    ['ch9300762011623852957', 'CH', true],
    ['DE89370400440532013001', 'DE', false],
    ['DE98370400440532013000', 'DE', false],
    ['DE89', 'DE', false],
    ['', '', false],
  ];
  for (const [text, country, valid] of cases) {
    it(`"${text}" is ${valid ? 'right' : 'wrong'}`, () => {
      assert.deepEqual(checkIban(text), { country, valid });
    });
  }
});
