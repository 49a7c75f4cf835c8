/** A size for people: "740 KB", "12.3 MB", "1.4 GB". */
const units = ["B", "KB", "MB", "GB", "TB"] as const;

export function bytesText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = size >= 100 || unit === 0 ? 0 : 1;
  return `${size.toFixed(digits).replace(/\.0$/, "")} ${units[unit]}`;
}
