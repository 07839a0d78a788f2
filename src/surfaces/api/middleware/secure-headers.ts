import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Only what this service serves itself may load, run or frame; nothing inline. */
export function secureHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The service speaks plain http; what stands before it decides on https.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}
