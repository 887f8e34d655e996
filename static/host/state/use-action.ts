// One way to do something on the site: runs it, reads everything again, and shows a refusal as a flag with
// the server's words. It must not know what is done.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from '../ui/flags';

/** Something a person does; `run` resolves to whether it worked. */
export interface Action<TArguments extends readonly unknown[]> {
  readonly run: (...given: TArguments) => Promise<boolean>;
  readonly isRunning: boolean;
}

/** Wraps `work`; `failure` is the flag's title when it is refused, such as "Could not add the label". */
export function useAction<TArguments extends readonly unknown[]>(
  failure: string,
  work: (...given: TArguments) => Promise<unknown>,
): Action<TArguments> {
  const queries = useQueryClient();
  const notify = useNotify();
  const [running, setRunning] = useState(0);
  const run = async (...given: TArguments): Promise<boolean> => {
    setRunning((count) => count + 1);
    try {
      await work(...given);
      await queries.invalidateQueries();
      return true;
    } catch (error) {
      notify({
        appearance: 'error',
        title: failure,
        description: error instanceof Error ? error.message : String(error),
      });
      return false;
    } finally {
      setRunning((count) => count - 1);
    }
  };
  return { run, isRunning: running > 0 };
}
