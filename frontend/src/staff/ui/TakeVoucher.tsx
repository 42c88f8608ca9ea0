/** Takes a voucher in a resident's place: of which offer, for which slot if it has slots, and then the paper with its code. */

import { Button, type ButtonProps, Checkbox, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Offer, type Resident, type Voucher } from '@/api';
import { whole } from '@/lib/format';
import { CommandButton } from './CommandButton';
import { OfferChoice } from './OfferChoice';
import { SlotChoice } from './SlotChoice';
import { TakenVoucher } from './TakenVoucher';
import { useFocusBack } from './useFocusBack';

interface Props extends Pick<ButtonProps, 'size'> {
  residentId: string;
}

export function TakeVoucher({ residentId, ...rest }: Props) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  const path = { id: residentId };
  const { data: resident } = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path } });
  const why = resident && resident.state !== 'active' ? t('voucher.take.not_active') : undefined;
  return (
    <>
      <Button {...rest} disabled={why !== undefined} title={why} onClick={() => setOpen(true)}>
        {t('voucher.take.do')}
      </Button>
      {open && resident && <Taking resident={resident} onClose={() => setOpen(false)} />}
    </>
  );
}

function Taking({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const { t } = useTranslation('staff');
  useFocusBack();
  const [taken, setTaken] = useState<Voucher>();
  return (
    <Modal
      title={t('voucher.take.for', { name: resident.name })}
      open
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
    >
      {taken ? (
        <TakenVoucher voucher={taken} onMore={() => setTaken(undefined)} />
      ) : (
        <Choosing residentId={resident.id} onTaken={setTaken} />
      )}
    </Modal>
  );
}

function Choosing({ residentId, onTaken }: { residentId: string; onTaken: (voucher: Voucher) => void }) {
  const { t } = useTranslation('staff');
  const [offer, setOffer] = useState<Offer>();
  const [slot, setSlot] = useState<string>();
  const [pooled, setPooled] = useState(false);
  const { data: wallet } = $api.useQuery('get', '/api/v1/residents/{id}/wallet', {
    params: { path: { id: residentId } },
  });
  const { mutateAsync } = $api.useMutation('post', '/api/v1/offers/{id}/vouchers');
  const inSlots = typeof offer?.slot_early_minutes === 'number';
  const why =
    offer === undefined ? t('voucher.take.offer_needed') : inSlots && !slot ? t('voucher.take.slot_needed') : undefined;
  const take = async () => {
    if (offer === undefined) return;
    const body = { resident_id: residentId, pooled, ...(slot !== undefined && { slot_id: slot }) };
    onTaken(await mutateAsync({ params: { path: { id: offer.id } }, body }));
  };
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      {wallet && <span className="number">{t('voucher.take.available', { points: whole(wallet.available) })}</span>}
      <OfferChoice
        value={offer}
        onChange={(chosen) => {
          setOffer(chosen);
          setSlot(undefined);
        }}
        spendable={pooled ? undefined : wallet?.available}
      />
      {offer && inSlots && (
        <div>
          <strong>{t('slot.label')}</strong>
          <SlotChoice of="offers" hostId={offer.id} value={slot} onChange={setSlot} />
        </div>
      )}
      <Checkbox checked={pooled} onChange={({ target }) => setPooled(target.checked)}>
        {t('voucher.take.pooled')}
      </Checkbox>
      <CommandButton type="primary" block run={take} done={t('voucher.take.done')} why={why}>
        {t('voucher.take.confirm')}
      </CommandButton>
    </Space>
  );
}
