import type { RouteName, RouteReplies, RouteTypes } from './contract/route-types.ts'

/** What a handler is given: all of it fits the schemas of its route. */
export interface RouteRequest<Name extends RouteName> {
  readonly params: RouteTypes[Name]['params']
  readonly query: RouteTypes[Name]['query']
  readonly body: RouteTypes[Name]['body']
  /** Aborted when the one who asked is gone, or the service stops waiting. */
  readonly signal: AbortSignal
  /** Where a stream of events goes on. */
  readonly lastEventId: string | undefined
}

/** What a handler gives: a status of its route with the body that belongs to it. */
export type RouteAnswer<Name extends RouteName> = {
  readonly [Status in keyof RouteReplies<Name>]: {
    readonly status: Status
    readonly body: RouteReplies<Name>[Status]
    /** Path of what was made or started. */
    readonly location?: string
  }
}[keyof RouteReplies<Name>]

export type Handler<Name extends RouteName> = (request: RouteRequest<Name>) => Promise<RouteAnswer<Name>>

/** One handler per route: one that lacks does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> }

/** A handler whose route is looked up at run time. */
export type AnyHandler = (request: {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly signal: AbortSignal
  readonly lastEventId: string | undefined
}) => Promise<{ readonly status: number; readonly body: unknown; readonly location?: string }>
