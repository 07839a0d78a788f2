import { workerData } from 'node:worker_threads'
import type { KCenterJob } from '../steps/seeds/k-center-table.ts'
import { helpKCenter } from '../steps/seeds/share-k-center.ts'

// The entry point of a thread that helps to choose diverse seeds; it ends when the choice is made.
helpKCenter(workerData as KCenterJob)
