/** Where a portal is, and who asks it. */
export interface PortalAccess {
  /** The address of its API, without a slash at its end. */
  portal: string;
  token: string;
}
