/** What every answer tells the browser about what our pages may do. */
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

const directives = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  // The UI kit writes style elements and attributes at run time; scripts stay locked to our own files.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "frame-ancestors": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
};

/** Headers for answers that are given before the routes are reached (an address that cannot be read). */
export const bareHeaders = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
} as const;

/** To a browser that came by https: to do so for a year. */
export const yearOfHttps = "max-age=31536000; includeSubDomains";

export async function sendSafeHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: { useDefaults: false, directives },
    // Under https alone, below: a browser would carry HSTS over to whatever else runs on localhost.
    strictTransportSecurity: false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.header("quarterdeck-request", request.id);
    reply.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    reply.header("cache-control", "no-store");
    if (request.approach?.secure) reply.header("strict-transport-security", yearOfHttps);
  });
}
