import { lazy, Suspense, useEffect } from 'react';
import { useRequest } from './approvals';

const load = () => import('./ApproveDialog');
const ApproveDialog = lazy(load);

/** Where the question for a PIN comes up. The dialog is fetched once nothing else is to be done. */
export function ApprovalHost() {
  const request = useRequest();
  useEffect(() => {
    const handle = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(handle);
  }, []);
  if (!request) return null;
  return (
    <Suspense fallback={null}>
      <ApproveDialog request={request} />
    </Suspense>
  );
}
