import { useEffect, useState } from 'react'

interface Job {
  status: string
  current_step: string | null
  steps_completed: string[]
}

/** A hand-written hook without react-query. */
export function useJobStatusByInterval(jobId: string) {
  const [job, setJob] = useState<Job>()
  useEffect(() => {
    const check = async () => {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ job_id: jobId })
      const response = await fetch('/api/itr/status', { method: 'POST', headers, body })
      const job = (await response.json()) as Job
      setJob(job)
      if (job.status === 'completed' || job.status === 'failed') clearInterval(timer)
    }
    const timer = setInterval(() => void check(), 5000)
    void check()
    return () => clearInterval(timer)
  }, [jobId])
  return job
}
