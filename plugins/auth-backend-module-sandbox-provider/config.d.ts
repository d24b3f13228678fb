export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in without a password, as one of the listed people. For
       * development and demonstrations only.
       */
      sandbox?: {
        /** The people who can be chosen, in the order in which they are shown. */
        personas: Array<{
          /** A user of the catalog, such as `user:default/mia.kowalski`. */
          entityRef: string;
          /** What this person can do in the portal, in one or two sentences. */
          description?: string;
        }>;
        /**
         * Allows sign-in without a password also where NODE_ENV or
         * `auth.environment` is not `development`. Everybody who can open the
         * portal can then be any of the people above.
         */
        dangerouslyAllowOutsideDevelopment?: boolean;
      };
    };
  };
}
