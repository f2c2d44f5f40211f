import { POST as itrStatus } from '../itr/status/route'

/** The form route of the test suite in test/runtimes. */
export async function POST(request: Request): Promise<Response> {
  const { itrVerification } = (await request.json()) as { itrVerification?: unknown }
  try {
    const job = await itrStatus.getJob(itrVerification, request)
    return Response.json({ accepted: job?.status === 'completed' })
  } catch {
    return Response.json({ accepted: false }, { status: 503 })
  }
}
