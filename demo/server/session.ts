import { randomBytes } from 'node:crypto'
import { parse } from 'hono/utils/cookie'

const NAME = 'loan_session'

/** Returns the session: 128 random bits in a cookie that scripts cannot read and other sites' requests do not send. */
export function sessionOf(request: Request): string | undefined {
  return parse(request.headers.get('Cookie') ?? '', NAME)[NAME]
}

/** Returns a `Set-Cookie` header for a new session. With https, add `Secure`. */
export function newSessionCookie(): string {
  return `${NAME}=${randomBytes(16).toString('hex')}; Path=/; HttpOnly; SameSite=Lax`
}
