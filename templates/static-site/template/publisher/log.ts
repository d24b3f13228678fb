type Fields = Record<string, unknown>;

/** One line of JSON for each thing that happens. Never give it what a caller sent. */
export interface Log {
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

export function createLog(
  write: (line: string) => void = line => process.stdout.write(line),
): Log {
  const at =
    (level: string) =>
    (message: string, fields: Fields = {}) => {
      const { error, ...others } = fields;
      const timestamp = new Date().toISOString();
      write(
        `${JSON.stringify({
          timestamp,
          level,
          message,
          ...others,
          ...(error === undefined ? {} : { error: describe(error) }),
        })}\n`,
      );
    };
  return { info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
}

function describe(error: unknown) {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: 'Unknown', message: String(error) };
}
