export function OneMap() {
  return <p>OneMap</p>;
}
