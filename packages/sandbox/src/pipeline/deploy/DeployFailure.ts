/** What can't be deployed, and why; the message is for the team. */
export class DeployFailure extends Error {
  override name = 'DeployFailure';
}
