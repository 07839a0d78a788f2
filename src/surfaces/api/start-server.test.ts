import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ask } from '../../../tests/api/ask.ts'
import { startServer } from './start-server.ts'

describe('startServer', () => {
  it('answers a healthy client at once while 200 sockets dribble their requests', async () => {
    const server = await startServer((_, response) => void response.end('here'), {
      host: '127.0.0.1',
      port: 0,
    })
    const sockets: Socket[] = []
    try {
      for (let index = 0; index < 200; index++) {
        const socket = connect(server.port, '127.0.0.1')
        socket.on('error', () => {})
        await once(socket, 'connect')
        socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
        sockets.push(socket)
      }
      const dribble = setInterval(() => sockets.forEach((socket) => socket.write('a')), 50)
      const { text } = await ask(server.port, {})
      clearInterval(dribble)
      expect(text).toBe('here')
      // It did not wait for them to be cut off.
      expect(sockets.filter(({ destroyed }) => destroyed)).toEqual([])
    } finally {
      for (const socket of sockets) socket.destroy()
      await server.stop(100)
    }
  })

  it('stops after what is being answered, and accepts nothing more', async () => {
    const began = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const server = await startServer(
      (_, response) => {
        began.resolve()
        void gate.promise.then(() => response.end('whole'))
      },
      { host: '127.0.0.1', port: 0 },
    )
    const answer = ask(server.port, {})
    await began.promise
    const stopped = server.stop(5000)
    await expect(ask(server.port, {})).rejects.toThrow('ECONNREFUSED')
    gate.resolve()
    expect((await answer).text).toBe('whole')
    await stopped
  })

  it('cuts off what does not end in its time', async () => {
    const server = await startServer(() => {}, { host: '127.0.0.1', port: 0 })
    const answer = ask(server.port, {})
    answer.catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 50))
    await server.stop(50)
    await expect(answer).rejects.toThrow(/hang up|ECONNRESET/)
  })

  it('says why it cannot listen', async () => {
    const server = await startServer(() => {}, { host: '127.0.0.1', port: 0 })
    await expect(startServer(() => {}, { host: '127.0.0.1', port: server.port })).rejects.toThrow(
      /cannot listen on 127\.0\.0\.1:\d+: something listens there already/,
    )
    await server.stop(0)
  })
})
