// Fields of CSV (RFC 4180) that no spreadsheet runs as a formula (OWASP, CSV injection).

export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function safe(text: string): string {
  const plain = text.replace(/\0/g, "");
  return csvField(/^[ \u00a0]*[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain);
}
