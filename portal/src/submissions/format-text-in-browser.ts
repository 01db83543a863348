import { listenForMarks } from '../forms/questions/listen-for-marks.ts'

listenForMarks(document)
