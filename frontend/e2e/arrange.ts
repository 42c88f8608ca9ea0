/** What has to be there before a journey begins, asked of the API by those who may. */

import { randomInt, randomUUID } from 'node:crypto';
import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test';
import type { Me, NewActivity, NewResident, Offer, Resident } from '../src/api';
import { PASSWORD, people, signIn } from './people';

type Tools = PlaywrightWorkerArgs['playwright'];
type Method = 'get' | 'post' | 'patch';

/** Speaks to the API as one person. */
export async function apiOf(playwright: Tools, baseURL: string | undefined, phone: string) {
  const request: APIRequestContext = await playwright.request.newContext({ ...(baseURL !== undefined && { baseURL }) });
  const token = await signIn(request, phone);
  return async <T>(method: Method, path: string, data?: object): Promise<T> => {
    const headers = { Authorization: `Bearer ${token}`, ...(method !== 'get' && { 'Idempotency-Key': randomUUID() }) };
    const answer = await request[method](`/api/v1${path}`, { headers, ...(data !== undefined && { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
}

export type Api = Awaited<ReturnType<typeof apiOf>>;

const newPhone = () => `199${randomInt(10_000_000, 99_999_999)}`;

/** A new resident, in a household that is there already, with so many points. */
export async function registered(staff: Api, name: string, points: number): Promise<Resident> {
  const { items } = await staff<{ items: Resident[] }>('get', '/residents?limit=1&state=active');
  const household_id = items[0]?.household_id;
  if (household_id === undefined) throw new Error('nobody lives here');
  const body: NewResident = { name, household_id, birth_year: 1956 };
  const resident = await staff<Resident>('post', '/residents', body);
  if (points > 0) await staff('post', '/adjustments', { resident_id: resident.id, points, reason: '补记志愿服务' });
  return resident;
}

/** An account for a resident; answers the phone number that signs in. */
export async function account(administrator: Api, { id, name }: Resident): Promise<string> {
  const phone = newPhone();
  await administrator('post', '/users', { name, phone, password: PASSWORD, resident_id: id });
  return phone;
}

/** The cashier's store, open at any hour: the journeys run at any hour. */
export async function openStore(staff: Api, cashier: Api): Promise<string> {
  const { store_ids } = await cashier<Me>('get', '/me');
  const [id] = store_ids;
  if (id === undefined) throw new Error('the cashier has no store');
  await staff('patch', `/stores/${id}`, { hours: [] });
  return id;
}

/** A voucher of the cashier's partner in a resident's hands. */
export async function voucherOf(holder: Api, staff: Api, title: string): Promise<{ id: string; code: string }> {
  const { items } = await staff<{ items: Offer[] }>('get', '/offers?state=open&limit=200');
  const offer = items.find((one) => one.title === title);
  if (offer === undefined) throw new Error(`there is no offer ${title}`);
  return holder('post', `/offers/${offer.id}/vouchers`, {});
}

/** The shortest shift that there is. */
const A_MINUTE_MS = 60_000;

interface Shift {
  title: string;
  startsIn: number;
  lasts?: number;
}

/** An activity of the leader's team that earns by attendance, reviewed by somebody else, with one shift; soon over, unless it lasts. */
export async function reviewedActivity(
  proposer: Api,
  reviewer: Api,
  leader: Api,
  { title, startsIn, lasts = A_MINUTE_MS }: Shift,
) {
  const { team_ids } = await leader<Me>('get', '/me');
  const [team_id] = team_ids;
  if (team_id === undefined) throw new Error('the leader has no team');
  const from = Date.now() + startsIn;
  const shift = {
    starts_at: new Date(from).toISOString(),
    ends_at: new Date(from + lasts).toISOString(),
    capacity: 5,
  };
  const body: NewActivity = {
    team_id,
    title,
    description: '',
    category: 'civility',
    beneficiary: 'public',
    place: '百姓说事点',
    rule_code: 'MEET',
    recruit: 'open',
    shifts: [shift],
  };
  const activity = await proposer<{ id: string }>('post', '/activities', body);
  await reviewer('post', `/activities/${activity.id}/review`, {});
  return activity.id;
}

/** The three of the desk who arrange things. */
export async function office(playwright: Tools, baseURL: string | undefined) {
  const [administrator, staff, cashier] = await Promise.all(
    [people.administrator, people.staff, people.cashier].map((phone) => apiOf(playwright, baseURL, phone)),
  );
  if (!administrator || !staff || !cashier) throw new Error('somebody is missing');
  return { administrator, staff, cashier };
}
