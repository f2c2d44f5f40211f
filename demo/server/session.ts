import { randomBytes } from 'node:crypto'
import { parse } from 'hono/utils/cookie'

const NAME = 'loan_session'

/** Who asks: 128 random bits in a cookie that no script can read and that other sites' requests do not carry. */
export function sessionOf(request: Request): string | undefined {
  return parse(request.headers.get('Cookie') ?? '', NAME)[NAME]
}

/** A `Set-Cookie` header that begins a session. Behind https it would say `Secure` too. */
export function newSessionCookie(): string {
  return `${NAME}=${randomBytes(16).toString('hex')}; Path=/; HttpOnly; SameSite=Lax`
}
