export const LABELS: i32 = 13
