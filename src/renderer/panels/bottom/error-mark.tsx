/** The mark of trouble, so that red is not the only sign of it. */
export function ErrorMark() {
  return (
    <svg className="bottom-error-mark" viewBox="0 0 12 12" width="12" height="12" role="img" aria-label="error">
      <path d="M2 2 L10 10 M10 2 L2 10" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
