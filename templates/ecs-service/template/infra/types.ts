export interface Settings {
  /** Also what its image repository is called, and its address begins with. */
  name: string;
  /** The team, as the catalog calls it. */
  owner: string;
  /** Who reaches the load balancer: the company's networks, or everybody. */
  exposure: 'internal' | 'public';
  dataClass: 'internal' | 'confidential';
  /** Whose tokens are accepted, and what they have to be made out for. */
  jwtIssuer: string;
  jwtAudience: string;
}
