/** x */
interface Props {
  residentId: string | undefined;
  onResident: (id: string | undefined) => void;
}
export function Counter({ residentId }: Props) {
  return residentId;
}
