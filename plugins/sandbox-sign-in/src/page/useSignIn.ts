import { IdentityApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  forgetSignedInPersona,
  rememberPersona,
  SandboxAuthClient,
  SandboxIdentity,
  signedInPersona,
} from '../session';

/** Where a sign-in stands. */
export interface SignInState {
  /** The entity ref of who is being signed in. */
  inProgress?: string;
  error?: Error;
  signIn: (entityRef: string) => void;
}

/** Signs a persona in, and at once the one that this tab already is. */
export function useSignIn(
  client: SandboxAuthClient,
  onSuccess: (identity: IdentityApi) => void,
): SignInState {
  const [inProgress, setInProgress] = useState(signedInPersona);
  const [error, setError] = useState<Error>();
  const started = useRef(false);

  const signIn = useCallback(
    async (entityRef: string) => {
      setInProgress(entityRef);
      setError(undefined);
      try {
        const session = await client.signIn(entityRef);
        rememberPersona(entityRef);
        onSuccess(
          new SandboxIdentity({
            client,
            session,
            onSignOut: forgetSignedInPersona,
          }),
        );
      } catch (cause) {
        forgetSignedInPersona();
        setError(toError(cause));
        setInProgress(undefined);
      }
    },
    [client, onSuccess],
  );

  useEffect(() => {
    if (inProgress && !started.current) {
      signIn(inProgress);
    }
    started.current = true;
  }, [inProgress, signIn]);

  return { inProgress, error, signIn };
}
