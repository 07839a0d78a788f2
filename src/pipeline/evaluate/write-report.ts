import type { EvaluationReport } from '../../steps/evaluate/report/report-data.ts'
import { reportPage } from '../../steps/evaluate/report/report-page.ts'
import { writeCheckedFile } from '../../steps/export/checked-file.ts'
import { stageFolder } from '../../steps/export/staged-folder.ts'

/**
 * Writes `report.html`, `report.json` and a manifest with checksums; the folder appears whole or not at all, and the same report gives
 * the same bytes.
 *
 * @throws UsageError where the target is a folder that is not a report of ours
 */
export function writeReport(target: string, report: EvaluationReport): void {
  const staged = stageFolder(target, 'report')
  try {
    const files = [
      writeCheckedFile(staged.path, 'report.html', reportPage(report)),
      writeCheckedFile(staged.path, 'report.json', `${JSON.stringify(report, null, 2)}\n`),
    ]
    const manifest = { tool: 'conceptloom', kind: 'report', files }
    writeCheckedFile(staged.path, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
    staged.commit()
  } catch (error) {
    staged.discard()
    throw error
  }
}
