import type { ContentId } from '../../../core/identity.ts'

/** Namespace of the few terms that SKOS and PROV-O do not have. */
export const termsIri = 'urn:conceptloom:terms:'

export const graphIri = (version: ContentId): string => `urn:conceptloom:graph:${version}`
export const conceptIri = (id: ContentId): string => `urn:conceptloom:concept:${id}`
export const seedIri = (id: ContentId): string => `urn:conceptloom:seed:${id}`
export const pairIri = (id: ContentId): string => `urn:conceptloom:pair:${id}`
export const walkIri = (id: ContentId): string => `urn:conceptloom:walk:${id}`
export const runIri = (id: ContentId): string => `urn:conceptloom:run:${id}`
/** An engine, model or prompt by its name, which may hold any character. */
export const namedIri = (kind: 'agent' | 'prompt', name: string): string =>
  `urn:conceptloom:${kind}:${encodeURIComponent(name.toWellFormed())}`
