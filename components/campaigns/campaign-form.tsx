'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FormFailure } from '@/components/manage/form-failure';
import { LocalizedFields, localizedText } from '@/components/manage/localized-fields';
import { useApiForm } from '@/components/manage/use-api-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { TEXT_WIDTH, TITLE_WIDTH } from '@/lib/campaigns/display-width';
import type { CampaignView } from '@/lib/campaigns/schema';
import type { Locale } from '@/lib/core/locale';
import { localName } from '@/lib/i18n/local-name';
import { CampaignPreview } from './campaign-preview';

/** Plans a campaign, or changes one; beside the texts stands how they look on the lobby display. */
export function CampaignForm({
  hall,
  today,
  languages,
  campaign,
  onClose,
  onSaved,
}: {
  hall: string;
  /** Service day. */
  today: string;
  /** Those of the hall, in which the display speaks. */
  languages: readonly Locale[];
  campaign?: CampaignView;
  onClose: () => void;
  onSaved: (campaign: CampaignView) => void;
}) {
  const t = useTranslations('campaigns');
  const common = useTranslations('common');
  const locale = useLocale();
  const id = useId();
  const [titles, setTitles] = useState<Record<string, string>>(campaign?.titles ?? {});
  const [texts, setTexts] = useState<Record<string, string>>(campaign?.texts ?? {});
  const [shown, setShown] = useState<Locale>(languages[0] ?? locale);
  const { send, pending, errorOf, failure } = useApiForm<CampaignView>(onSaved);
  const submit = (form: FormData) => {
    const body = {
      titles: localizedText(form, 'titles'),
      texts: localizedText(form, 'texts'),
      firstDay: String(form.get('firstDay')),
      lastDay: String(form.get('lastDay')),
      sort: Number(form.get('sort')),
    };
    return campaign
      ? send('PATCH', `/campaigns/${campaign.id}`, body)
      : send('POST', `/halls/${encodeURIComponent(hall)}/campaigns`, body);
  };
  return (
    <Dialog
      open
      size="lg"
      keepOnOutsideTap
      onOpenChange={onClose}
      closeLabel={common('close')}
      title={campaign ? t('changeOf', { title: localName(campaign.titles, locale) }) : t('add')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={id} pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <FormFailure text={failure} />
      <CampaignPreview lang={shown} title={titles[shown] ?? ''} text={texts[shown] ?? ''} />
      <form
        id={id}
        noValidate
        className="mt-4 grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <LocalizedFields
          name="titles"
          legend={t('field.titles')}
          values={campaign?.titles}
          maxLength={TITLE_WIDTH}
          required
          errorOf={errorOf}
          onChange={(language, text) => {
            setShown(language);
            setTitles((all) => ({ ...all, [language]: text }));
          }}
        />
        <LocalizedFields
          name="texts"
          legend={t('field.texts')}
          values={campaign?.texts}
          maxLength={TEXT_WIDTH}
          errorOf={errorOf}
          onChange={(language, text) => {
            setShown(language);
            setTexts((all) => ({ ...all, [language]: text }));
          }}
        />
        <Field id={`${id}-first`} label={t('field.firstDay')} required error={errorOf('firstDay')}>
          {(control) => <Input {...control} type="date" name="firstDay" defaultValue={campaign?.firstDay ?? today} />}
        </Field>
        <Field id={`${id}-last`} label={t('field.lastDay')} required error={errorOf('lastDay')}>
          {(control) => <Input {...control} type="date" name="lastDay" defaultValue={campaign?.lastDay ?? ''} />}
        </Field>
        <Field id={`${id}-sort`} label={t('field.sort')} hint={t('field.sortHint')} error={errorOf('sort')}>
          {(control) => <Input {...control} type="number" min={0} name="sort" defaultValue={campaign?.sort ?? 0} />}
        </Field>
      </form>
    </Dialog>
  );
}
