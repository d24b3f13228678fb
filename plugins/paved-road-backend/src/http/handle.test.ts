import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { defineOperation } from '@paved-road/backstage-plugin-paved-road-common';
import express from 'express';
import Router from 'express-promise-router';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { z } from 'zod';
import { handle, HandleOptions } from './handle';
import { RawAnswer } from './RawAnswer';
import { RequestGate } from './RequestGate';

const paint = defineOperation({
  id: 'paint',
  method: 'POST',
  path: '/walls/:wall',
  status: 201,
  summary: 'Paints a wall',
  params: z.object({ wall: z.string().max(5) }),
  query: z.object({
    colour: z
      .union([z.enum(['red', 'blue']), z.array(z.enum(['red', 'blue']))])
      .optional(),
    coats: z.coerce.number().int().min(1).default(1),
  }),
  body: z.object({ painter: z.object({ name: z.string() }) }),
  response: z.object({ painted: z.array(z.string()) }),
});

type Handler = Parameters<typeof handle<typeof paint>>[2];

function start(handler: Handler, options?: HandleOptions) {
  const router = Router();
  const httpAuth = mockServices.httpAuth({
    defaultCredentials: mockCredentials.none(),
  });
  handle({ router, httpAuth }, paint, handler, options);
  const app = express().use(router).use(mockErrorHandler());
  return (path: string) =>
    request(app).post(path).set('Authorization', mockCredentials.user.header());
}

const body = { painter: { name: 'Ada' } };
const ok: Handler = async () => ({ painted: [] });

describe('handle', () => {
  it('hands over what fits the schemas and answers what they name', async () => {
    const post = start(async ({ params, query, body: b, credentials }) => ({
      painted: [
        params.wall,
        JSON.stringify(query),
        b.painter.name,
        (credentials.principal as { userEntityRef?: string }).userEntityRef!,
      ],
      secret: 'not of the contract',
    }));
    const response = await post(
      '/walls/north?colour=red&colour=blue&coats=2',
    ).send(body);
    expect(response.status).toBe(201);
    expect(response.body).toEqual({
      painted: [
        'north',
        '{"colour":["red","blue"],"coats":2}',
        'Ada',
        'user:default/mock',
      ],
    });
  });

  it.each([
    ['/walls/too-long', "path parameter 'wall'"],
    ['/walls/a?coats=0', "query parameter 'coats'"],
    ['/walls/a?color=red', "query parameter 'color' is not known"],
    [
      '/walls/a?colour=green',
      'query parameter \'colour\': Invalid option: expected one of "red"|"blue"',
    ],
    ['/walls/a?colour=red&colour=green', "query parameter 'colour.1'"],
    ['/walls/a?colour[x]=red', "query parameter 'colour[x]' is not known"],
    ['/walls/a?__proto__=1', "query parameter '__proto__' is not known"],
  ])('refuses %s naming the field', async (path, words) => {
    const response = await start(ok)(path).send(body);
    expect(response.status).toBe(400);
    expect(response.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(words),
    });
  });

  it.each<[object, string]>([
    [{}, "body field 'painter'"],
    [{ painter: { name: 1 } }, "body field 'painter.name'"],
    [{ ...body, enviroment: 'x' }, "body field 'enviroment' is not known"],
  ])('refuses the body %j naming the field', async (sent, words) => {
    const response = await start(ok)('/walls/a').send(sent);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(words);
  });

  it('quotes nothing of a body that is not JSON', async () => {
    const response = await start(ok)('/walls/a')
      .set('Content-Type', 'application/json')
      .send('{"secret": hunter2');
    expect(response.status).toBe(400);
    expect(response.body.error.message).toBe('The body is not JSON');
    expect(response.text).not.toContain('hunter2');
  });

  it('refuses a body of another type', async () => {
    const response = await start(ok)('/walls/a').type('text/plain').send('hi');
    expect(response.status).toBe(415);
    expect(response.body.error.name).toBe('UnsupportedMediaTypeError');
  });

  it('refuses a body that is too large, also once unpacked', async () => {
    const post = start(ok, { maxBodyBytes: 1000 });
    const large = JSON.stringify({ painter: { name: 'a'.repeat(1000) } });
    const plain = await post('/walls/a')
      .set('Content-Type', 'application/json')
      .send(large);
    const packed = await post('/walls/a')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .serialize(value => value)
      .send(gzipSync(large));
    for (const response of [plain, packed]) {
      expect(response.status).toBe(413);
      expect(response.body.error).toMatchObject({
        name: 'PayloadTooLargeError',
        message: 'The body has more than the 1000 bytes that are read',
      });
    }
  });

  it('answers nobody who is not signed in', async () => {
    const response = await start(ok)('/walls/a')
      .set('Authorization', mockCredentials.none.header())
      .send(body);
    expect(response.status).toBe(401);
  });

  it('does not send what the contract does not allow', async () => {
    const wrong = { painted: 'all of it' } as unknown as { painted: string[] };
    const response = await start(async () => wrong)('/walls/a').send(body);
    expect(response.status).toBe(500);
    expect(response.body.error.message).toContain('paint');
    expect(response.text).not.toContain('all of it');
  });

  it('sends another form as it is', async () => {
    const response = await start(
      async () => new RawAnswer('image/svg+xml', '<svg/>'),
    )('/walls/a').send(body);
    expect(response.status).toBe(201);
    expect(response.headers['content-type']).toMatch('image/svg+xml');
  });

  it('gives the place back, whatever comes of the request', async () => {
    const gate = new RequestGate(1);
    const post = start(ok, { gate });
    await post('/walls/too-long').send(body).expect(400);
    await post('/walls/a').send(body).expect(201);
    const leave = await gate.enter('next', new AbortController().signal);
    expect(leave).toEqual(expect.any(Function));
  });

  it('tells the handler when the caller goes away', async () => {
    let tell: (reason: unknown) => void;
    const told = new Promise(resolve => {
      tell = resolve;
    });
    let began: () => void;
    const begun = new Promise<void>(resolve => {
      began = resolve;
    });
    const post = start(async ({ signal }) => {
      began();
      await new Promise<void>(resolve =>
        signal.addEventListener('abort', () => resolve()),
      );
      tell('gone');
      throw signal.reason;
    });
    const pending = post('/walls/a').send(body);
    pending.end(() => {});
    await begun;
    pending.abort();
    await expect(told).resolves.toBe('gone');
  });
});
