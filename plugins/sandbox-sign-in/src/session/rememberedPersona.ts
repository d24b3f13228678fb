/**
 * What the browser remembers. A tab is one person until it signs out, so that
 * two tabs can be two people; the person chosen last is offered first.
 */
const SIGNED_IN = 'paved-road:sandbox:signed-in';
const LAST_CHOSEN = 'paved-road:sandbox:last-chosen';

/** The entity ref of who is signed in in this tab. */
export function signedInPersona(): string | undefined {
  return sessionStorage.getItem(SIGNED_IN) ?? undefined;
}

/** The entity ref of who was chosen last in this browser. */
export function lastChosenPersona(): string | undefined {
  return localStorage.getItem(LAST_CHOSEN) ?? undefined;
}

export function rememberPersona(entityRef: string) {
  sessionStorage.setItem(SIGNED_IN, entityRef);
  localStorage.setItem(LAST_CHOSEN, entityRef);
}

export function forgetSignedInPersona() {
  sessionStorage.removeItem(SIGNED_IN);
}
