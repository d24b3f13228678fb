import { useCallback, useEffect, useState } from 'react';
import { toError } from '@backstage/errors';
import { Persona, SandboxAuthClient } from '../session';

/** How long until the catalog is asked again for people whom it hasn't read yet. */
const RETRY_MS = 2_000;

/** What is known of the people who can be chosen. */
export interface PersonasState {
  personas?: Persona[];
  error?: Error;
  retry: () => void;
}

/**
 * Asks whom one can be, and again while the catalog hasn't read all of them:
 * after a first start that takes some seconds.
 */
export function usePersonas(client: SandboxAuthClient): PersonasState {
  const [state, setState] = useState<Omit<PersonasState, 'retry'>>({});
  const [attempt, setAttempt] = useState(0);
  const next = useCallback(() => setAttempt(n => n + 1), []);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    client.listPersonas().then(
      personas => {
        if (gone) {
          return;
        }
        setState({ personas });
        if (personas.some(persona => !persona.inCatalog)) {
          timer = setTimeout(next, RETRY_MS);
        }
      },
      error => {
        if (!gone) {
          setState({ error: toError(error) });
        }
      },
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, attempt, next]);

  const retry = useCallback(() => {
    setState({});
    next();
  }, [next]);

  return { ...state, retry };
}
