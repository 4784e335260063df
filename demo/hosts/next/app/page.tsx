import { Presence } from './Presence';

export default function Page() {
  return (
    <>
      <header>
        <h1>Presence in Next.js</h1>
      </header>
      <Presence />
    </>
  );
}
