import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.js';

const MAX_BYTES = 16 * 1024;

/** The one field that the body has to have, and may have. */
export async function readField(
  request: IncomingMessage,
  field: string,
  maxLength: number,
): Promise<string> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The body has to be application/json');
  }
  const content = parse(await readText(request));
  if (Object.keys(content).some(key => key !== field)) {
    throw new Refusal(400, `The body may have ${field}, nothing else`);
  }
  const value = content[field];
  if (typeof value !== 'string' || !value.trim() || value.length > maxLength) {
    throw new Refusal(
      400,
      `The ${field} has to be text of 1 to ${maxLength} characters`,
    );
  }
  return value;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Left open when it breaks off, so that the caller still hears why.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > MAX_BYTES) {
      throw new Refusal(413, `The body has to be ${MAX_BYTES} bytes at most`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
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
