export class HealthDto {
  status: 'ok';
  /** What needs the operator before it stops the work: `disk-low` refuses uploads and exports until there is room again. */
  warnings: 'disk-low'[];
}
