/** The cross of dialogs and toasts; drawn here, since they are on screens that need no other icon. */
export function CloseIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5" fill="none" stroke="currentColor" strokeWidth="2.5">
      <path d="M5 5 19 19M19 5 5 19" strokeLinecap="round" />
    </svg>
  );
}
