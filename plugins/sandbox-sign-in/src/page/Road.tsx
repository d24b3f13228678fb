/** A road towards the horizon; says nothing that the words don't. */
export function Road(props: { className?: string }) {
  return (
    <svg
      className={props.className}
      viewBox="0 0 400 400"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <path d="M0 170Q120 120 230 150T400 130V400H0z" fill="#1b4851" />
      <path d="M0 230Q150 170 260 200T400 190V400H0z" fill="#16404a" />
      <path d="M226 176h8L350 400H110z" fill="#0c252b" />
      <path
        d="M230 184v10M230 208v16M230 242v26M230 292v36M230 358v42"
        stroke="#e8eef0"
        strokeWidth="5"
        strokeLinecap="round"
      />
    </svg>
  );
}
