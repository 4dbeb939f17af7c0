import { Button } from '@mantine/core';
import { mostLabelProducts } from '@shared/contract';
import { IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { asFailure } from '../../live';
import { toast } from '../../ui';
import { chooseProducts } from './chosen';

interface Props {
  /** What gets a label; asked for when the button is pressed. */
  readonly choose: () => Promise<readonly { readonly productId: string; readonly copies: number }[]>;
}

/** Takes goods along to the page of labels. */
export function LabelsButton({ choose }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isChoosing, setChoosing] = useState(false);
  const go = async () => {
    setChoosing(true);
    try {
      if (!chooseProducts(await choose())) toast.attention(() => t('office.labels.full', { limit: mostLabelProducts }));
      navigate('/products/labels');
    } catch (error) {
      toast.refused(asFailure(error));
    } finally {
      // A page with unsaved changes may keep the person.
      setChoosing(false);
    }
  };
  return (
    <Button
      variant="default"
      loading={isChoosing}
      leftSection={<IconTags size={18} stroke={1.6} />}
      onClick={() => void go()}
    >
      {t('office.labels.title')}
    </Button>
  );
}
