/** The product's mark: three lanes and a task in each. The same drawing as resources/icon.svg. */

export function Mark() {
  return (
    <svg className="header-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="5" className="mark-ground" />
      <rect x="4" y="5.5" width="3" height="3" rx="1" className="mark-cost" />
      <rect x="7.5" y="5.5" width="8" height="3" rx="1" className="mark-run" />
      <rect x="6" y="10.5" width="3" height="3" rx="1" className="mark-cost" />
      <rect x="9.5" y="10.5" width="10.5" height="3" rx="1" className="mark-run" />
      <rect x="4" y="15.5" width="3" height="3" rx="1" className="mark-cost" />
      <rect x="7.5" y="15.5" width="5.5" height="3" rx="1" className="mark-run" />
    </svg>
  );
}
