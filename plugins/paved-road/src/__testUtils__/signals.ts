import { act } from '@testing-library/react';
import { SignalApi } from '@backstage/plugin-signals-react';

/** The signals plugin as the browser meets it, with a way to send one. */
export function fakeSignals() {
  const listeners = new Map<string, Set<(message: never) => void>>();
  const api: SignalApi = {
    subscribe(channel, onMessage) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(onMessage));
      return { unsubscribe: () => all.delete(onMessage) };
    },
  };
  const send = (channel: string, message: object) =>
    act(() =>
      listeners.get(channel)?.forEach(listener => listener(message as never)),
    );
  return { api, send };
}
