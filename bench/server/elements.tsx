import { ItrProgress } from 'itr-progress'
import { itrResult } from 'itr-progress/testing'
import { PlainParts } from './PlainParts.tsx'

const result = itrResult('processing')

export const widget = <ItrProgress result={result} />
export const plainParts = <PlainParts />
