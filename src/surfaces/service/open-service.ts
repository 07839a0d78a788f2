import { createService, type ServiceParts } from '../../pipeline/serving/create-service.ts'
import type { Service } from '../../pipeline/serving/service.ts'
import { openStores, systemClock, type Workspace } from '../../wire.ts'
import { startJob } from './start-job.ts'

/** A service with the stores it works on, for those who read them. */
export interface OpenedService {
  readonly service: Service
  readonly stores: Workspace
}

/** Opens the service of the configured workspace, making it where absent; runs work in processes of their own. */
export async function openService(
  config: ServiceParts['config'],
  limits: Partial<ServiceParts['limits']> = {},
): Promise<OpenedService> {
  const stores = await openStores(config.run.workspace)
  try {
    const models = limits.models ?? (config.model.name === undefined ? [] : [config.model.name])
    const parts = { stores, config, clock: systemClock, startJob, limits: { ...limits, models } }
    return { service: await createService(parts), stores }
  } catch (error) {
    await stores.close()
    throw error
  }
}
