/** A zone and the fiscal years in which it is looked at. */
export type ZoneYears = { readonly zone: string; readonly years: readonly number[]; /** Its clocks change on days on which offices are open: they are looked at by night too. */ readonly byNight?: true };

const THREE = [2025, 2026, 2027] as const;

/** North and south, with and without summer time, whole, half and quarter hours, both ends of the day. */
export const ZONES: readonly ZoneYears[] = [
  { zone: 'Asia/Tokyo', years: THREE },
  { zone: 'Pacific/Kiritimati', years: THREE }, // +14
  { zone: 'Pacific/Pago_Pago', years: THREE }, // −11
  { zone: 'Asia/Kolkata', years: THREE }, // +5:30
  { zone: 'Asia/Kathmandu', years: THREE }, // +5:45
  { zone: 'Asia/Yangon', years: THREE }, // +6:30
  { zone: 'Australia/Eucla', years: THREE }, // +8:45
  { zone: 'America/Phoenix', years: THREE },
  { zone: 'Africa/Nairobi', years: THREE },
  { zone: 'Europe/London', years: THREE },
  { zone: 'Europe/Berlin', years: THREE },
  { zone: 'America/New_York', years: THREE },
  { zone: 'America/Los_Angeles', years: THREE },
  { zone: 'America/St_Johns', years: THREE }, // −3:30 and summer time
  { zone: 'Atlantic/Azores', years: THREE },
  { zone: 'Australia/Sydney', years: THREE },
  { zone: 'Australia/Adelaide', years: THREE }, // +9:30 and summer time
  { zone: 'Australia/Lord_Howe', years: THREE }, // half an hour of summer time
  { zone: 'Pacific/Chatham', years: THREE }, // +12:45 and summer time
  { zone: 'Pacific/Auckland', years: THREE },
  { zone: 'America/Santiago', years: THREE },
  { zone: 'Africa/Casablanca', years: THREE }, // the other way round, by Ramadan
  { zone: 'Africa/Cairo', years: THREE, byNight: true }, // Friday at 0:00, Thursday at 24:00
  { zone: 'Asia/Jerusalem', years: THREE, byNight: true }, // Friday at 2:00
  { zone: 'Asia/Tehran', years: [2019, 2020, 2021], byNight: true }, // any day of the week, at 0:00
];
