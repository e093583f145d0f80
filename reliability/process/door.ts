import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** 扉 before a server: open; shut, where nobody answers the knock; or silent, where whoever comes in hears nothing more. */
export type Door = { readonly port: number; open(): Promise<void>; shut(): Promise<void>; silence(): void; close(): Promise<void> };

/** @param behind the port of the server */
export async function openDoor(behind: number): Promise<Door> {
  const passing = new Set<net.Socket>();
  let silent = false;
  const door = net.createServer({ noDelay: true }, (socket) => {
    passing.add(socket);
    socket.on('error', () => undefined).once('close', () => passing.delete(socket));
    if (silent) return void socket.resume();
    const through = net.connect({ port: behind, host: '127.0.0.1', noDelay: true });
    through.on('error', () => socket.destroy()).once('close', () => socket.destroy());
    socket.once('close', () => through.destroy());
    socket.pipe(through).pipe(socket);
  });
  const listen = async (port: number): Promise<void> => {
    door.listen(port, '127.0.0.1');
    await once(door, 'listening');
  };
  const throwOut = (): void => { for (const socket of passing) socket.destroy(); };
  const shut = async (): Promise<void> => {
    if (!door.listening) return;
    const closed = once(door, 'close');
    door.close();
    throwOut();
    await closed;
  };
  await listen(0);
  const { port } = door.address() as AddressInfo;
  return {
    port, shut, close: shut,
    open: async () => {
      if (silent) throwOut();
      silent = false;
      if (!door.listening) await listen(port);
    },
    /** Those who are inside are cut off, so that they come in anew. */
    silence: () => {
      silent = true;
      throwOut();
    },
  };
}
