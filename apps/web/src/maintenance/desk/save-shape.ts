/** Hands a feature over as a GeoJSON file (RFC 7946; longitude and latitude, CGCS2000). */
export function saveShape(name: string, geometry: unknown, properties: object): void {
  const feature = { type: 'Feature', geometry, properties };
  const address = URL.createObjectURL(new Blob([JSON.stringify(feature)], { type: 'application/geo+json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.geojson`;
  link.click();
  URL.revokeObjectURL(address);
}
