export interface Content {
  title: string;
  note?: string;
}

/** Something that the caller has to change. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MAX_BYTES = 16 * 1024;

export function readId(id: string | undefined): string {
  if (!id || !/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/.test(id)) {
    throw new Refusal(
      400,
      'The id has to be 1 to 64 letters, digits, hyphens and underscores, a letter or digit first',
    );
  }
  return id;
}

export function readContent(
  body: string | undefined,
  isBase64Encoded = false,
): Content {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BYTES) {
    throw new Refusal(413, `The body has to be ${MAX_BYTES} bytes at most`);
  }
  const content = parse(bytes.toString('utf8'));
  const unknown = Object.keys(content).find(
    key => key !== 'title' && key !== 'note',
  );
  if (unknown !== undefined) {
    throw new Refusal(400, 'The body may have title and note, nothing else');
  }
  const title = readText(content, 'title', 120);
  if (title === undefined) {
    throw new Refusal(400, 'The body has to have a title');
  }
  const note = readText(content, 'note', 4000);
  return note === undefined ? { title } : { title, note };
}

function parse(text: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body has to be JSON');
  }
  if (typeof content !== 'object' || !content || Array.isArray(content)) {
    throw new Refusal(400, 'The body has to be a JSON object');
  }
  return content as Record<string, unknown>;
}

function readText(
  content: Record<string, unknown>,
  key: string,
  maxLength: number,
): string | undefined {
  const value = content[key];
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'string' || !value.trim() || value.length > maxLength) {
    throw new Refusal(
      400,
      `The ${key} has to be text of 1 to ${maxLength} characters`,
    );
  }
  return value;
}
