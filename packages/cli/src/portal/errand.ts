/** What a portal is asked to do, in words for when it doesn't. */
export interface Errand {
  /** Follows `The portal doesn't let the token's owner`. */
  deed: string;
  /** Follows `The portal`. */
  refusal: string;
  /** What comes of it, after a comma. */
  consequence: string;
}

export const fetchErrand: Errand = {
  deed: 'read the rules',
  refusal: 'gives no bundle',
  consequence: 'so nothing was checked',
};

export const postErrand: Errand = {
  deed: 'post this result',
  refusal: "doesn't take the result",
  consequence: 'so what it judges is not known',
};
