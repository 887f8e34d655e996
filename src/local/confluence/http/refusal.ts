// A request that Confluence would answer with an error. It is thrown, because a throw is what undoes the
// open transaction of the store; the router alone catches it and writes it in the form of the API's version.

/** Error statuses that the site answers with. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 501;

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  /** Java's exception class that v1 puts before its messages. */
  readonly exception: string;

  constructor(status: RefusalStatus, message: string, exception = EXCEPTIONS[status]) {
    super(message);
    this.status = status;
    this.exception = exception;
  }
}

const PACKAGE = 'com.atlassian.confluence.api.service.exceptions';

const EXCEPTIONS: { readonly [S in RefusalStatus]: string } = {
  400: `${PACKAGE}.BadRequestException`,
  401: `${PACKAGE}.NotAuthenticatedException`,
  403: `${PACKAGE}.PermissionException`,
  404: `${PACKAGE}.NotFoundException`,
  405: `${PACKAGE}.MethodNotAllowedException`,
  409: `${PACKAGE}.ConflictException`,
  413: `${PACKAGE}.RequestTooLargeException`,
  501: `${PACKAGE}.NotImplementedServiceException`,
};

/** Codes of v2's error objects. */
const CODES: { readonly [S in RefusalStatus]: string } = {
  400: 'INVALID_REQUEST_PARAMETER',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  501: 'NOT_IMPLEMENTED',
};

/** The error body of REST v2. */
export function toV2Error(refusal: Refusal): object {
  const { status, message } = refusal;
  return { errors: [{ status, code: CODES[status], title: message, detail: null }] };
}

/** The error body of REST v1. */
export function toV1Error(refusal: Refusal): object {
  return {
    statusCode: refusal.status,
    data: { authorized: refusal.status !== 403, valid: true, errors: [], successful: false },
    message: `${refusal.exception}: ${refusal.message}`,
  };
}

/** What v2 says when there is nothing, or nothing that the caller may see. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, message);
}
