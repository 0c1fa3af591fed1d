/** The bare framework: what any Next.js page costs. The size check counts what a screen adds to it. */
export default function Page() {
  return <p>bare</p>;
}
