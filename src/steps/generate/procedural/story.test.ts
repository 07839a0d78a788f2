import { expect, it } from 'vitest'
import { people } from './people.ts'
import { OutOfLetters, tellStory } from './story.ts'

it('tells the same story for the same seed and part', () => {
  const tell = (): unknown[] => {
    const story = tellStory(5, 1, { used: new Set() })
    return [
      story.hero,
      story.person(),
      story.person(),
      story.pick(['a', 'b', 'c']),
      story.variable(),
      story.functionName(),
    ]
  }
  expect(tell()).toEqual(tell())
})

it('gives every part its own people and shares the hero', () => {
  for (let seed = 0; seed < 200; seed++) {
    const letters = { used: new Set<string>() }
    const stories = [0, 1, 2, 3, 4].map((part) => tellStory(seed, part, letters))
    const cast = stories.flatMap((story) => [story.person(), story.person()])
    expect(new Set(cast.map((person) => person.name)).size).toBe(cast.length)
    expect(new Set(stories.map((story) => story.hero.name)).size).toBe(1)
    expect(cast.some((person) => person.name === stories[0]?.hero.name)).toBe(false)
  }
  expect(new Set(people.map((person) => person.name)).size).toBe(people.length)
})

it('never gives a letter twice, and says when there is none left', () => {
  const letters = { used: new Set<string>() }
  const story = tellStory(1, 0, letters)
  const taken = Array.from({ length: 7 }, () => story.variable())
  expect(new Set(taken).size).toBe(7)
  expect(() => story.variable()).toThrow(OutOfLetters)
})

it('never gives two groups that share a letter', () => {
  const groups = [
    ['A', 'B', 'C'],
    ['P', 'Q', 'R'],
    ['A', 'D'],
    ['P', 'S'],
  ] as const
  for (let seed = 0; seed < 50; seed++) {
    const letters = { used: new Set<string>() }
    const taken = [0, 1].flatMap((part) => tellStory(seed, part, letters).letters(groups))
    expect(new Set(taken).size).toBe(taken.length)
    expect(() => {
      for (let part = 2; part < 5; part++) tellStory(seed, part, letters).letters(groups)
    }).toThrow(OutOfLetters)
  }
})
