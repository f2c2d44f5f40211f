import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { part, show, stepsOnScreen } from './showing.tsx'

it('without a plan: completed, failed, then the current one, each once', () => {
  show(itrResult('processing', { stepsCompleted: ['a', 'b'], stepsFailed: ['c', 'b'], currentStep: 'd' }))
  expect(stepsOnScreen()).toEqual([
    ['A Completed', 'completed'],
    ['B Failed', 'failed'],
    ['C Failed', 'failed'],
    ['D In progress', 'current'],
  ])
})

it('with a plan: in its order, then what was reported outside it', () => {
  show(itrResult('processing', { stepsCompleted: ['x', 'b'], stepsFailed: [], currentStep: 'a' }), {
    steps: ['a', { id: 'b', label: 'Second' }, 'c', 'a'],
  })
  expect(stepsOnScreen()).toEqual([
    ['A In progress', 'current'],
    ['Second Completed', 'completed'],
    ['C Not started', 'upcoming'],
    ['X Completed', 'completed'],
  ])
})

it('before there is a job, the plan is all to come', () => {
  show(itrResult('connecting'), { steps: ['a', 'b'] })
  expect(stepsOnScreen()).toEqual([
    ['A Not started', 'upcoming'],
    ['B Not started', 'upcoming'],
  ])
})

it('only the current step is marked as such', () => {
  show(itrResult('processing', { stepsCompleted: ['a'], stepsFailed: [], currentStep: 'b' }), {
    steps: ['a', 'b', 'c'],
  })
  const marked = screen.getAllByRole('listitem').map((step) => step.getAttribute('aria-current'))
  expect(marked).toEqual([null, 'step', null])
})

it('each step carries its id and a drawing that is not read out', () => {
  show(itrResult('processing', { stepsCompleted: ['create_client'], stepsFailed: [], currentStep: null }))
  const step = screen.getByRole('listitem')
  expect(step).toHaveAttribute('data-itr-part', 'step')
  expect(step).toHaveAttribute('data-step-id', 'create_client')
  expect(step.querySelector('.itr-icon')).toHaveAttribute('aria-hidden', 'true')
})

it('a step is named by the plan, else by the dictionary, else from its id', () => {
  show(
    itrResult('processing', {
      stepsCompleted: ['create_client'],
      stepsFailed: [],
      currentStep: 'read-form_16.b',
    }),
    {
      steps: [{ id: 'create_client', label: 'Say hello' }, { id: 'download_profile' }, 'download_itr', '_'],
      messages: { 'step.download_itr': 'Fetch returns' },
    },
  )
  expect(
    screen.getAllByRole('listitem').map((step) => step.querySelector('.itr-label')?.textContent),
  ).toEqual(['Say hello', 'Download profile', 'Fetch returns', '_', 'Read form 16 b'])
})

it('when the job is completed, so is every planned step that was not reported as failed', () => {
  show(itrResult('completed', { stepsCompleted: ['a'], stepsFailed: ['b'], currentStep: 'c' }), {
    steps: ['a', 'b', 'c', 'd'],
  })
  expect(stepsOnScreen().map(([, state]) => state)).toEqual(['completed', 'failed', 'completed', 'completed'])
})

it('when the job has failed, the step it was in has failed', () => {
  show(itrResult('failed', { stepsCompleted: ['a'], stepsFailed: [], currentStep: 'b' }), {
    steps: ['a', 'b', 'c'],
  })
  expect(stepsOnScreen().map(([, state]) => state)).toEqual(['completed', 'failed', 'upcoming'])
})

it('the list is an ordered one, and empty while nothing is known', () => {
  show(itrResult('connecting'))
  expect(part('steps').tagName).toBe('OL')
  expect(part('steps')).toBeEmptyDOMElement()
})
