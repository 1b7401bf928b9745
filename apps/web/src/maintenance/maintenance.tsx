export function Maintenance() {
  return <p>Maintenance</p>;
}
