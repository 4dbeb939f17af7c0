import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useShortcut } from '../../shortcuts';

/** The way back to a list, also by its key. */
export function BackButton({ to, children }: { to: string; children: string }) {
  const [, navigate] = useLocation();
  const back = () => navigate(to);
  useShortcut('back', back);
  return (
    <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={18} />} onClick={back}>
      {children}
    </Button>
  );
}
