import { expect, it } from 'vitest';

it('the core is tested where no text can become code', () => {
  expect(process.execArgv).toContain('--disallow-code-generation-from-strings');
  expect(() => Reflect.construct(Function, ['return 1']) as unknown).toThrow(EvalError);
});
