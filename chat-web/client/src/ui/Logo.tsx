export function Logo({ size }: { size: number }) {
  return <img className="logo" src="favicon.svg" width={size} height={size} alt="" />;
}
