/** An error that the caller is answered in AWS's form. */
export class AwsError extends Error {
  constructor(readonly code: string, message: string, readonly status = 400) {
    super(message);
    this.name = code;
  }
}

export const invalidParameters = (message: string) =>
  new AwsError('InvalidParametersException', message);

export const resourceNotFound = (message: string) =>
  new AwsError('ResourceNotFoundException', message);

export const accessDenied = (message: string) =>
  new AwsError('AccessDeniedException', message);
